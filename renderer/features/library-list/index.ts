/** The library feature: the list of one library, its facets and its order; and the parts of which other lists of records are made. */
export { LibraryPage, type LibraryPageProps } from './LibraryPage'
export { useFacetLabel } from './facetLabel'
export type { Listed } from './listed'
export { forgetLists, lastQuery } from './listState'
export { SearchNav } from './saved/SavedViews'
export { plainLayout } from './table/layout'
export { ListBody } from './table/ListBody'
export { pagesInSight, windowSize, type Pages } from './table/pages'
