/** Lists as Excel sheets: the rows and columns that a list shows. */
import type { DocumentRequest, ExportWarning } from '#shared/contract/documents'
import { AppError } from '#shared/contract/errors'
import { emptyBody } from '#shared/model/body/body'
import type { RevisionFile } from '#shared/model/record'
import type { Sheet } from '../../../documents/writers/xlsx/workbook'
import { toRevisionFile } from '../../../store/recordReader'
import type { CatalogEntry } from '../../../store/catalog/entry'
import type { Select } from '../../selection'
import type { Session } from '../../session'
import type { Gathered, OnRead } from '../gathered'
import { listColumns } from './columns'
import { listWords } from './words.data'

export interface PlannedList extends Gathered { sheets: Sheet[] }

type ListRequest = Extract<DocumentRequest, { form: 'excel' }>

/** The entries of a selection in the order of the list. */
const entriesOf = async (session: Session, select: Select, { type, selection, sort }: ListRequest): Promise<{ entries: CatalogEntry[]; missing: number }> => {
  const { catalog } = session
  const filter = 'filter' in selection ? selection.filter : { type }
  const { rows } = await catalog.list(filter, sort, 0, Number.MAX_SAFE_INTEGER)
  const chosen = 'filter' in selection ? undefined : new Set(await select(session, selection))
  const except = new Set('except' in selection ? selection.except : [])
  const entries = rows.flatMap(({ id }) => (except.has(id) || chosen?.has(id) === false ? [] : catalog.entry(id) ?? []))
  return { entries, missing: 'ids' in selection ? (chosen?.size ?? 0) - entries.length : 0 }
}

/**
 * A row shows nothing of the text of its record, and no citation has a column: only those that are restricted themselves are looked at, and
 * adoptions, which are called by what their product is called. Of them no more than their heads.
 */
const restrictedOf = async ({ folder, catalog }: Session, entries: readonly CatalogEntry[]): Promise<RevisionFile[]> => {
  const isRestricted = (id: string): boolean => (catalog.entry(id)?.confidentiality ?? 'restricted') === 'restricted'
  const adoptsRestricted = ({ row, references }: CatalogEntry): boolean => row.type === 'adoption' && references.some(({ relation, to }) => relation === 'adopts' && isRestricted(to))
  const records: RevisionFile[] = []
  for (const { row } of entries.filter((entry) => entry.confidentiality === 'restricted' || adoptsRestricted(entry))) {
    const record = toRevisionFile(await folder.records.readAsIs(row.id))
    records.push({ ...record, content: { ...record.content, body: emptyBody(), links: record.content.links.filter(({ relation }) => relation === 'adopts') } })
  }
  return records
}

const rowsAtOnce = 1000

/** Throws `invalid` where the list has none of the columns. */
export const planList = async (session: Session, select: Select, request: ListRequest, onRead: OnRead): Promise<PlannedList> => {
  const { language, customFields = [] } = session.folder.library.current()
  const columns = listColumns(request.type, request.columns, customFields, language)
  if (columns.length === 0) throw new AppError('invalid', { issues: [{ path: 'columns', message: 'no column of this list' }] })
  const title = request.title.trim() || listWords[language].lists[request.type]
  const { entries, missing } = await entriesOf(session, select, request)
  const records = await restrictedOf(session, entries)
  const rows: Sheet['rows'] = []
  for (const [index, entry] of entries.entries()) {
    if (index % rowsAtOnce === 0) {
      onRead(index, entries.length, title)
      await new Promise((resolve) => { setImmediate(resolve) })
    }
    rows.push(columns.map(({ cell }) => cell(entry)))
  }
  const warnings: ExportWarning[] = missing > 0 ? [{ code: 'record_missing', count: missing, detail: title }] : []
  return { title, suggestedName: title, records, warnings, sheets: [{ name: title, head: columns.map(({ title: head }) => head), widths: columns.map(({ width }) => width), rows }] }
}
