/** A table block as a table of Word: its grid and widths, merged cells, and a header that is repeated on each page. */
import { AlignmentType, HeightRule, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, VerticalMergeType, WidthType } from 'docx'
import type { Block, TableBlock } from '#shared/model/body/blocks'
import type { Context, Place } from './context'
import { named } from './head'
import { halfPoints, twipsPerPixel } from './look'
import { legalLine, textRun } from './runs'
import { tableTextStyle } from './styles'
import { tableGrid, type PlacedCell } from './tableGrid'
import { tableFit, textOf, type TableFit } from './tableWidths'

export type WriteBlocks = (blocks: readonly Block[], place: Place) => (Paragraph | Table)[]

/** Word refuses a file with a wider table. */
const maxColumns = 63
const headsColumn = ({ cell }: PlacedCell): boolean => cell?.header === 'column' || cell?.header === 'both'

/** Rows at the top all of whose cells head their columns; cells that reach down from them count with them. */
const headerRowCount = (rows: readonly (readonly PlacedCell[])[]): number => {
  const first = rows.findIndex((row) => !row.every((placed) => headsColumn(placed) || placed.merge === 'goesOn') || !row.some(headsColumn))
  return first === -1 ? rows.length : first
}

/** A row stays on one page, unless it holds so much that it may not fit on one. */
const isShort = (row: readonly PlacedCell[]): boolean => row.every(({ cell }) => textOf(cell?.blocks ?? []).length < 200)

const writeCell = (placed: PlacedCell, { widths, margin }: TableFit, place: Place, shade: string, writeBlocks: WriteBlocks): TableCell => {
  const { cell, column, colSpan, merge } = placed
  const width = widths.slice(column, column + colSpan).reduce((sum, each) => sum + each, 0)
  const heading = cell?.header !== undefined
  const inner: Place = { ...place, surface: 'cell', style: undefined, boxed: false, heading, width: Math.max((width - 2 * margin) / twipsPerPixel, 8) }
  const content = writeBlocks(cell?.blocks ?? [], inner)
  return new TableCell({
    width: { size: width, type: WidthType.DXA }, verticalAlign: VerticalAlignTable.CENTER,
    ...(colSpan > 1 ? { columnSpan: colSpan } : {}),
    ...(merge ? { verticalMerge: merge === 'begins' ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE } : {}),
    ...(heading ? { shading: { fill: shade } } : {}),
    children: content.length > 0 ? content : [new Paragraph({ style: tableTextStyle(inner) })],
  })
}

/** Rows of a table too wide for Word, their cells in a line each. */
const asLines = (table: TableBlock): Paragraph[] =>
  table.rows.map(({ cells }) => new Paragraph({ style: 'TableText', children: [textRun(cells.map(({ blocks }) => textOf(blocks)).join('\t'))] }))

/** What tells which table it is: its caption, else how it begins. */
const nameOf = ({ caption, rows }: TableBlock): string =>
  named(legalLine(caption ?? '') || legalLine(rows[0]?.cells.map(({ blocks }) => textOf(blocks)).join(' ') ?? ''))

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
  const usual = place.tableSize === undefined ? context.look.preset.sizes.table : place.tableSize / 2
  const fit = tableFit(table, rows, columns, place.width * twipsPerPixel, usual)
  const isSmaller = fit.size < usual
  if (isSmaller) context.warnings.add('table_reduced', nameOf(table))
  const inner: Place = isSmaller ? { ...place, tableSize: halfPoints(fit.size) } : place
  if (inner.tableSize !== undefined) context.tableSizes.add(inner.tableSize)
  const headers = headerRowCount(rows)
  const sum = fit.widths.reduce((total, width) => total + width, 0)
  return [...caption, new Table({
    alignment: AlignmentType.CENTER, layout: TableLayoutType.FIXED, width: { size: sum, type: WidthType.DXA }, columnWidths: fit.widths,
    margins: { marginUnitType: WidthType.DXA, top: 40, bottom: 40, left: fit.margin, right: fit.margin },
    rows: rows.map((row, index) => new TableRow({
      ...(index < headers ? { tableHeader: true } : {}), cantSplit: isShort(row), ...(rowHeight > 0 ? { height: { value: rowHeight, rule: HeightRule.ATLEAST } } : {}),
      children: row.map((placed) => writeCell(placed, fit, inner, context.look.shade, writeBlocks)),
    })),
  }), tableSpace()]
}

