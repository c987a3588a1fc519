/** The preview feature: looking at attached files without leaving the record. */
export { FilePreview } from './FilePreview'
