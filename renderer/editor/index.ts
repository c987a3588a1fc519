/** The editor of bodies and their reading view. */
export { BodyEditor } from './BodyEditor'
export { Find } from './find/Find'
export type { BodyEditorHandle } from './bodyEditorHandle'
export { BodyView } from './BodyView'
export type { OpenRecordAt } from './openRecordAt'
export type { RecordSource } from './records/recordSource'
export { blockElement, blockIdOf, nearestBlock, offsetIn, rangeIn, textOf } from './view/shownText'
export type { BlockPropsOf, LinesInParts } from './view/ViewContext'
