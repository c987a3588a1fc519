/** Smart lists: what a saved search finds, as a list that keeps itself. */
export { SmartListPage, type SmartListPageProps } from './SmartListPage'
