/** Tables on as many slides as they need: as wide as their box, the head repeated, no row beyond it. */
import type { DeckCell, DeckTable } from './deck'
import { slideText, type Box } from './frame'
import { textWidth, wrapText } from './measure'
import type { z } from 'zod'

type Cell = z.infer<typeof DeckCell>

const inch = 72

/** Points between a cell's edge and its text. */
export const cellPadding = { x: 7.2, y: 5 } as const

interface Placed { cell: Cell; column: number }

/** Which column each cell stands in; a span that would run beyond the rows or into another's column ends before it. */
const placedRows = (rows: readonly (readonly Cell[])[]): Placed[][] => {
  const covered = new Map<number, number>()
  return rows.map((cells, index) => {
    const row: Placed[] = []
    let column = 0
    for (const cell of cells) {
      while ((covered.get(column) ?? 0) > index) column += 1
      let colSpan = 1
      while (colSpan < cell.colSpan && (covered.get(column + colSpan) ?? 0) <= index) colSpan += 1
      const rowSpan = Math.min(cell.rowSpan, rows.length - index)
      row.push({ cell: { ...cell, colSpan, rowSpan }, column })
      for (let each = column; each < column + colSpan; each += 1) covered.set(each, index + rowSpan)
      column += colSpan
    }
    return row
  })
}

const columnCount = (rows: readonly (readonly Placed[])[]): number => Math.max(1, ...rows.flat().map(({ cell, column }) => column + cell.colSpan))

const longestLine = (text: string, size: number): number => Math.max(...text.split('\n').map((line) => textWidth(line, size, true)))

/** Shares of one: what columns say, none too narrow to be read and none wider than it needs while others want room. */
const sharesOf = (rows: readonly (readonly Placed[])[], columns: number, width: number, size: number): number[] => {
  const wanted = Array.from({ length: columns }, (_, column) => {
    const texts = rows.flat().filter((each) => each.column === column && each.cell.colSpan === 1).map(({ cell }) => longestLine(cell.text, size))
    return Math.min(Math.max(...texts, 2 * size), 36 * size) + 2 * cellPadding.x + size / 2
  })
  const least = wanted.map((each) => Math.min(each, width / columns, 4.6 * size + 2 * cellPadding.x))
  const spare = width - least.reduce((sum, each) => sum + each, 0)
  const more = wanted.map((each, column) => Math.max(each - (least[column] ?? 0), 0))
  const sum = more.reduce((total, each) => total + each, 0)
  // Little text is not torn far apart: what is left over goes to all alike.
  const given = wanted.map((_, column) => (least[column] ?? 0) + (sum === 0 ? spare / columns : sum < spare ? (more[column] ?? 0) + (spare - sum) / columns : spare * (more[column] ?? 0) / sum))
  return given.map((each) => each / width)
}

/** Shares that an author gave, none so narrow that a sign does not stand in it. */
const readable = (shares: readonly number[], width: number, size: number): number[] => {
  const least = Math.min((2 * size + 2 * cellPadding.x) / width, 1 / shares.length)
  const beyond = shares.map((each) => Math.max(each - least, 0))
  const sum = beyond.reduce((total, each) => total + each, 0)
  return beyond.map((each) => least + (1 - least * shares.length) * (sum === 0 ? 1 / shares.length : each / sum))
}

interface Measure { widths: readonly number[]; width: number; size: number }

const cellWidth = ({ cell, column }: Placed, { widths, width }: Measure): number =>
  Math.max(widths.slice(column, column + cell.colSpan).reduce((sum, each) => sum + each, 0) * width - 2 * cellPadding.x, 1)

const cellHeight = (placed: Placed, measure: Measure): number => {
  const lines = placed.cell.text.split('\n').reduce((sum, line) => sum + wrapText(line, cellWidth(placed, measure), measure.size, placed.cell.header).length, 0)
  return lines * measure.size * slideText.line + 2 * cellPadding.y
}

/** Points, a row each; what a cell that reaches down needs beyond its rows the last of them gets. */
const heightsOf = (rows: readonly (readonly Placed[])[], measure: Measure): number[] => {
  const heights = rows.map((row) => Math.max(measure.size * slideText.line + 2 * cellPadding.y, ...row.filter(({ cell }) => cell.rowSpan === 1).map((each) => cellHeight(each, measure))))
  rows.forEach((row, index) => {
    for (const each of row.filter(({ cell }) => cell.rowSpan > 1)) {
      const end = index + each.cell.rowSpan
      const missing = cellHeight(each, measure) - heights.slice(index, end).reduce((sum, height) => sum + height, 0)
      if (missing > 0) heights[end - 1] = (heights[end - 1] ?? 0) + missing
    }
  })
  return heights
}

/** The height of each row of a table as it stands on a slide `width` points wide, in points. */
export const rowHeights = ({ rows, widths, size }: Pick<DeckTable, 'rows' | 'widths' | 'size'>, width: number): number[] => heightsOf(placedRows(rows), { widths, width, size })

/** The column of each cell, row by row. */
export const cellColumns = (rows: DeckTable['rows']): number[][] => placedRows(rows).map((row) => row.map(({ column }) => column))

