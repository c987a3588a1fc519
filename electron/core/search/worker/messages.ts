/** What the core and the search worker say to each other. Each request has an answer, in order. */
import { z } from 'zod'
import { SearchFilters, SearchSort } from '#shared/model/search'
import { fields } from '../postings/fields'
import { StoredPart } from '../snapshot/partFiles'
import type { SearchDocument } from '../part/searchDocument'
import { suggestedKinds, type FoundExcerpt, type LikeTitle, type SearchResult, type SimilarDocument, type Suggested } from '../results'

const SearchDocuments = z.array(z.custom<SearchDocument>((value) => z.object({
  id: z.string().min(1), pieces: z.array(z.object({ field: z.enum(fields), text: z.string() })), labels: z.array(z.string()),
  date: z.number(), updatedAt: z.number(), uses: z.number(),
}).safeParse(value).success))

const Input = z.object({ text: z.string(), filters: SearchFilters.optional(), sort: SearchSort, literally: z.boolean() })

export const SearchRequest = z.discriminatedUnion('kind', [
  /** Opens the snapshot in a folder; where it can't be read the index begins empty. */
  z.object({ kind: z.literal('open'), folder: z.string(), synonyms: z.array(z.array(z.string())) }),
  z.object({ kind: z.literal('setSynonyms'), synonyms: z.array(z.array(z.string())) }),
  z.object({ kind: z.literal('put'), documents: SearchDocuments }),
  z.object({ kind: z.literal('remove'), ids: z.array(z.string()) }),
  z.object({ kind: z.literal('setUses'), uses: z.array(z.tuple([z.string(), z.int()])) }),
  z.object({ kind: z.literal('query'), input: Input, limit: z.int() }),
  z.object({ kind: z.literal('matches'), id: z.string(), input: Input, limit: z.int() }),
  z.object({ kind: z.literal('ids'), input: Input }),
  z.object({ kind: z.literal('similar'), id: z.string(), limit: z.int() }),
  z.object({ kind: z.literal('titles'), title: z.string(), limit: z.int() }),
  z.object({ kind: z.literal('suggest'), text: z.string(), kinds: z.array(z.enum(suggestedKinds)).optional(), limit: z.int() }),
  z.object({ kind: z.literal('holdings') }),
  z.object({ kind: z.literal('adopt'), stored: StoredPart, of: z.array(z.string()) }),
  z.object({ kind: z.literal('save') }),
])
export type SearchRequest = z.infer<typeof SearchRequest>
export type RequestKind = SearchRequest['kind']

/** The ids of what is held, a line each, and when each was updated. */
export interface Holdings { ids: string; updatedAt: Float64Array }

/** Any object that our own worker made, as it left it. */
const made = <T>() => z.custom<T>((value) => typeof value === 'object')

/** By request: what its answer is. */
const answers = {
  /** `trouble`: why there is no snapshot, null where there was one. */
  open: z.object({ documents: z.int(), trouble: z.string().nullable() }),
  setSynonyms: z.null(), put: z.null(), remove: z.null(), setUses: z.null(), adopt: z.null(),
  query: made<SearchResult>(),
  matches: made<{ total: number; excerpts: FoundExcerpt[] }>(),
  ids: z.array(z.string()),
  similar: made<SimilarDocument[]>(),
  titles: made<LikeTitle[]>(),
  suggest: made<Suggested[]>(),
  holdings: made<Holdings>(),
  /** Parts that had better be merged, and which of their documents were removed. */
  save: z.object({ mergeable: z.array(StoredPart.extend({ removed: z.custom<Uint8Array>((value) => value instanceof Uint8Array) })).nullable() }),
} satisfies Record<RequestKind, z.ZodType>
type Answers = { [Kind in RequestKind]: z.infer<(typeof answers)[Kind]> }
export type Answer<Kind extends RequestKind> = Answers[Kind]
export const answerSchemas: { [Kind in RequestKind]: z.ZodType<Answers[Kind]> } = answers

export const Envelope = z.object({ id: z.int(), request: SearchRequest })
export type Envelope = z.infer<typeof Envelope>
/** An answer, or the stack of what was thrown instead. */
export const Reply = z.union([z.object({ id: z.int(), answer: z.unknown() }), z.object({ id: z.int(), threw: z.string() })])
export type Reply = z.infer<typeof Reply>
