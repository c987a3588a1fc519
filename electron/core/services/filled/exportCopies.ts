/** Filled copies on their way out: one as a Word file, one or many as an Excel file. */
import { AppError } from '#shared/contract/errors'
import type { ExportWarning } from '#shared/contract/documents'
import type { MadeFile } from '#shared/contract/packages'
import { standardPresets } from '#shared/model/document/standardPresets.data'
import type { CopyForm, FilledCopy } from '#shared/model/forms/copy'
import { formBlocks } from '#shared/model/forms/formBlocks'
import type { Language } from '#shared/model/language'
import type { RecordFile } from '#shared/model/record'
import { fileNameOf } from '#shared/text/fileName'
import { recordPlan } from '../../documents/plan/recordPlan'
import type { DocumentPool } from '../../documents/documentPool'
import type { Leave } from '../leaving'
import { copySheets } from './workbook'

export type ExportCopies = (tool: RecordFile, copies: readonly FilledCopy[], form: CopyForm, to: string | null, allowRestricted: boolean) => Promise<{ file: MadeFile; warnings: ExportWarning[] }>

/** A copy as a record of its own: its title, who filled it in and when, and the form as its text. */
const asRecord = (tool: RecordFile, copy: FilledCopy, language: Language): RecordFile => ({
  ...tool,
  content: {
    ...tool.content, title: copy.title, summary: '', number: copy.tool.number, authors: copy.by.name === '' ? [] : [copy.by.name], unit: copy.by.unit, team: '', contact: '', place: '',
    date: new Date(copy.doneAt ?? copy.savedAt).toLocaleDateString('sv-SE'), tags: [], links: [], attachments: [], custom: {}, fields: {},
    body: { version: 1, preamble: formBlocks(copy.form, copy.formulas, language, copy), sections: [] },
  },
})

export const createExportCopies = ({ documents, leave }: { documents: DocumentPool; leave: Leave }): ExportCopies => async (tool, copies, form, to, allowRestricted) => {
  const [first, ...others] = copies
  if (!first || (form === 'word' && others.length > 0)) throw new AppError('invalid', { issues: [{ path: 'ids', message: 'one copy at a time as Word' }] })
  let warnings: ExportWarning[] = []
  const name = others.length === 0 ? first.title : tool.content.title
  const suggestedName = fileNameOf(name, 'copy', form === 'word' ? 'docx' : 'xlsx')
  const file = await leave({ form, records: [tool], title: tool.content.title, to, allowRestricted, suggestedName }, async ({ folder }) => {
    const { language } = folder.library.current()
    if (form === 'excel') return documents.writeXlsx(copySheets(copies, tool.content.title, language))
    const written = await documents.writeDocx(recordPlan(asRecord(tool, first, language), { language, customFields: [] }, standardPresets.official, { pictures: new Map(), titles: new Map() }))
    warnings = written.warnings
    return written.bytes
  })
  return { file, warnings }
}
