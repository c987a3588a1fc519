/** Search as you type, in records and in the files attached to them. */
import { z } from 'zod'
import { Sha256, Uuid } from '../model/ids'
import { RecordType } from '../model/recordTypes'
import { SavedSearch, SearchFacet, SearchRequest } from '../model/search'
import { problemKinds } from '../text/searchQuery'
import { procedure } from './base'
import { DuplicateAnswer, LikeTitle } from './duplicates'
import { ImportFailure } from './imports'
import { RecordRow } from './records'

export { SavedSearch, SearchFacet, SearchFilters, SearchRequest, SearchSort } from '../model/search'

/** Start and end of a match, in UTF-16 code units of the text beside it. */
export const MatchRange = z.tuple([z.int(), z.int()])
export type MatchRange = z.infer<typeof MatchRange>

export const Excerpt = z.object({
  text: z.string(), marks: z.array(MatchRange),
  sectionTitle: z.string(), sectionId: z.string().nullable(), blockId: z.string().nullable(),
  /** Of a file with pages: which one, from 1. */
  page: z.int().nullable(),
})
export type Excerpt = z.infer<typeof Excerpt>

/** What results are grouped by: the type of a record, or a file that is attached to one. */
export const resultTypes = [...RecordType.options, 'attachment'] as const
export const ResultType = z.enum(resultTypes)
export type ResultType = z.infer<typeof ResultType>

/** `row` is the record, for a file the one that it is attached to; `attachment` is the file. `titleMarks` are in the title, or in the file's name. */
export const SearchHit = z.object({
  row: RecordRow, attachment: z.object({ sha256: Sha256, name: z.string() }).nullable(), titleMarks: z.array(MatchRange), excerpt: Excerpt,
})
export type SearchHit = z.infer<typeof SearchHit>

/** What of the query could not be read, where (UTF-16 code units), and what was perhaps meant. */
export const QueryProblem = z.object({ kind: z.enum(problemKinds), start: z.int(), end: z.int(), suggestion: z.string().optional() })
export type QueryProblem = z.infer<typeof QueryProblem>

/**
 * How the results answer what was typed: they hold all of it (`all`); nothing does, and they hold words that sound alike (`sound`) or are
 * spelt alike (`spelling`); or they hold some of its words only (`some`).
 */
export const SearchWay = z.enum(['all', 'sound', 'spelling', 'some'])
export type SearchWay = z.infer<typeof SearchWay>

export const FacetValues = z.partialRecord(SearchFacet, z.array(z.object({ value: z.string(), count: z.int() })))
export type FacetValues = z.infer<typeof FacetValues>

export const SearchAnswer = z.object({
  total: z.int(), tookMs: z.number(),
  /** False while the index is being built or brought up to date: there may be more. */
  complete: z.boolean(),
  /** How far that is, in records; null where it is not known yet. */
  progress: z.object({ done: z.int(), total: z.int() }).nullable(),
  /** How many attached files there are whose text is still to be read, and how many whose text can't be: they are found by their names. */
  files: z.object({ toRead: z.int(), unread: z.int() }),
  /** By type, the one with the best hit first. */
  groups: z.array(z.object({ type: ResultType, total: z.int(), hits: z.array(SearchHit) })),
  /** Of the whole result, each facet counted without its own choice, the commonest first. */
  facets: FacetValues,
  problems: z.array(QueryProblem),
  way: SearchWay,
  /** What was searched for instead of what was typed, and which words those are; null where that is the same. */
  correction: z.object({ typed: z.string(), meant: z.string() }).nullable(),
})
export type SearchAnswer = z.infer<typeof SearchAnswer>

/** A file whose text can't be read, the record that it is attached to, and why. */
export const UnreadFile = z.object({ row: RecordRow, attachment: z.object({ sha256: Sha256, name: z.string() }), failure: ImportFailure })
export type UnreadFile = z.infer<typeof UnreadFile>

/** A word of the library that what was typed so far may become; `count`: how many records hold it. */
export const Suggestion = z.object({ kind: z.enum(['tag', 'unit', 'field', 'author', 'word']), text: z.string(), count: z.int() })
export type Suggestion = z.infer<typeof Suggestion>

/** `resemblance`: what share of the two texts is the same, 0 to 1. */
export const SimilarRecord = z.object({ row: RecordRow, resemblance: z.number() })
export type SimilarRecord = z.infer<typeof SimilarRecord>

export const SimilarAnswer = z.object({
  /** Near-duplicates first, the nearest of them at the top; then what is like it, the likest first. */
  records: z.array(SimilarRecord),
  /** False while the index is being built or brought up to date: there may be more. */
  complete: z.boolean(),
})
export type SimilarAnswer = z.infer<typeof SimilarAnswer>

const Limit = z.int().min(1).max(200).default(30)

export const search = {
  query: procedure.input(SearchRequest.extend({ limit: Limit })).output(SearchAnswer),
  /** Where a record or a file of it matches, in reading order, for the preview beside the results. */
  matches: procedure
    .input(z.object({ id: Uuid, attachment: Sha256.nullable().default(null), text: z.string().max(10_000), literally: z.boolean().default(false), limit: z.int().min(1).max(50).default(6) }))
    .output(z.object({ total: z.int(), excerpts: z.array(Excerpt) })),
  /** Records like one, as it was saved last; none where the index does not hold it. */
  similar: procedure.input(z.object({ id: Uuid, limit: z.int().min(1).max(50).default(6) })).output(SimilarAnswer),
  /** Records that are perhaps the same as one, as it was saved last, and why; without those of which that was denied. None for what repeats others by its nature. */
  duplicates: procedure.input(z.object({ id: Uuid })).output(DuplicateAnswer),
  /** Records whose title is the same or nearly, the same first; but one. */
  titles: procedure.input(z.object({ title: z.string().max(500), except: Uuid.optional(), limit: z.int().min(1).max(20).default(3) })).output(z.array(LikeTitle)),
  /** Says that two records are not the same: they are not told of again. */
  keepApart: procedure.input(z.object({ id: Uuid, other: Uuid })).output(z.null()),
  /** Words of the library for what was typed of one: by its letters, its pinyin or its initials. */
  suggest: procedure
    .input(z.object({ text: z.string().max(200), kinds: z.array(Suggestion.shape.kind).optional(), limit: z.int().min(1).max(50).default(8) }))
    .output(z.array(Suggestion)),
  /** The records of the whole result, best first: files count as the records that they are attached to. */
  ids: procedure.input(SearchRequest).output(z.object({ ids: z.array(Uuid), complete: z.boolean() })),
  /** The files whose text can't be read, once for each record that they are attached to. */
  unreadFiles: procedure.input(z.object({ limit: Limit.default(200) })).output(z.array(UnreadFile)),
  /** The saved searches of the open library, by name. */
  saved: procedure.output(z.array(SavedSearch)),
  /** Saves a search under a name, or replaces the one with this id. */
  save: procedure.input(SavedSearch.omit({ id: true }).extend({ id: Uuid.optional() })).output(SavedSearch),
  removeSaved: procedure.input(z.object({ id: Uuid })).output(z.null()),
  /** What was searched for in the open library on this machine, latest first. */
  recent: procedure.output(z.array(z.string())),
  /** Notes what somebody found something with. */
  remember: procedure.input(z.object({ text: z.string().trim().min(1).max(200) })).output(z.null()),
  forgetRecent: procedure.output(z.null()),
}
