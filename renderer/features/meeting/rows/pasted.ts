/** A table that is pasted: the cells that it fills, and those that it can not. */
import { fieldLimits, fieldSchema, optionOf, type FieldRow, type PlainField } from '#shared/model/fields'
import { newBlockId } from '#shared/model/ids'
import { toPartialDate } from '#shared/model/toPartialDate'

/** A cell of the pasted table that was not taken, its row from 1; without a column where the table is wider than what it is pasted into. */
export interface Untaken { row: number; column: PlainField | undefined; text: string }

/** What a cell says as a value of its column. */
const read = (column: PlainField, text: string): unknown => {
  switch (column.kind) {
    case 'number': return Number(text.normalize('NFKC').replaceAll(/[,\s]/g, ''))
    case 'date': return toPartialDate(text)
    case 'flag': return /^(?:√|✓|✔|1|是|到|y|yes)$/i.test(text)
    case 'choice': return optionOf(column.options, text)?.value
    case 'words':
    case 'choices': return text.split(/[,，、;；]/).map((word) => word.trim()).filter((word) => word !== '')
    case 'text':
    case 'longText': return text
    // A record is chosen, never typed.
    case 'citations': return undefined
  }
}

/** Rows filled from a cell on, to the right and down; those that there are too few of are added, and what is empty leaves what is there. */
export const pastedInto = (rows: readonly FieldRow[], at: number, columns: readonly PlainField[], key: string, table: readonly (readonly string[])[]): { rows: FieldRow[]; untaken: Untaken[] } => {
  const into = columns.slice(columns.findIndex((column) => column.key === key))
  const untaken: Untaken[] = []
  const filled = table.flatMap((cells, index): FieldRow[] => {
    const there = rows[at + index]
    const values = cells.flatMap((text, place) => {
      if (text === '') return []
      const column = into[place]
      const value = column && column.isGiven !== true && at + index < fieldLimits.rows ? read(column, text) : undefined
      if (column && value !== undefined && fieldSchema(column).safeParse(value).success) return value === false ? [] : [[column.key, value] as const]
      untaken.push({ row: index + 1, column, text })
      return []
    })
    return there || values.length > 0 ? [{ ...there ?? { id: newBlockId() }, ...Object.fromEntries(values) }] : []
  })
  return { rows: [...rows.slice(0, at), ...filled, ...rows.slice(at + table.length)], untaken }
}
