/** What the list of a saved search is called among the others, and what it is narrowed to. */
import type { SavedSearch, SearchFacet, SearchFilters } from '#shared/contract/search'
import { requestOf, searchFacets } from '#shared/model/search'

/** What the list looked like when it was left belongs to what it asked then: another search under the same name begins anew. */
export const listKey = (search: SavedSearch): string => `search ${search.id} ${JSON.stringify(requestOf(search))}`

/** Each facet that was chosen from, in the order on screen; its values are alternatives. */
export const chosenFilters = (filters: SearchFilters): { facet: SearchFacet; values: string[] }[] =>
  searchFacets.flatMap((facet) => {
    const values = filters[facet] ?? []
    return values.length > 0 ? [{ facet, values }] : []
  })
