/** The library feature: the list of one library, its facets and its order. */
export { LibraryPage, type LibraryPageProps } from './LibraryPage'
