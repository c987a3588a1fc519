/** How the editor and the reading view get to know other records. */
import type { RecordRow } from '#shared/contract/records'

export interface RecordPreview {
  row: RecordRow
  /** One line on what it is about; empty where there is none. */
  summary: string
}

export interface FoundRecords {
  /** Best first. */
  rows: readonly RecordRow[]
  /** False while the index is still being built: there may be more a moment later. */
  isWhole: boolean
}

export interface RecordSource {
  /** What a text finds. Rejects when the search failed. */
  find: (text: string) => Promise<FoundRecords>
  /** Undefined where the record is not in this library. Rejects when it could not be read. */
  preview: (recordId: string) => Promise<RecordPreview | undefined>
}
