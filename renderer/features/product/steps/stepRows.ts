/** The rows of a product's steps while they are edited, and what is pasted into them. */
import { insertedAt } from '#renderer/ui/insertedAt'
import { rowsOf, saysNothing, type FieldRow } from '#shared/model/fields'
import { newBlockId } from '#shared/model/ids'
import type { RecordContent } from '#shared/model/record'

/** The columns whose cells are written, in the order of the table. */
export const writtenColumns = ['action', 'standard', 'minutes', 'post', 'hazard', 'control'] as const
export type WrittenColumn = (typeof writtenColumns)[number]

/** One cell, by the row's id; without a column, the row. */
export interface StepPlace { rowId: string; column?: WrittenColumn }

export const isEmptyStep = ({ id: _id, ...cells }: FieldRow): boolean => Object.values(cells).every((cell) => saysNothing(cell))

/** Steps as the record has them now, and among them the empty rows of the screen, each behind the one that it stood behind. */
export const withEmptyRows = (kept: readonly FieldRow[], shown: readonly FieldRow[]): FieldRow[] => shown.reduce<FieldRow[]>((rows, row, at) => {
  if (!isEmptyStep(row) || rows.some(({ id }) => id === row.id)) return rows
  const before = shown.slice(0, at).findLast(({ id }) => rows.some((other) => other.id === id))
  return insertedAt(rows, before ? rows.findIndex(({ id }) => id === before.id) + 1 : 0, row)
}, [...kept])

/**
 * Fields with the steps that are shown, without the empty ones. What the chart says of a row goes when the row goes, not while it is empty
 * and about to be written anew; `back` is what it said of a row that comes back.
 */
export const withSteps = (fields: RecordContent['fields'], before: readonly FieldRow[], next: readonly FieldRow[], back?: FieldRow): RecordContent['fields'] => {
  const said = next.filter((row) => !isEmptyStep(row))
  const steps = said.length > 0 ? said : undefined
  const gone = before.filter(({ id }) => !next.some((row) => row.id === id))
  if (gone.length === 0 && !back) return { ...fields, steps }
  const flow = [...rowsOf(fields.flow).filter(({ id }) => id !== back?.id && !gone.some((row) => row.id === id)), ...back ? [back] : []]
  return { ...fields, steps, flow: flow.length > 0 ? flow : undefined }
}

const durations = /^约?\s*(\d+(?:\.\d+)?)\s*(?:(分钟?|minutes?|mins?|m)|(小时|时|hours?|hrs?|h))?\s*(?:左右)?$/i

/** A time as people write it, in minutes: “约 10 分”, “1 小时”; undefined for what is none. */
export const minutesIn = (text: string): number | undefined => {
  const [, number, , hours] = durations.exec(text.normalize('NFKC').trim()) ?? []
  return number === undefined ? undefined : Math.round(Number(number) * (hours === undefined ? 1 : 60) * 100) / 100
}

/** What became of a time in a row: undefined where it was read, else the text that could not be. */
export interface PastedTime { rowId: string; unread: string | undefined }

/**
 * Rows with a table filled in from a cell on, to the right and down; rows that there are too few of are added. An empty cell leaves what is
 * there, and so does a time that can't be read.
 */
export const withTable = (rows: readonly FieldRow[], { rowId, column }: Required<StepPlace>, table: readonly (readonly string[])[]): { rows: FieldRow[]; times: PastedTime[] } => {
  const from = rows.findIndex(({ id }) => id === rowId)
  const keys = writtenColumns.slice(writtenColumns.indexOf(column))
  const times: PastedTime[] = []
  const filled = table.map((cells, index): FieldRow => {
    const row = rows[from + index] ?? { id: newBlockId() }
    const said = keys.flatMap((key, place): [WrittenColumn, string | number][] => {
      const text = cells[place] ?? ''
      if (text === '') return []
      const minutes = key === 'minutes' ? minutesIn(text) : text
      if (key === 'minutes') times.push({ rowId: row.id, unread: minutes === undefined ? text : undefined })
      return minutes === undefined ? [] : [[key, minutes]]
    })
    return { ...row, ...Object.fromEntries(said) }
  })
  return { rows: [...rows.slice(0, from), ...filled, ...rows.slice(from + table.length)], times }
}

/** The element that a cell is written in. */
export const cellId = (rowId: string, column: WrittenColumn): string => `step-${rowId}-${column}`
