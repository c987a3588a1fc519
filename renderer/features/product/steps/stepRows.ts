/** The rows of a product's steps while they are edited, and what is pasted into them. */
import { saysNothing, type FieldRow } from '#shared/model/fields'
import { newBlockId } from '#shared/model/ids'

/** The columns whose cells are written, in the order of the table. */
export const writtenColumns = ['action', 'standard', 'minutes', 'post', 'hazard', 'control'] as const
export type WrittenColumn = (typeof writtenColumns)[number]

/** One cell, by the row's id; without a column, the row. */
export interface StepPlace { rowId: string; column?: WrittenColumn }

export const isEmptyStep = ({ id: _id, ...cells }: FieldRow): boolean => Object.values(cells).every((cell) => saysNothing(cell))

/** A table as other programs put it on the clipboard: cells parted by tabs, one with breaks or quotes in it between quotes. Undefined for what is no table. */
export const pastedTable = (text: string): string[][] | undefined => {
  if (!text.includes('\t')) return undefined
  const rows: string[][] = [[]]
  let cell = ''
  let isQuoted = false
  const endCell = (): void => { rows.at(-1)?.push(cell.trim()); cell = '' }
  const characters = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters.charAt(at)
    if (isQuoted) {
      if (character !== '"') cell += character
      else if (characters.charAt(at + 1) === '"') { cell += '"'; at += 1 }
      else isQuoted = false
    } else if (character === '"' && cell === '') isQuoted = true
    else if (character === '\t') endCell()
    else if (character === '\n') { endCell(); rows.push([]) }
    else cell += character
  }
  endCell()
  return rows
}

const cellValue = (column: WrittenColumn, text: string): string | number | undefined => {
  if (text === '') return undefined
  if (column !== 'minutes') return text
  const number = /^(\d+(?:\.\d+)?)\s*(?:分钟?|min)?$/.exec(text.normalize('NFKC'))
  return number ? Number(number[1]) : undefined
}

/** Rows with a table filled in from a cell on, to the right and down; rows that there are too few of are added. */
export const withTable = (rows: readonly FieldRow[], { rowId, column }: Required<StepPlace>, table: readonly (readonly string[])[]): FieldRow[] => {
  const from = rows.findIndex(({ id }) => id === rowId)
  const first = writtenColumns.indexOf(column)
  const filled = table.map((cells, index): FieldRow => {
    const row = rows[from + index] ?? { id: newBlockId() }
    return { ...row, ...Object.fromEntries(writtenColumns.slice(first, first + cells.length).map((key, place) => [key, cellValue(key, cells[place] ?? '')])) }
  })
  return [...rows.slice(0, from), ...filled, ...rows.slice(from + table.length)]
}

/** The element that a cell is written in. */
export const cellId = (rowId: string, column: WrittenColumn): string => `step-${rowId}-${column}`
