/** A table block as a table of Word: its grid and widths, merged cells, and a header that is repeated on each page. */
import { AlignmentType, HeightRule, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, VerticalMergeType, WidthType } from 'docx'
import type { Block, TableBlock } from '#shared/model/body/blocks'
import { bodyPieces } from '#shared/model/body/walk'
import { emsOf } from '../../plan/measure'
import type { Context, Place } from './context'
import { twipsPerPixel } from './look'
import { textRun } from './runs'
import { tableGrid, type PlacedCell } from './tableGrid'

export type WriteBlocks = (blocks: readonly Block[], place: Place) => (Paragraph | Table)[]

/** Word refuses a file with a wider table. */
const maxColumns = 63
/** Twips on either side of a cell's text. */
const cellMargin = 80

const textOf = (blocks: readonly Block[]): string => bodyPieces({ version: 1, preamble: [...blocks], sections: [] }).map(({ text }) => text).join(' ')

const headsColumn = ({ cell }: PlacedCell): boolean => cell?.header === 'column' || cell?.header === 'both'

/** Rows at the top all of whose cells head their columns; cells that reach down from them count with them. */
const headerRowCount = (rows: readonly (readonly PlacedCell[])[]): number => {
  const first = rows.findIndex((row) => !row.every((placed) => headsColumn(placed) || placed.merge === 'goesOn') || !row.some(headsColumn))
  return first === -1 ? rows.length : first
}

/** A row stays on one page, unless it holds so much that it may not fit on one. */
const isShort = (row: readonly PlacedCell[]): boolean => row.every(({ cell }) => textOf(cell?.blocks ?? []).length < 200)

/** Characters of its longest text, within bounds that keep every column readable. */
const longestTexts = (rows: readonly (readonly PlacedCell[])[], columns: number): number[] => {
  const longest = Array.from({ length: columns }, () => 4)
  for (const { cell, column, colSpan } of rows.flat()) {
    if (cell && colSpan === 1) longest[column] = Math.max(longest[column] ?? 0, Math.min(Math.ceil(emsOf(textOf(cell.blocks))) + 1, 24))
  }
  return longest
}

/** Characters that a column keeps in one line before those with longer texts get what they ask for. */
const keptShort = 7

/** What a column asks for where the table gives no widths, of a line of so many characters. */
const wishedWidths = (rows: readonly (readonly PlacedCell[])[], columns: number, line: number): number[] => {
  const longest = longestTexts(rows, columns)
  const short = longest.map((each) => Math.min(each, keptShort))
  const [sum, shortSum] = [longest, short].map((all) => all.reduce((total, each) => total + each, 0))
  if (sum === undefined || shortSum === undefined || sum <= line || shortSum >= line) return longest
  return longest.map((each, column) => (short[column] ?? 0) + (each - (short[column] ?? 0)) * (line - shortSum) / (sum - shortSum))
}

/** Twips; they fill the place, `line` characters long, where the table gives no widths of its own, and never go beyond it. */
const columnWidths = (table: TableBlock, rows: readonly (readonly PlacedCell[])[], columns: number, available: number, line: number): number[] => {
  const own = table.columnWidths?.length === columns ? table.columnWidths : undefined
  const wished = own ?? wishedWidths(rows, columns, line)
  const total = wished.reduce((sum, width) => sum + width, 0)
  const scale = own ? Math.min(1, available / total) : available / total
  return wished.map((width) => Math.max(Math.round(width * scale * twipsPerPixel), twipsPerPixel))
}

const writeCell = (placed: PlacedCell, widths: readonly number[], place: Place, shade: string, writeBlocks: WriteBlocks): TableCell => {
  const { cell, column, colSpan, merge } = placed
  const width = widths.slice(column, column + colSpan).reduce((sum, each) => sum + each, 0)
  const heading = cell?.header !== undefined
  const inner: Place = { ...place, surface: 'cell', style: undefined, boxed: false, heading, width: Math.max((width - 2 * cellMargin) / twipsPerPixel, 8) }
  const content = writeBlocks(cell?.blocks ?? [], inner)
  return new TableCell({
    width: { size: width, type: WidthType.DXA }, verticalAlign: VerticalAlignTable.CENTER,
    ...(colSpan > 1 ? { columnSpan: colSpan } : {}),
    ...(merge ? { verticalMerge: merge === 'begins' ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE } : {}),
    ...(heading ? { shading: { fill: shade } } : {}),
    children: content.length > 0 ? content : [new Paragraph({ style: heading ? 'TableHeading' : 'TableText' })],
  })
}

/** Rows of a table too wide for Word, their cells in a line each. */
const asLines = (table: TableBlock): Paragraph[] =>
  table.rows.map(({ cells }) => new Paragraph({ style: 'TableText', children: [textRun(cells.map(({ blocks }) => textOf(blocks)).join('\t'))] }))

/** A narrow line: what a table keeps from what stands before and after it. */
export const tableSpace = (keepNext = false): Paragraph => new Paragraph({ style: 'TableEnd', ...(keepNext ? { keepNext } : {}) })

/** With its caption above, and a narrow line below: two tables with nothing between them would be one in Word, and nothing may end with a table. Rows are at least `rowHeight` twips high. */
export const writeTable = (table: TableBlock, context: Context, place: Place, writeBlocks: WriteBlocks, rowHeight = 0): (Paragraph | Table)[] => {
  const { rows, columns } = tableGrid(table)
  const caption = table.caption === undefined || table.caption.trim() === '' ? [] : [context.captions.caption(table.caption, 'table')]
  if (columns === 0) return caption
  if (columns > maxColumns) {
    context.warnings.add('other', `${table.caption ?? ''} ${columns} > ${maxColumns}`.trim())
    return [...caption, ...asLines(table)]
  }
  const widths = columnWidths(table, rows, columns, place.width, place.width * 0.75 / context.look.preset.sizes.table)
  const headers = headerRowCount(rows)
  const sum = widths.reduce((total, width) => total + width, 0)
  return [...caption, new Table({
    alignment: AlignmentType.CENTER, layout: TableLayoutType.FIXED, width: { size: sum, type: WidthType.DXA }, columnWidths: widths,
    margins: { marginUnitType: WidthType.DXA, top: 40, bottom: 40, left: cellMargin, right: cellMargin },
    rows: rows.map((row, index) => new TableRow({
      ...(index < headers ? { tableHeader: true } : {}), cantSplit: isShort(row), ...(rowHeight > 0 ? { height: { value: rowHeight, rule: HeightRule.ATLEAST } } : {}),
      children: row.map((placed) => writeCell(placed, widths, place, context.look.shade, writeBlocks)),
    })),
  }), tableSpace()]
}

