/** A table as a grid that Word accepts: every row fills every column, and what a span covers is said in each row that it covers. */
import type { TableBlock, TableCell } from '#shared/model/body/blocks'

export interface PlacedCell {
  /** Undefined where a cell above reaches down to, and where a row ends early. */
  cell: TableCell | undefined
  column: number
  colSpan: number
  merge: 'begins' | 'goesOn' | undefined
}

interface Covering { left: number; colSpan: number }

/** Cells that the model leaves out are covered; a span that would run into a covered column ends before it. */
export const tableGrid = ({ rows }: TableBlock): { rows: PlacedCell[][]; columns: number } => {
  const covering = new Map<number, Covering>()
  const placed = rows.map(({ cells }, rowIndex) => {
    const waiting = [...cells]
    const row: PlacedCell[] = []
    let column = 0
    for (;;) {
      const covered = covering.get(column)
      if (covered) {
        row.push({ cell: undefined, column, colSpan: covered.colSpan, merge: 'goesOn' })
        covered.left -= 1
        if (covered.left === 0) covering.delete(column)
        column += covered.colSpan
        continue
      }
      const cell = waiting.shift()
      const nextCovered = Math.min(...[...covering.keys()].filter((at) => at > column))
      if (!cell) {
        if (!Number.isFinite(nextCovered)) break
        row.push({ cell: undefined, column, colSpan: 1, merge: undefined })
        column += 1
        continue
      }
      const colSpan = Math.min(cell.colSpan ?? 1, nextCovered - column)
      const rowSpan = Math.min(cell.rowSpan ?? 1, rows.length - rowIndex)
      row.push({ cell, column, colSpan, merge: rowSpan > 1 ? 'begins' : undefined })
      // Set after the row is done with this column: it covers rows below.
      if (rowSpan > 1) covering.set(column, { left: rowSpan - 1, colSpan })
      column += colSpan
    }
    return { row, end: column }
  })
  const columns = Math.max(0, ...placed.map(({ end }) => end))
  return {
    columns,
    rows: placed.map(({ row, end }) => [
      ...row, ...Array.from({ length: columns - end }, (_, index): PlacedCell => ({ cell: undefined, column: end + index, colSpan: 1, merge: undefined })),
    ]),
  }
}
