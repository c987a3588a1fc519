/** What was gathered of the library for a document, whatever form it takes. */
import type { ExportWarning } from '#shared/contract/documents'
import type { RevisionFile } from '#shared/model/record'

/** `records` are those whose words it shows; `suggestedName` has no extension. */
export interface Gathered { title: string; suggestedName: string; records: RevisionFile[]; warnings: ExportWarning[] }

/** Called with each record that was read, of how many. Throws where it was cancelled. */
export type OnRead = (done: number, total: number, current: string) => void
