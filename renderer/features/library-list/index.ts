/** The library feature: the list of one library, its facets and its order; and the parts of which other lists of records are made. */
export { LibraryPage, type LibraryPageProps } from './LibraryPage'
export { useFacetLabel } from './facetLabel'
export type { Listed } from './listed'
export { SavedSearches } from './saved/SavedSearches'
export { ListBody } from './table/ListBody'
export { pagesInSight, windowSize, type PageRange } from './table/pages'
