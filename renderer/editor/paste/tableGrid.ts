/** Cells of a table as a grid: spans end where the table does, what is hidden is left out, and so are rows and columns where no cell begins. */

export interface SourceCell<T> { content: T, colSpan: number, rowSpan: number }

export interface GridCell<T> { content: T, row: number, column: number, colSpan: number, rowSpan: number }

export interface Grid<T> {
  /** By row, each in the order of its columns; a place that no cell covers has no content. */
  rows: GridCell<T | undefined>[][]
  /** What each column is made of, by its places in the source. */
  columns: number[][]
  /** What stands only where it is hidden. */
  hidden: T[]
}

const longestSpan = 1000

/** Puts each cell at the first free place of its row, as browsers do. */
const place = <T>(rows: readonly (readonly SourceCell<T>[])[]): GridCell<T>[] => {
  const placed: GridCell<T>[] = []
  /** For each column the row up to which it is taken. */
  const takenUntil: number[] = []
  rows.forEach((cells, row) => {
    let column = 0
    for (const { content, colSpan, rowSpan } of cells) {
      while ((takenUntil[column] ?? 0) > row) column += 1
      const rowEnd = rowSpan === 0 ? rows.length : Math.min(row + rowSpan, rows.length)
      let end = column
      while (end < column + Math.min(Math.max(colSpan, 1), longestSpan) && (takenUntil[end] ?? 0) <= row) { takenUntil[end] = rowEnd; end += 1 }
      placed.push({ content, row, column, colSpan: end - column, rowSpan: rowEnd - row })
      column = end
    }
  })
  return placed
}

/** The lines (rows, or columns) that are shown and in which a cell begins, each with those that are one with it. */
const linesOf = (starts: ReadonlySet<number>, end: number, isHidden: (line: number) => boolean): { lines: number[][], lineAt: Int32Array } => {
  const lines: number[][] = []
  const lineAt = new Int32Array(end + 1)
  for (let source = 0; source < end; source += 1) {
    lineAt[source] = lines.length
    if (isHidden(source)) continue
    if (starts.has(source) || lines.length === 0) lines.push([source])
    else lines.at(-1)?.push(source)
    lineAt[source] = lines.length - 1
  }
  lineAt[end] = lines.length
  return { lines, lineAt }
}

/** The first shown place from a place on, or the end of its span. */
const firstShown = (from: number, span: number, isHidden: (line: number) => boolean): number => {
  let at = from
  while (at < from + span && isHidden(at)) at += 1
  return at
}

export const gridOf = <T>(
  source: readonly (readonly SourceCell<T>[])[], isRowHidden: (row: number) => boolean, isColumnHidden: (column: number) => boolean,
): Grid<T> => {
  const placed = place(source)
  const shown = placed.flatMap((cell) => {
    const row = firstShown(cell.row, cell.rowSpan, isRowHidden)
    const column = firstShown(cell.column, cell.colSpan, isColumnHidden)
    if (row === cell.row + cell.rowSpan || column === cell.column + cell.colSpan) return []
    return [{ ...cell, row, column, rowSpan: cell.row + cell.rowSpan - row, colSpan: cell.column + cell.colSpan - column }]
  })
  const seen = new Set(shown.map(({ content }) => content))
  const rowEnd = shown.reduce((end, { row, rowSpan }) => Math.max(end, row + rowSpan), 0)
  const columnEnd = shown.reduce((end, { column, colSpan }) => Math.max(end, column + colSpan), 0)
  const rows = linesOf(new Set(shown.map(({ row }) => row)), rowEnd, isRowHidden)
  const columns = linesOf(new Set(shown.map(({ column }) => column)), columnEnd, isColumnHidden)

  /** How many lines begin within a span. */
  const spanned = ({ lines, lineAt }: ReturnType<typeof linesOf>, from: number, span: number): number => {
    const first = lineAt[from] ?? 0
    let count = 1
    while (first + count < lines.length && (lines[first + count]?.[0] ?? from + span) < from + span) count += 1
    return count
  }
  const out: GridCell<T | undefined>[][] = rows.lines.map(() => [])
  const covered = rows.lines.map(() => new Uint8Array(columns.lines.length))
  for (const { content, row: sourceRow, column: sourceColumn, rowSpan, colSpan } of shown) {
    const cell = {
      content, row: rows.lineAt[sourceRow] ?? 0, column: columns.lineAt[sourceColumn] ?? 0,
      rowSpan: spanned(rows, sourceRow, rowSpan), colSpan: spanned(columns, sourceColumn, colSpan),
    }
    out[cell.row]?.push(cell)
    for (let each = cell.row; each < cell.row + cell.rowSpan; each += 1) covered[each]?.fill(1, cell.column, cell.column + cell.colSpan)
  }
  covered.forEach((places, row) => {
    places.forEach((isCovered, column) => { if (!isCovered) out[row]?.push({ content: undefined, row, column, colSpan: 1, rowSpan: 1 }) })
    out[row]?.sort((a, b) => a.column - b.column)
  })
  return { rows: out, columns: columns.lines, hidden: placed.map(({ content }) => content).filter((content) => !seen.has(content)) }
}
