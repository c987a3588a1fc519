/** What is about to leave as a document, if anything, and the form that was asked for first. */
import { create } from 'zustand'
import type { DocumentSource } from '#shared/contract/documents'
import type { ListSort } from '#shared/model/listFields'
import type { RecordType } from '#shared/model/recordTypes'

export const exportForms = ['word', 'pdf', 'print', 'slides', 'web', 'excel', 'markdown'] as const
export type ExportForm = (typeof exportForms)[number]

/** How records stand in a list: what an Excel file of them has as columns. */
export interface ExportedList { type: RecordType; columns: string[]; sort: ListSort }

export interface ExportWish { source: DocumentSource; form: ExportForm; list: ExportedList | null }

interface ExportRequest {
  wish: ExportWish | null
  /** How often something was to leave: what is chosen in the dialog is of one time. */
  asked: number
  /** The job whose document is shown, if any. */
  made: string | null
  close: () => void
  closeMade: () => void
}

export const useExportRequest = create<ExportRequest>((set) => ({
  wish: null, asked: 0, made: null, close: () => { set({ wish: null }) }, closeMade: () => { set({ made: null }) },
}))

export type ExportDocument = (source: DocumentSource, form?: ExportForm, list?: ExportedList) => void

const exportDocument: ExportDocument = (source, form = 'word', list) => {
  useExportRequest.setState(({ asked }) => ({ wish: { source, form, list: list ?? null }, asked: asked + 1 }))
}

/** Opens the dialog in which a document is looked at, chosen and let out. With `list`, records can leave as an Excel file of its columns. */
export const useExportDocument = (): ExportDocument => exportDocument

/** Shows what a job made, or why it made nothing. */
export const showMadeDocument = (jobId: string): void => { useExportRequest.setState({ made: jobId }) }
