/** Citations that stand in the cells of tables among a record's own fields, as a product's steps name their tools and sources. */
import { z } from 'zod'
import { Citation } from './body/blocks'
import { rowsOf, type FieldRow } from './fields'
import type { RecordContent } from './record'
import { recordTypes } from './recordTypes'

type OwnFields = Pick<RecordContent, 'type' | 'fields'>

/** One citation, with the field, the row and the column in which it stands. */
export interface CellCitation { citation: Citation; field: string; rowId: string; column: string }

interface CitingField { key: string; columns: readonly string[] }

/** The tables of a type that have columns of citations. */
const citingFields = (type: RecordContent['type']): CitingField[] => recordTypes[type].fields.flatMap((field) => {
  const columns = field.kind === 'rows' ? field.columns.filter(({ kind }) => kind === 'citations').map(({ key }) => key) : []
  return columns.length > 0 ? [{ key: field.key, columns }] : []
})

const Entry = z.looseObject({})

/** What one entry of a cell cites: a type that none is goes, all else must be as in a quote. */
const citationIn = (entry: unknown): Citation | undefined => {
  const found = Citation.safeParse(entry)
  if (found.success) return found.data
  const { type: _type, ...rest } = Entry.safeParse(entry).data ?? {}
  return Citation.safeParse(rest).data
}

const entriesOf = (cell: unknown): readonly unknown[] => (Array.isArray(cell) ? cell : [])

/** What a cell cites; an entry that is no citation hides no other. */
export const citationsOf = (cell: unknown): Citation[] => entriesOf(cell).flatMap((entry) => citationIn(entry) ?? [])

/** In the order of the fields and rows. */
export const rowCitations = ({ type, fields }: OwnFields): CellCitation[] => citingFields(type).flatMap(({ key, columns }) =>
  rowsOf(fields[key]).flatMap((row) => columns.flatMap((column) =>
    citationsOf(row[column]).map((citation) => ({ citation, field: key, rowId: row.id, column })))))

/** Fields in which each citation is what `change` makes of it; undefined takes it out. What is no citation stays. The very same fields where nothing changes. */
export const withRowCitations = ({ type, fields }: OwnFields, change: (found: CellCitation) => Citation | undefined): RecordContent['fields'] => {
  const changedRow = (key: string, columns: readonly string[], row: FieldRow): FieldRow => {
    let next = row
    for (const column of columns) {
      const before = entriesOf(row[column])
      const after = before.flatMap((entry): unknown[] => {
        const citation = citationIn(entry)
        const changed = citation && change({ citation, field: key, rowId: row.id, column })
        if (changed === citation) return [entry]
        return changed ? [changed] : []
      })
      if (after.length !== before.length || after.some((entry, index) => entry !== before[index])) next = { ...next, [column]: after }
    }
    return next
  }
  let changed = fields
  for (const { key, columns } of citingFields(type)) {
    const rows = rowsOf(fields[key])
    const after = rows.map((row) => changedRow(key, columns, row))
    if (after.some((row, index) => row !== rows[index])) changed = { ...changed, [key]: after }
  }
  return changed
}
