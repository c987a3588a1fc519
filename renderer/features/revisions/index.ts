/** The revisions feature: the list of a record's revisions, and two contents side by side. What a comparison is made of is handed out too. */
export { BodyRows } from './compare/BodyRows'
export { CompareDrawer, type ComparedContent } from './compare/CompareDrawer'
export { FieldRow } from './compare/FieldRows'
export { SideItems, SideText } from './compare/SideItems'
export { TakenMark, type Taken } from './compare/TakenMark'
export { stretchesOf } from './compare/folding'
export { attachmentText, fieldLabel, fieldsByKey, linkText, resultText, valueText } from './compare/rowText'
export { RevisionPanel } from './list/RevisionPanel'
