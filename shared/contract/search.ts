/** Search as you type. */
import { z } from 'zod'
import { Uuid } from '../model/ids'
import { RecordType } from '../model/recordTypes'
import { procedure } from './base'
import { RecordRow } from './records'

/** Start and end of a match, in UTF-16 code units of the text beside it. */
export const MatchRange = z.tuple([z.int(), z.int()])
export type MatchRange = z.infer<typeof MatchRange>

export const Excerpt = z.object({
  text: z.string(), marks: z.array(MatchRange),
  sectionTitle: z.string(), sectionId: z.string().nullable(), blockId: z.string().nullable(),
})
export type Excerpt = z.infer<typeof Excerpt>

export const SearchHit = z.object({ row: RecordRow, titleMarks: z.array(MatchRange), excerpt: Excerpt })
export type SearchHit = z.infer<typeof SearchHit>

export const SearchAnswer = z.object({
  total: z.int(), tookMs: z.number(),
  /** False while the index is being built: there may be more. */
  complete: z.boolean(),
  /** How many of the oldest records the index has no room for: they are not searched. */
  left: z.int(),
  groups: z.array(z.object({ type: RecordType, total: z.int(), hits: z.array(SearchHit) })),
})
export type SearchAnswer = z.infer<typeof SearchAnswer>

export const search = {
  query: procedure
    .input(z.object({ text: z.string().max(10_000), types: z.array(RecordType).optional(), limit: z.int().min(1).max(200).default(30) }))
    .output(SearchAnswer),
  /** Where a record matches, in reading order, for the preview beside the results. */
  matches: procedure
    .input(z.object({ id: Uuid, text: z.string().max(10_000), limit: z.int().min(1).max(50).default(6) }))
    .output(z.object({ total: z.int(), excerpts: z.array(Excerpt) })),
}
