/** The search feature: one box over everything. */
export { SearchOverlay, type SearchOverlayProps } from './SearchOverlay'
