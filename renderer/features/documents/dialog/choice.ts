/** What is chosen in the dialog: the form, which of several documents, its look. */
import type { DocumentLook, DocumentSource } from '#shared/contract/documents'
import type { ExportForm, ExportWish } from '../exportRequest'

export interface Choice { form: ExportForm; source: DocumentSource; presetId: string | null; paper: 'A4' | 'A5' | null }

export const choiceOf = ({ form, source }: ExportWish): Choice => ({ form, source, presetId: null, paper: null })

const paged: ReadonlySet<ExportForm> = new Set(['word', 'pdf', 'print'])

/** Whether it is laid out on pages, so that its look can be chosen. */
export const hasPages = (form: ExportForm): boolean => paged.has(form)

export const lookOf = ({ presetId, paper }: Pick<Choice, 'presetId' | 'paper'>): DocumentLook => ({ presetId, paper })

export const formsOf = ({ source, list }: ExportWish): ExportForm[] => [
  'word', 'pdf', 'print', 'slides', 'web', ...(source.kind === 'records' && list ? ['excel' as const] : []), ...(source.kind === 'records' || source.kind === 'record' ? ['markdown' as const] : []),
]

/** The documents that there are of an edition or a meeting. */
export const partsOf = (source: DocumentSource): readonly DocumentSource[] => {
  switch (source.kind) {
    case 'edition': return (['workPackage', 'checklist', 'poster'] as const).map((part) => ({ ...source, part }))
    case 'meeting': return (['handbook', 'signIn', 'feedbackForm'] as const).map((part) => ({ ...source, part }))
    default: return []
  }
}

/** The records that were named for it: what counts as an export of each. */
export const namedIds = (source: DocumentSource): readonly string[] => {
  if (source.kind !== 'records') return [source.id]
  return 'ids' in source.selection ? source.selection.ids : []
}
