/** What the index is asked, and what it answers: documents by their ids, whatever they are. */
import type { SearchFacet, SearchFilters, SearchSort } from '#shared/model/search'
import type { Range } from '#shared/text/excerpt'
import type { QueryProblem } from '#shared/text/searchQuery'
import type { PiecePlace, SearchDocument } from './part/searchDocument'

/** `literally`: nothing that only sounds or is spelt alike. */
export interface SearchInput { text: string; filters?: SearchFilters | undefined; sort: SearchSort; literally: boolean }

export interface FoundExcerpt extends PiecePlace { text: string; marks: Range[] }

/** `title` is the one that was indexed. */
export interface FoundDocument { id: string; title: string; titleMarks: Range[]; excerpt: FoundExcerpt }

/** They hold all of what was typed; what sounds or is spelt alike; or some of its words only. */
export type SearchWay = 'all' | 'sound' | 'spelling' | 'some'

export interface FacetValue { value: string; count: number }

export interface SearchResult {
  total: number
  hits: FoundDocument[]
  /** Of the whole result, each facet counted without its own choice, the commonest first. */
  facets: Partial<Record<SearchFacet, FacetValue[]>>
  problems: QueryProblem[]
  way: SearchWay
  correction: { typed: string; meant: string } | null
}

export const suggestedKinds = ['tag', 'unit', 'field', 'author', 'word'] as const
export type SuggestedKind = (typeof suggestedKinds)[number]
/** A word of the index that what was typed so far may become; `count`: how many documents have it. */
export interface Suggested { kind: SuggestedKind; text: string; count: number }

/** `resemblance`: what share of the two texts is the same, `likeness`: how much of what is rare in them they have in common; both 0 to 1. */
export interface SimilarDocument { id: string; resemblance: number; likeness: number }

/** `likeness`: 1 for the same title, less for one that is nearly the same. */
export interface LikeTitle { id: string; likeness: number }

/** An index in this thread: what the worker holds, and what tests and benches ask directly. */
export interface SearchIndex {
  /** Adds documents, or replaces those with the same id. */
  put: (documents: readonly SearchDocument[]) => void
  remove: (ids: readonly string[]) => void
  search: (input: SearchInput, limit: number) => SearchResult
  /** Where one document matches, in reading order. */
  matches: (id: string, input: SearchInput, limit: number) => { total: number; excerpts: FoundExcerpt[] }
  /** Documents like one that are no files: near-duplicates, the nearest first, then the likest. */
  similar: (id: string, limit: number) => SimilarDocument[]
  /** Documents that are no files and bear the same title or nearly the same, the likest first. */
  titles: (title: string, limit: number) => LikeTitle[]
  suggest: (text: string, kinds: readonly SuggestedKind[] | undefined, limit: number) => Suggested[]
  /** All that is found, in order. */
  ids: (input: SearchInput) => string[]
}
