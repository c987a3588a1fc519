/** The revisions feature: the list of a record's revisions, and two contents side by side. */
export { CompareDrawer, type ComparedContent } from './compare/CompareDrawer'
export { RevisionPanel } from './list/RevisionPanel'