/** Rows from one to another as a table of their own: a cell that reaches into them from above stands in the first, one that reaches beyond ends. */
const cutRows = (rows: readonly (readonly Placed[])[], from: number, to: number): Placed[][] => rows.slice(from, to).map((row, index) => {
  const own = row.map(({ cell, column }) => ({ column, cell: { ...cell, rowSpan: Math.min(cell.rowSpan, to - from - index) } }))
  if (index > 0) return own
  const above = rows.slice(0, from).flatMap((each, at) => each.flatMap(({ cell, column }) => {
    const left = at + cell.rowSpan - from
    return left > 0 ? [{ column, cell: { ...cell, rowSpan: Math.min(left, to - from) } }] : []
  }))
  return [...above, ...own].sort((a, b) => a.column - b.column)
})

const shortenedTo = (placed: Placed, measure: Measure, height: number): Placed => {
  const most = Math.max(Math.floor((height - 2 * cellPadding.y) / (measure.size * slideText.line)), 1)
  const lines = placed.cell.text.split('\n').flatMap((line) => wrapText(line, cellWidth(placed, measure), measure.size, placed.cell.header))
  if (lines.length <= most) return placed
  const last = [...(lines[most - 1] ?? '').trimEnd()].slice(0, -2).join('')
  return { ...placed, cell: { ...placed.cell, text: [...lines.slice(0, most - 1), `${last}…`].join('\n') } }
}

/** `shortened` are the rows, by their place in the whole, of which something is left out. */
export interface TablePage { rows: DeckTable['rows']; shortened: number[] }
export interface FittedTable { size: number; widths: number[]; headRows: number; pages: TablePage[] }

const heightOf = (rows: readonly (readonly Placed[])[], measure: Measure): number => heightsOf(rows, measure).reduce((total, each) => total + each, 0)

/** A row that stands over those below it, as a day over its items. */
const isHeading = (row: readonly Placed[] | undefined): boolean => row?.length === 1 && row[0]?.cell.header === true && row[0].cell.colSpan > 1

/** From which row to which each page goes, each as full as the room allows; a row that is higher has a page of its own. */
const rangesOf = (rows: readonly (readonly Placed[])[], first: number, measure: Measure, room: number): [from: number, to: number][] => {
  const ranges: [number, number][] = []
  for (let from = first; from < rows.length;) {
    let to = from + 1
    while (to < rows.length && heightOf(cutRows(rows, from, to + 1), measure) <= room) to += 1
    if (to < rows.length && to - from > 1 && isHeading(rows[to - 1])) to -= 1
    ranges.push([from, to])
    from = to
  }
  return ranges.length > 0 ? ranges : [[first, first]]
}

/** Tables longer than this are balanced for nobody. */
const mostBalanced = 60

/** As many pages, so that the last is not left with a row or two. */
const balancedRanges = (rows: readonly (readonly Placed[])[], first: number, measure: Measure, room: number): [from: number, to: number][] => {
  let best = rangesOf(rows, first, measure, room)
  const count = best.length
  if (count === 1 || rows.length > mostBalanced) return best
  let [low, high] = [room / 3, room]
  for (let step = 0; step < 6; step += 1) {
    const middle = (low + high) / 2
    const ranges = rangesOf(rows, first, measure, middle)
    if (ranges.length <= count) { best = ranges; high = middle } else low = middle
  }
  return best
}

const fitAt = (rows: readonly (readonly Placed[])[], wantedHead: number, measure: Measure, height: number): Omit<FittedTable, 'size' | 'widths'> => {
  // A head that leaves hardly room for anything is a row like the others.
  const headRows = heightOf(cutRows(rows, 0, wantedHead), measure) <= height / 2 ? wantedHead : 0
  const head = cutRows(rows, 0, headRows)
  const room = height - heightOf(head, measure)
  const cells = (part: readonly (readonly Placed[])[]): Cell[][] => part.map((row) => row.map(({ cell }) => cell))
  const pages = balancedRanges(rows, headRows, measure, room).map(([from, to]): TablePage => {
    const part = cutRows(rows, from, to)
    const isTooHigh = heightOf(part, measure) > room + 0.001
    return { rows: [...cells(head), ...cells(isTooHigh ? part.map((row) => row.map((each) => shortenedTo(each, measure, room))) : part)], shortened: isTooHigh ? [from] : [] }
  })
  return { headRows, pages }
}

/** `shares` are those that the author gave, a column each. At the largest size at which all of it stands on one slide, else at the smallest. */
export const fitTable = (rows: DeckTable['rows'], headRows: number, shares: readonly number[] | undefined, box: Pick<Box, 'width' | 'height'>, sizes: readonly number[]): FittedTable => {
  const placed = placedRows(rows)
  const columns = columnCount(placed)
  const [width, height] = [box.width * inch, box.height * inch]
  const at = (size: number): FittedTable => {
    const widths = shares?.length === columns ? readable(shares, width, size) : sharesOf(placed, columns, width, size)
    return { size, widths, ...fitAt(placed, headRows, { widths, width, size }, height) }
  }
  for (const size of sizes.slice(0, -1)) {
    const fitted = at(size)
    if (fitted.pages.length === 1 && fitted.pages[0]?.shortened.length === 0) return fitted
  }
  return at(sizes.at(-1) ?? slideText.smallest)
}
