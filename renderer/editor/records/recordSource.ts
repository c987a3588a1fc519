/** How the editor and the reading view get to know other records. */
import type { RecordRow } from '#shared/contract/records'

export interface RecordPreview {
  row: RecordRow
  /** One line on what it is about; empty where there is none. */
  summary: string
}

export interface RecordSource {
  /** The records that a text finds, best first. Rejects when the search failed. */
  find: (text: string) => Promise<readonly RecordRow[]>
  /** Undefined where the record is not in this library. Rejects when it could not be read. */
  preview: (recordId: string) => Promise<RecordPreview | undefined>
}
