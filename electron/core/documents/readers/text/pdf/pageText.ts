/** The text of one page of a PDF, whose lines are joined to paragraphs: what was only wrapped reads on, as it is searched for. */
import { z } from 'zod'

/** What pdf.js says of a run of text, in points from the lower left corner. */
export const TextItem = z.object({ str: z.string(), transform: z.array(z.number()), width: z.number(), hasEOL: z.boolean() })
export type TextItem = z.infer<typeof TextItem>

interface Line {
  text: string
  left: number
  right: number
  /** The baseline. */
  y: number
  size: number
  /** Set from left to right, not turned nor vertical. */
  isLevel: boolean
}

const han = String.raw`\p{Script=Han}\u3000-\u303f\uff00-\uffef`
const endsInHan = new RegExp(`[${han}]$`, 'u')
const startsWithHan = new RegExp(`^[${han}]`, 'u')

/** 目 录: single characters apart are one word, spread. */
const spread = /(?<![\p{L}\p{N}])\p{Script=Han}(?: \p{Script=Han})+(?![\p{L}\p{N}])/gu

/** Some writers put a radical for the character that looks like it. */
const mend = (text: string): string => text.replace(/[\u2e80-\u2fdf]/g, (radical) => radical.normalize('NFKC')).replace(/(?!\t)\p{Cc}/gu, '')

const sizeOf = ([a = 0, b = 0, c = 0, d = 0]: readonly number[]): number => Math.hypot(c, d) || Math.hypot(a, b)

/** A gap that pdf.js tells as a space: between Han characters only a wide one is more than how the line was set. */
const gapText = (gap: TextItem, size: number, before: string, after: string): string =>
  (gap.width < 0.8 * size && endsInHan.test(before) && startsWithHan.test(after) ? '' : ' ')

const lineOf = (items: readonly TextItem[]): Line[] => {
  const words = items.filter(({ str }) => str.trim() !== '')
  const first = words[0]
  if (!first) return []
  let text = ''
  items.forEach((item, index) => {
    if (item.str.trim() !== '') text += item.str
    else if (item.str !== '') text += gapText(item, sizeOf(first.transform), text, items[index + 1]?.str ?? '')
  })
  const [a = 0, b = 0, , , left = 0, y = 0] = first.transform
  const right = Math.max(...words.map(({ transform, width }) => (transform[4] ?? 0) + width))
  return [{ text: mend(text).trim().replace(spread, (word) => word.replaceAll(' ', '')), left, right, y, size: sizeOf(first.transform), isLevel: a > 0 && Math.abs(b) < a / 10 }]
}

const linesOf = (items: readonly TextItem[]): Line[] => {
  const lines: Line[] = []
  let from = 0
  items.forEach((item, index) => {
    if (!item.hasEOL && index < items.length - 1) return
    lines.push(...lineOf(items.slice(from, index + 1)))
    from = index + 1
  })
  return lines.filter(({ text }) => text !== '')
}

/** Lines begin in the same column if no more than some characters apart. Points. */
const columnWidth = 12
const columnOf = ({ left }: Line): number => Math.round(left / columnWidth)

/** For each place where lines begin, how far those reach that begin about there. */
const reachOf = (lines: readonly Line[]): ((line: Line) => number) => {
  const reach = new Map<number, number>()
  for (const line of lines) reach.set(columnOf(line), Math.max(reach.get(columnOf(line)) ?? 0, line.right))
  return (line) => Math.max(...[-3, -2, -1, 0, 1, 2, 3].map((step) => reach.get(columnOf(line) + step) ?? 0))
}

/** The usual step from line to line, over the size of the letters. */
const usualStep = (lines: readonly Line[]): number => {
  const steps = lines.slice(1).map((line, index) => ((lines[index]?.y ?? 0) - line.y) / line.size).filter((step) => step > 0.5 && step < 4).sort((a, b) => a - b)
  return steps[Math.floor(steps.length / 2)] ?? 2
}

/** Points that a line would need for what the next begins with: a word, or a Han character with a mark that may not begin a line. */
const needed = (next: Line): number => next.size * (startsWithHan.test(next.text) ? 2 : 1 + (/^\S*/.exec(next.text)?.[0].length ?? 0) / 2)

/** Whether a line ends because the paragraph does: it stops short, or what follows is apart, indented or of another size. */
const endsParagraph = (line: Line, next: Line, reach: (line: Line) => number, step: number): boolean => {
  if (!line.isLevel || !next.isLevel) return line.isLevel !== next.isLevel
  const ratio = line.size / next.size
  const apart = (line.y - next.y) / next.size
  if (ratio > 1.15 || ratio < 1 / 1.15 || line.right + needed(next) < reach(line)) return true
  // In the same row, or on into the next column.
  if (apart < 0.5) return apart > -0.5 || /[。！？.!?：:]$/.test(line.text)
  return apart > 1.4 * step || next.left - line.left > 1.5 * line.size
}

/** Wrapped Chinese has no space where it was wrapped, a hyphenated word no hyphen. */
const joinLines = (text: string, next: string): string => {
  if (/\p{Ll}[-\u00ad]$/u.test(text) && /^\p{Ll}/u.test(next)) return text.slice(0, -1) + next
  return endsInHan.test(text) || startsWithHan.test(next) ? text + next : `${text} ${next}`
}

/** Paragraphs in reading order, one a line. */
export const pageText = (items: readonly TextItem[]): string => {
  const lines = linesOf(items)
  const reach = reachOf(lines)
  const step = usualStep(lines)
  const paragraphs: string[] = []
  lines.forEach((line, index) => {
    const before = lines[index - 1]
    if (!before || endsParagraph(before, line, reach, step)) paragraphs.push(line.text)
    else paragraphs.push(joinLines(paragraphs.pop() ?? '', line.text))
  })
  return paragraphs.join('\n')
}
