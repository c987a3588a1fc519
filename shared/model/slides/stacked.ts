/** Text above and below a table, all as wide as the slide. */
import type { DeckLine, DeckTable, Slide } from './deck'
import { linesHeight } from './fitLines'
import { fitTable, rowHeights } from './fitTable'
import { aboveCaption, frame, type Box } from './frame'

const inch = 72
/** Inches between text and table. */
const gap = 0.3
/** In points, of the text and of the table: the text is never the smaller. */
const sizes = [[24, 20], [22, 20], [20, 20], [20, 18], [18, 18]] as const
/** A row takes a ninth of a slide at least. */
const mostRows = 9

const { width, height } = frame.body

interface Cells { rows: DeckTable['rows']; headRows: number; shares?: readonly number[]; caption: string }

const textHeight = (lines: readonly DeckLine[], size: number): number => linesHeight(lines, width * inch, size) / inch
const textRoom = (lines: readonly DeckLine[], size: number): number => (lines.length === 0 ? 0 : textHeight(lines, size) + gap)

/** Undefined where all needs more than one slide. */
export const fitStacked = (lines: readonly DeckLine[], { rows, headRows, shares, caption }: Cells, below: readonly DeckLine[]): { size: number; table: DeckTable } | undefined => {
  if (rows.length > mostRows) return undefined
  for (const [size, tableSize] of sizes) {
    const left = aboveCaption({ ...frame.body, height: height - textRoom(lines, size) - textRoom(below, size) }, caption)
    const fitted = left.height > 0 ? fitTable(rows, headRows, shares, left, [tableSize]) : undefined
    const [page, more] = fitted?.pages ?? []
    if (fitted && page && !more && page.shortened.length === 0 && fitted.headRows === headRows) return { size, table: { widths: fitted.widths, headRows, rows: page.rows, size: tableSize, caption } }
  }
  return undefined
}

/** The table's box is as high as the table with its caption. */
export const stackedBoxes = ({ lines, size, table, below }: Pick<Extract<Slide, { layout: 'textTable' }>, 'lines' | 'size' | 'table' | 'below'>): { above: Box; table: Box; below: Box } => {
  const tableHeight = rowHeights(table, width * inch).reduce((sum, each) => sum + each, 0) / inch + height - aboveCaption(frame.body, table.caption).height
  const top = frame.body.y + textRoom(lines, size)
  return {
    above: { ...frame.body, height: textHeight(lines, size) }, table: { ...frame.body, y: top, height: tableHeight }, below: { ...frame.body, y: top + tableHeight + gap, height: textHeight(below, size) },
  }
}
