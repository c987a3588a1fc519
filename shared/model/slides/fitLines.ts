/** Lines of text on as many slides as they need, at the largest size at which they fit: nothing is left out, nothing stands beyond its box. */
import type { DeckLine } from './deck'
import { slideText, type Box } from './frame'
import { wrapText } from './measure'

const inch = 72

/** In ems: how far a line stands in, and how far its mark stands before it. */
export const lineIndent = { level: 1.4, mark: 1.5 } as const
/** In ems: the room above a line that is not the first. */
export const lineGap = 0.5

/** Where the text of a line begins, in ems from the left of its box. Marks longer than usual take more. */
export const indentOf = ({ level, mark }: Pick<DeckLine, 'level' | 'mark'>): number => level * lineIndent.level + (mark === '' ? 0 : Math.max(lineIndent.mark, [...mark].length * 0.8))

const textOf = ({ spans }: DeckLine): string => spans.map(({ text }) => text).join('')
const isBold = ({ spans }: DeckLine): boolean => spans.some(({ bold }) => bold)

/** In signs: a line in bold that is longer is said for its own sake. */
const longestHeading = 24

/** Heads what comes after it, so it is not the last on a slide: a heading, or a few words in bold that stand in its place. */
export const isHeading = (line: DeckLine): boolean =>
  line.mark === '' && line.spans.length > 0 && line.spans.every(({ bold }) => bold === true) && (line.spans.every(({ accent }) => accent === true) || [...textOf(line)].length <= longestHeading)

const wrapped = (line: DeckLine, width: number, size: number): readonly string[] => wrapText(textOf(line), Math.max(width - indentOf(line) * size, 3 * size), size, isBold(line))

/** Points. */
export const linesHeight = (lines: readonly DeckLine[], width: number, size: number): number =>
  lines.reduce((sum, line, index) => sum + wrapped(line, width, size).length * size * slideText.line + (index === 0 ? 0 : lineGap * size), 0)

/** The spans of a line from one character to another, in UTF-16 units. */
export const cutSpans = ({ spans }: DeckLine, from: number, to: number): DeckLine['spans'] => {
  let at = 0
  return spans.flatMap((span) => {
    const begins = at
    at += span.text.length
    const text = span.text.slice(Math.max(from - begins, 0), Math.max(to - begins, 0))
    return text === '' ? [] : [{ ...span, text }]
  })
}

/** A line that is higher than a whole slide, in pieces that are not. What goes on has no mark. */
const pieces = (line: DeckLine, width: number, height: number, size: number): DeckLine[] => {
  const rows = wrapped(line, width, size)
  const most = Math.max(Math.floor(height / (size * slideText.line)), 1)
  if (rows.length <= most) return [line]
  const length = rows.slice(0, most).join('').length
  return [{ ...line, spans: cutSpans(line, 0, length) }, ...pieces({ ...line, mark: '', spans: cutSpans(line, length, Infinity) }, width, height, size)]
}

/** One page after another, each as full as it can be. */
const filled = (lines: readonly DeckLine[], width: number, height: number, size: number): DeckLine[][] => {
  const pages: DeckLine[][] = []
  let page: DeckLine[] = []
  for (const line of lines) {
    if (page.length > 0 && linesHeight([...page, line], width, size) > height) {
      const heading = page.length > 1 && page.at(-1)
      const carried = heading && isHeading(heading) ? [heading] : []
      pages.push(carried.length > 0 ? page.slice(0, -1) : page)
      page = linesHeight([...carried, line], width, size) > height ? [line] : [...carried, line]
      if (page.length === 1 && carried.length > 0) pages.push(carried)
    } else page.push(line)
  }
  return page.length > 0 ? [...pages, page] : pages
}

/** As many pages, none much fuller than the others. */
const balanced = (lines: readonly DeckLine[], width: number, height: number, size: number): DeckLine[][] => {
  let best = filled(lines, width, height, size)
  const count = best.length
  let [low, high] = [height / 4, height]
  for (let step = 0; step < 6 && count > 1; step += 1) {
    const middle = (low + high) / 2
    const pages = filled(lines, width, middle, size)
    if (pages.length <= count && pages.every((page) => linesHeight(page, width, size) <= middle)) { best = pages; high = middle }
    else low = middle
  }
  return best
}

export interface FittedLines { size: number; pages: DeckLine[][] }

/** `sizes` from the largest to the smallest; what fits one slide at none of them goes on on as few as can be. Of no lines there are no pages. */
export const fitLines = (lines: readonly DeckLine[], box: Pick<Box, 'width' | 'height'>, sizes: readonly number[]): FittedLines => {
  const [width, height] = [box.width * inch, box.height * inch]
  const size = sizes.find((each) => linesHeight(lines, width, each) <= height)
  if (size !== undefined) return { size, pages: lines.length > 0 ? [[...lines]] : [] }
  const pagesAt = (each: number): DeckLine[][] => balanced(lines.flatMap((line) => pieces(line, width, height, each)), width, height, each)
  const last = sizes.at(-1) ?? slideText.smallest
  const fewest = pagesAt(last)
  // As many slides as at the smallest size, and as large as these hold.
  for (const each of sizes) {
    const pages = pagesAt(each)
    if (pages.length <= fewest.length) return { size: each, pages }
  }
  return { size: last, pages: fewest }
}
