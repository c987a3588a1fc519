/** How wide the columns of a table are: by what stands in them, no narrower than the longest of it that can't be broken, and never beyond the place. */
import type { Block, TableBlock } from '#shared/model/body/blocks'
import { bodyPieces } from '#shared/model/body/walk'
import { textWidth } from '#shared/model/slides/measure'
import { emsOf } from '../../plan/measure'
import { twipsPerPixel } from './look'
import type { PlacedCell } from './tableGrid'

type Rows = readonly (readonly PlacedCell[])[]

/** `widths` and `margin` (on either side of a cell's text) in twips, `size` in points. */
export interface TableFit { widths: number[]; margin: number; size: number }

export const textOf = (blocks: readonly Block[]): string => bodyPieces({ version: 1, preamble: [...blocks], sections: [] }).map(({ text }) => text).join(' ')

const sumOf = (all: readonly number[]): number => all.reduce((sum, each) => sum + each, 0)

/** Characters of its longest text, within bounds that keep every column readable. */
const longestTexts = (rows: Rows, columns: number): number[] => {
  const longest = Array.from({ length: columns }, () => 4)
  for (const { cell, column, colSpan } of rows.flat()) {
    if (cell && colSpan === 1) longest[column] = Math.max(longest[column] ?? 0, Math.min(Math.ceil(emsOf(textOf(cell.blocks))) + 1, 24))
  }
  return longest
}

/** Characters that a column keeps in one line before those with longer texts get what they ask for. */
const keptShort = 7

/** What a column asks for where the table gives no widths, of a line of so many characters. */
const wishedWidths = (rows: Rows, columns: number, line: number): number[] => {
  const longest = longestTexts(rows, columns)
  const short = longest.map((each) => Math.min(each, keptShort))
  const [sum, shortSum] = [sumOf(longest), sumOf(short)]
  if (sum <= line || shortSum >= line) return longest
  return longest.map((each, column) => (short[column] ?? 0) + (each - (short[column] ?? 0)) * (line - shortSum) / (sum - shortSum))
}

/** Ems; what is longer than that, such as an address, may be broken anywhere. */
const longestWhole = 10
/** Ems: two Chinese characters stand side by side, with a little left over for bold ones. */
const pairOfChinese = 2.2

const wholeEms = (text: string, isBold: boolean): number => {
  const words = (text.match(/[!-~\u00a0-\u024f]+/g) ?? []).map((word) => textWidth(word, 1, isBold))
  const chinese = [...text.matchAll(/[^!-~\u00a0-\u024f\s]/gu)].length
  return Math.min(Math.max(0, ...words, Math.min(chinese * 1.1, pairOfChinese)), longestWhole)
}

/** Ems that each column needs so that no number and no word in it is broken. */
const wholeTexts = (rows: Rows, columns: number): number[] => {
  const whole = Array.from({ length: columns }, () => 0)
  for (const { cell, column, colSpan } of rows.flat()) {
    if (cell && colSpan === 1) whole[column] = Math.max(whole[column] ?? 0, wholeEms(textOf(cell.blocks), cell.header !== undefined))
  }
  return whole
}

/** The same width altogether, shared out so that none is below its floor; those that have more give in proportion. */
const raised = (widths: readonly number[], floors: readonly number[], available: number): number[] => {
  const total = Math.max(sumOf(widths), Math.min(sumOf(floors), available))
  const fixed = new Set<number>()
  for (;;) {
    const left = total - sumOf([...fixed].map((column) => floors[column] ?? 0))
    const asked = sumOf(widths.filter((_, column) => !fixed.has(column)))
    const shared = widths.map((width, column) => (fixed.has(column) ? floors[column] ?? 0 : width * left / Math.max(asked, 1)))
    const below = shared.flatMap((width, column) => (!fixed.has(column) && width < (floors[column] ?? 0) - 0.5 ? [column] : []))
    if (below.length === 0) return shared
    for (const column of below) fixed.add(column)
  }
}

/** Twips. */
const [usualMargin, smallMargin, leastMargin] = [80, 50, 20]
/** Points. */
const smallestSize = 6
/** A table of fewer columns is not set smaller: a long word in it breaks. */
const manyColumns = 6

/** Its letters as large as they can be so that what can't be broken fits: those of the place, or smaller by steps of half a point. */
const sizeFor = (whole: readonly number[], available: number, usual: number): { size: number; margin: number; floors: number[] } => {
  const smallest = whole.length < manyColumns ? usual : Math.min(smallestSize, usual)
  const floorsAt = (size: number, margin: number): number[] => whole.map((ems) => ems * size * 20 + 2 * margin)
  for (let size = usual; size >= smallest; size -= 0.5) {
    const margin = size === usual ? usualMargin : smallMargin
    const floors = floorsAt(size, margin)
    if (sumOf(floors) <= available) return { size, margin, floors }
  }
  const margin = smallest === usual ? usualMargin : leastMargin
  const floors = floorsAt(smallest, margin)
  return { size: smallest, margin, floors: floors.map((each) => each * Math.min(1, available / sumOf(floors))) }
}

/** Of widths of its own: a place that leaves a table less of them than that was not thought of when they were given. */
const keptShare = 0.85

/** In a place of so many twips, in letters of usually so many points. Widths of its own are kept, or made less alike, as far as there is room for them; else it fills the place. */
export const tableFit = (table: TableBlock, rows: Rows, columns: number, available: number, usual: number): TableFit => {
  const own = table.columnWidths?.length === columns ? table.columnWidths.map((width) => width * twipsPerPixel) : undefined
  const round = (widths: readonly number[]): number[] => widths.map((width) => Math.max(Math.round(width), twipsPerPixel))
  const share = own ? Math.min(1, available / sumOf(own)) : 0
  if (own && share >= keptShare) return { widths: round(own.map((width) => width * share)), margin: usualMargin, size: usual }
  const { size, margin, floors } = sizeFor(wholeTexts(rows, columns), available, usual)
  const wished = own ?? wishedWidths(rows, columns, available / 20 / size)
  const scale = available / Math.max(sumOf(wished), 1)
  return { widths: round(raised(wished.map((width) => width * scale), floors, available)), margin, size }
}
