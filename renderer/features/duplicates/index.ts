/** Records that are perhaps here twice: telling of them, and making one of two. */
export { DuplicateNotice } from './DuplicateNotice'
export { MergePage } from './merge/MergePage'
export { Preview } from './merge/Preview'
export { useFieldTexts } from './merge/useFieldTexts'
export { ReasonList } from './ReasonList'
export { NearMark } from './NearMark'
export { TitleHint } from './TitleHint'
