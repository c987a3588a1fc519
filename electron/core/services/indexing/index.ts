/** The search index of a library, as the other services know it. */
export { createIndexing, type Indexing } from './indexing'
export { attachmentId, partsOfId } from './recordDocuments'
