/** What can be asked of the search besides words, and searches that are kept. */
import { z } from 'zod'
import { Uuid } from './ids'

/** What results are counted by and narrowed to. An empty value means "none given". */
export const searchFacets = ['type', 'stage', 'unit', 'field', 'year', 'polarity', 'tag'] as const
export const SearchFacet = z.enum(searchFacets)
export type SearchFacet = z.infer<typeof SearchFacet>

/** Values of one facet are alternatives, facets narrow one another. */
export const SearchFilters = z.partialRecord(SearchFacet, z.array(z.string().max(200)).max(200))
export type SearchFilters = z.infer<typeof SearchFilters>

/** By how well it matches; by the date of the record, the latest first; by how many records refer to it. */
export const SearchSort = z.enum(['relevance', 'date', 'uses'])
export type SearchSort = z.infer<typeof SearchSort>

/** What to search for. `literally`: nothing that only sounds or is spelt alike. */
export const SearchRequest = z.object({
  text: z.string().max(10_000), filters: SearchFilters.optional(), sort: SearchSort.default('relevance'), literally: z.boolean().default(false),
})
export type SearchRequest = z.input<typeof SearchRequest>

/**
 * From this share of the same text on, two records are perhaps the same case written down twice: two thirds of each are then the other's, as
 * where a copy was added to, shortened, or one character in fourteen of it changed. What merely treats of the same matter stays far below:
 * under 0.09 between the records of the sample library, but for the one case in it that is written down twice (0.58); under 0.13 in a library
 * of 20,000 made of the sentences of its first six.
 */
const nearDuplicate = 0.5

export const isNearDuplicate = (resemblance: number): boolean => resemblance >= nearDuplicate

/** A search under a name, kept in `library.json`: what it finds is a list that keeps itself. */
export const SavedSearch = z.looseObject({
  id: Uuid, name: z.string().trim().min(1).max(100), text: z.string().max(1000), filters: SearchFilters.optional(), sort: SearchSort.optional(),
})
export type SavedSearch = z.infer<typeof SavedSearch>

/** What a saved search asks, in full. */
export const requestOf = ({ text, filters = {}, sort = 'relevance' }: SavedSearch): { text: string; filters: SearchFilters; sort: SearchSort } => ({ text, filters, sort })
