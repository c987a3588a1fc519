/** Writes sheets of typed cells as an Excel file: heads that stay in sight, columns as wide as they need, long text in several lines, ruled, and ready to be printed. */
import writeExcelFile, { type CellObject } from 'write-excel-file/node'
import { rowHeight } from './heights'
import { forPaper } from './paper'
import type { Sheet, SheetCell } from './workbook'

/** Bold letters are wider: fewer of them fit. */
const boldWidth = 0.92

/** What one cell of Excel holds at most. */
const longestText = 32_767

/** What no XML holds is left out. */
const legal = (text: string): string => text.toWellFormed().replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '').slice(0, longestText)

/** The day at UTC, or undefined for what no calendar has: 2026-02-31. */
const dayOf = (date: string): Date | undefined => {
  const day = new Date(`${date}T00:00:00.000Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date) ? day : undefined
}

const lines = { borderStyle: 'thin', borderColor: '#7F7F7F' } as const

const cellOf = (cell: SheetCell): CellObject => {
  const look = { ...lines, alignVertical: 'top' as const }
  switch (cell.kind) {
    case 'text': return cell.text === '' ? { ...lines } : { ...look, type: String, value: legal(cell.text), wrap: true }
    case 'number': return { ...look, type: Number, value: cell.number, ...cell.digits !== undefined && { format: cell.digits === 0 ? '0' : `0.${'0'.repeat(cell.digits)}` } }
    case 'date': {
      const day = dayOf(cell.date)
      return day ? { ...look, type: Date, value: day, format: 'yyyy-mm-dd', align: 'left' as const } : cellOf({ kind: 'text', text: cell.date })
    }
  }
}

/** Sheets have names of at most 31 characters without signs, each once. */
const sheetNames = (names: readonly string[]): string[] => {
  const taken = new Set<string>()
  return names.map((name, index) => {
    const plain = legal(name).replace(/[\\/?*[\]:'\n\r\t]/g, ' ').trim().slice(0, 26) || `Sheet${index + 1}`
    const own = taken.has(plain.toLowerCase()) ? `${plain} ${index + 1}` : plain
    taken.add(own.toLowerCase())
    return own
  })
}

const headLook = { ...lines, fontWeight: 'bold', backgroundColor: '#EDEDED', wrap: true, alignVertical: 'center' } as const

/** The library takes the height of a row from its cells. */
const withHeight = (cells: readonly CellObject[], texts: readonly string[], widths: readonly number[]): CellObject[] => {
  const height = rowHeight(texts, widths)
  return cells.map((cell, index) => (index === 0 && height !== undefined ? { ...cell, height } : cell))
}

const textOf = (cell: SheetCell): string => (cell.kind === 'text' ? legal(cell.text) : '')

export const writeXlsx = async (sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> => {
  const names = sheetNames(sheets.map(({ name }) => name))
  const written = await writeExcelFile(sheets.map(({ head, rows, widths }, index) => ({
    sheet: names[index] ?? '', columns: widths.map((width) => ({ width })), stickyRowsCount: 1,
    data: [
      withHeight(head.map((text): CellObject => ({ type: String, value: legal(text), ...headLook })), head, widths.map((width) => width * boldWidth)),
      ...rows.map((row) => withHeight(row.map(cellOf), row.map(textOf), widths)),
    ],
  })), { fontFamily: '宋体', fontSize: 11, features: [forPaper(sheets.map(({ widths }, index) => ({ name: names[index] ?? '', widths })))] }).toBuffer()
  return new Uint8Array(written)
}
