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

/** The documents that there are of an edition or a meeting in this form: the sheets of a meeting are for paper, and of either there is one deck. */
export const partsOf = (source: DocumentSource, form: ExportForm): readonly DocumentSource[] => {
  if (form === 'slides') return []
  switch (source.kind) {
    case 'edition': return (['workPackage', 'checklist', 'poster'] as const).map((part) => ({ ...source, part }))
    case 'meeting': return form === 'web' ? [] : (['handbook', 'signIn', 'feedbackForm'] as const).map((part) => ({ ...source, part }))
    default: return []
  }
}

/** As it leaves: a sheet of a meeting that was chosen for paper is its handbook elsewhere. */
export const leavingChoice = (choice: Choice): Choice => (choice.form === 'web' && choice.source.kind === 'meeting' ? { ...choice, source: { ...choice.source, part: 'handbook' } } : choice)

/** The records that were named for it: what counts as an export of each. */
export const namedIds = (source: DocumentSource): readonly string[] => {
  if (source.kind !== 'records') return [source.id]
  return 'ids' in source.selection ? source.selection.ids : []
}
