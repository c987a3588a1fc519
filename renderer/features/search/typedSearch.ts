/** What is searched for: the text, what it is narrowed to, the order, and whether what is spelt or sounds alike counts. */
import type { SavedSearch, SearchFacet, SearchFilters, SearchSort } from '#shared/contract/search'

export interface TypedSearch { text: string; filters: SearchFilters; sort: SearchSort; literally: boolean }

export const noSearch: TypedSearch = { text: '', filters: {}, sort: 'relevance', literally: false }

/** Other words are searched in the same places; with no words left it all begins anew. */
export const withText = (search: TypedSearch, text: string): TypedSearch =>
  (text.trim() === '' ? { ...noSearch, text } : { ...search, text, literally: false })

/** Chooses a value of a facet, or no longer. A facet without a choice is none. */
export const toggleFacet = (filters: SearchFilters, facet: SearchFacet, value: string): SearchFilters => {
  const { [facet]: chosen = [], ...others } = filters
  const values = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]
  return values.length > 0 ? { ...others, [facet]: values } : others
}

export const isNarrowed = (filters: SearchFilters): boolean => Object.keys(filters).length > 0

export const fromSaved = ({ text, filters = {}, sort = 'relevance' }: SavedSearch): TypedSearch => ({ text, filters, sort, literally: false })

/** Two searches that find the same. */
export const isSameSearch = (a: TypedSearch, saved: SavedSearch): boolean => {
  const plain = ({ text, filters, sort }: TypedSearch): string => JSON.stringify([text.trim(), Object.entries(filters).sort(([one], [other]) => one.localeCompare(other)), sort])
  return plain(a) === plain(fromSaved(saved))
}
