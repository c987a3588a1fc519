/** How many pages a plan will have, reckoned from its text and its preset without laying it out: within about a quarter of what it comes to. */
import { isKnownBlock, type Block, type TableBlock } from '#shared/model/body/blocks'
import { blockInlines, blockText, inlineText } from '#shared/model/body/walk'
import { linesIn } from '../../plan/measure'
import type { DocumentPart, DocumentPlan } from '../../plan/plan'
import { tableGrid } from '../docx/tableGrid'
import { lengthOf } from './parts'
import { lineOf, textSizeOf, titleShares } from './style'
import { columnShares } from './tables'

const pointsPerPixel = 72 / 96
const pointsPerMillimetre = 72 / 25.4

/** Points. */
interface Measures { width: number; height: number; size: number; line: number; table: number; tableLine: number; indent: number; preset: DocumentPlan['preset'] }

/** Of a picture whose size nothing says: half of the width, as high as most photographs. */
const pictureShare = 0.6

const textHeight = (text: string, width: number, { size, line, indent }: Measures): number => linesIn(text, width / size, indent) * line

const cellHeight = (blocks: readonly Block[], width: number, measures: Measures): number => blocks.reduce((sum, block) => {
  if (isKnownBlock(block) && (block.type === 'image' || block.type === 'table')) return sum + blockHeight(block, width, measures)
  return sum + linesIn(blockText(block), width / measures.table) * measures.tableLine
}, 0)

/** The heights of its rows; `least` of each. */
const rowHeights = (table: TableBlock, width: number, measures: Measures, least = 0): number[] => {
  const { rows, columns } = tableGrid(table)
  const shares = columnShares(table, rows, columns)
  return rows.map((row) => Math.max(least, ...row.map(({ cell, column, colSpan }) =>
    (cell && cell.rowSpan === undefined ? cellHeight(cell.blocks, width * shares.slice(column, column + colSpan).reduce((sum, share) => sum + share, 0) - 8, measures) + 5 : 0))))
}

const tableHeight = (table: TableBlock, width: number, measures: Measures, least = 0): number =>
  rowHeights(table, width, measures, least).reduce((sum, height) => sum + height, 0) + measures.line * 0.6 + (table.caption === undefined ? 0 : measures.table * 1.8)

function blockHeight(block: Block, width: number, measures: Measures): number {
  if (!isKnownBlock(block)) return measures.line
  switch (block.type) {
    case 'image': {
      const own = block.height ?? (block.width === undefined ? undefined : block.width * pictureShare)
      return Math.min(own === undefined ? width * pictureShare : own * pointsPerPixel * Math.min(1, width / ((block.width ?? own) * pointsPerPixel)), measures.height * 0.9) + measures.line * (block.caption === undefined ? 0.5 : 1.5)
    }
    case 'table': return tableHeight(block, width, measures)
    case 'quote':
    case 'callout': return block.blocks.reduce((sum, each) => sum + blockHeight(each, width - 4 * measures.size, measures), measures.line)
    case 'divider': return measures.line
    case 'listItem': return textHeight(inlineText(block.inlines), width - 2.5 * measures.size, { ...measures, indent: 0 })
    case 'heading':
    case 'paragraph': return textHeight(inlineText(blockInlines(block)), width, measures)
  }
}

/** A long title is set smaller, with room above and below. */
const titleHeight = (title: string, { width, line, size: text, preset: { sizes } }: Measures): number => {
  const length = lengthOf(title)
  const size = length === '' ? sizes.title : Math.max(sizes.title * titleShares[length], text)
  return linesIn(title, width / size) * size * 1.45 + line * 0.75
}

const partHeight = (part: DocumentPart, measures: Measures): number => {
  const { width, height, line, size, preset: { sizes } } = measures
  switch (part.kind) {
    case 'cover':
    case 'contents': return height
    case 'head': return (part.level === 0 ? titleHeight(part.title, measures) : linesIn(part.title, width / sizes.heading1) * line) + part.data.length * size * 1.5
      + (part.summary === '' ? 0 : textHeight(part.summary, width - 2 * size, measures)) + (part.form ? tableHeight(part.form, width, measures) : 0)
    case 'section': return part.blocks.reduce((sum, block) => sum + blockHeight(block, width, measures), part.title === '' ? 0 : line * 1.2)
    case 'blank': return tableHeight(part.table, width, measures, part.rowHeight * pointsPerMillimetre)
    case 'flow': return Math.min(part.chart.height * pointsPerPixel, height)
    case 'banner': return linesIn(part.text, width / part.size) * part.size * 1.3
  }
}

type Look = Pick<DocumentPlan, 'preset' | 'page'>

const measuresOf = (look: Look): Measures => {
  const { preset } = look
  const text = textSizeOf(look)
  return {
    width: text.width * pointsPerPixel, height: text.height * pointsPerPixel, size: preset.sizes.text, line: lineOf(preset, preset.sizes.text), table: preset.sizes.table, tableLine: preset.sizes.table * 1.4, indent: preset.firstLine, preset,
  }
}

/** Millimetres: what parts take one below the other, and the text of a page. */
export const reckonedHeight = (parts: readonly DocumentPart[], look: Look): { used: number; height: number } => {
  const measures = measuresOf(look)
  return { used: parts.reduce((sum, part) => sum + partHeight(part, measures), 0) / pointsPerMillimetre, height: measures.height / pointsPerMillimetre }
}

/** A part that begins a page leaves the rest of the one before empty. */
export const reckonedPages = (plan: DocumentPlan): number => {
  const { parts } = plan
  const measures = measuresOf(plan)
  let [whole, used, isAlone] = [0, 0, false]
  for (const part of parts) {
    const breaks = isAlone || part.kind === 'cover' || part.kind === 'contents' || ((part.kind === 'head' || part.kind === 'section') && part.newPage)
    if (breaks && used > 0) { whole += Math.ceil(used / measures.height); used = 0 }
    const rest = measures.height - used % measures.height
    const needed = partHeight(part, measures)
    // What can't be parted goes to the next page.
    used += part.kind === 'flow' && needed > rest ? rest + needed : needed
    isAlone = part.kind === 'cover' || part.kind === 'contents'
  }
  return whole + Math.ceil(used / measures.height)
}
