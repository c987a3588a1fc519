/** What the parts of the editor get from outside. */
import { createContext, useContext } from 'react'
import type { AttachmentRef } from '#shared/model/record'
import type { OpenRecordAt } from './openRecordAt'
import type { RecordSource } from './records/recordSource'

export interface EditorSurroundings {
  attachmentUrl: (sha256: string) => string
  /** Takes a picture in; rejects when it could not be stored. */
  addPicture: (file: File) => Promise<AttachmentRef>
  onOpenRecord: OpenRecordAt
  records: RecordSource
  /** Cited or linked records that are not in this library. */
  missingRecords: ReadonlySet<string>
}

const EditorContext = createContext<EditorSurroundings | undefined>(undefined)

export const EditorContextProvider = EditorContext.Provider

export const useEditorSurroundings = (): EditorSurroundings => {
  const context = useContext(EditorContext)
  if (!context) throw new Error('useEditorSurroundings outside BodyEditor')
  return context
}
