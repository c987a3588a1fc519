/** A table of mammoth's tree as a table block: spans, header rows, column widths, and every row of the same length. */
import { newBlockId } from '#shared/model/ids'
import { isKnownBlock, type Block, type TableBlock, type TableCell } from '#shared/model/body/blocks'
import { blockInlines, inlineText } from '#shared/model/body/walk'
import type { Element, Table } from './mammothTree'
import type { CellFacts } from './tableFacts'

export interface CellReader {
  blocks(children: readonly Element[]): Block[]
  facts(children: readonly Element[]): CellFacts | undefined
}

/** Word itself allows 63 columns; a damaged file may claim millions. */
const maxSpan = 63

const span = (value: number): number => (Number.isFinite(value) ? Math.min(Math.max(Math.trunc(value), 1), maxSpan) : 1)

interface PlacedCell { cell: TableCell; shaded: boolean; colSpan: number; rowSpan: number }
interface PlacedRow { cells: PlacedCell[]; isHeader: boolean; columns: number }

const readRows = (table: Table, reader: CellReader): { rows: PlacedRow[]; facts: CellFacts | undefined } => {
  let facts: CellFacts | undefined
  /** For each column, how many rows more a cell above covers. */
  const covered: number[] = []
  const rows = table.children.flatMap((row, rowIndex): PlacedRow[] => {
    if (row.type !== 'tableRow') return []
    let column = 0
    const skipCovered = (): void => {
      for (; (covered[column] ?? 0) > 0; column += 1) covered[column] = (covered[column] ?? 0) - 1
    }
    const cells = row.children.flatMap((cell): PlacedCell[] => {
      if (cell.type !== 'tableCell') return []
      const cellFacts = reader.facts(cell.children)
      facts ??= cellFacts
      const colSpan = span(cell.colSpan)
      const rowSpan = Math.min(Math.max(Math.trunc(cell.rowSpan), 1), table.children.length - rowIndex)
      skipCovered()
      for (let at = column; at < column + colSpan; at += 1) covered[at] = rowSpan - 1
      column += colSpan
      const content: TableCell = {
        blocks: reader.blocks(cell.children), ...(colSpan > 1 ? { colSpan } : {}), ...(rowSpan > 1 ? { rowSpan } : {}),
      }
      return [{ cell: content, shaded: cellFacts?.shaded === true, colSpan, rowSpan }]
    })
    skipCovered()
    return [{ cells, isHeader: row.isHeader, columns: column }]
  })
  return { rows, facts }
}

const isBoldBlock = (block: Block): boolean => blockInlines(block).every((inline) =>
  inline.type !== 'text' || String(inline.text).trim() === '' || (Array.isArray(inline.marks) && inline.marks.includes('bold')))

const isEmpty = ({ cell }: PlacedCell): boolean => cell.blocks.length === 0

const isSetOff = (row: PlacedRow): boolean => {
  const isBold = (cell: PlacedCell): boolean => cell.cell.blocks.every((block) => isKnownBlock(block) && isBoldBlock(block))
  // Cells with pictures alone have no weight.
  const hasText = row.cells.some(({ cell }) => cell.blocks.some((block) => inlineText(blockInlines(block)).trim() !== ''))
  const shaded = row.cells.filter((cell) => cell.shaded).length
  if (shaded === row.cells.length) return row.cells.some((cell) => !isEmpty(cell))
  // A shade on some of them tells labels from values.
  return shaded === 0 && hasText && row.cells.every(isBold)
}

const maxHeaders = 3

/** Marked header rows at the top; else first rows that weight or shade sets off from the rest. A lone cell across the table is a caption of its own. */
const headerRows = (rows: readonly PlacedRow[]): number => {
  const marked = rows.findIndex((row) => !row.isHeader)
  if (marked !== 0) return Math.max(marked, 0)
  const setOff = rows.findIndex((row) => !isSetOff(row))
  return setOff <= maxHeaders && (rows[0]?.cells.length ?? 0) > 1 ? Math.max(setOff, 0) : 0
}

/** Cells that a shade sets off at the start of a row, before others without one, head that row. */
const rowHeaders = ({ cells, columns }: PlacedRow): number => {
  const first = cells.findIndex((cell) => !cell.shaded || isEmpty(cell))
  if (first !== -1) return first
  // Others may reach down from the rows above.
  return cells.reduce((sum, { colSpan }) => sum + colSpan, 0) < columns ? cells.length : 0
}

const asHeader = (cell: TableCell, header: 'column' | 'row'): TableCell => ({ ...cell, header, blocks: cell.blocks.map(boldAway) })

const boldAway = (block: Block): Block => (isKnownBlock(block) && block.type === 'paragraph'
  ? {
    ...block,
    inlines: block.inlines.map((inline) => (inline.type === 'text' && Array.isArray(inline.marks) ? { ...inline, marks: inline.marks.filter((mark) => mark !== 'bold') } : inline)),
  }
  : block)

/** Undefined for a table without a cell. */
export const readTable = (table: Table, reader: CellReader): TableBlock | undefined => {
  const { rows: read, facts } = readRows(table, reader)
  const rows = read.filter((row) => row.columns > 0)
  const columns = Math.max(0, ...rows.map((row) => row.columns))
  if (columns === 0) return undefined
  const headers = headerRows(rows)
  const widths = facts?.table.columnWidths ?? []
  const block: TableBlock = {
    type: 'table', id: newBlockId(),
    ...(widths.length === columns && widths.every((width) => width >= 1) ? { columnWidths: widths.map((width) => Math.round(width)) } : {}),
    rows: rows.map((row, index) => ({
      cells: [
        ...row.cells.map(({ cell }, place) => (index < headers ? asHeader(cell, 'column') : place < rowHeaders(row) ? asHeader(cell, 'row') : cell)),
        ...Array.from({ length: columns - row.columns }, () => ({ blocks: [] })),
      ],
    })),
  }
  return block
}
