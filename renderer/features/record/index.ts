/** The record feature: reading and editing one record. */
export { RecordPage, type RecordPageProps } from './RecordPage'
