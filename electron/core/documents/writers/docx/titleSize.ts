/** The size of a title that would run on for too many lines: smaller by steps, never cut. */
import { evenLines, wrapText } from '#shared/model/slides/measure'
import { emsOf } from '../../plan/measure'
import type { Look } from './look'

const steps = [1, 0.86, 0.73, 0.6]

/** How many lines a text takes in so many points, each line a little short. */
export const linesOf = (text: string, size: number, { block }: Pick<Look, 'block'>): number => Math.max(1, Math.ceil(emsOf(text) * size * 20 / (block.width * 0.97)))

/** Points; the smallest step where none keeps it within `maxLines`. */
export const titleSize = (text: string, size: number, look: Pick<Look, 'block'>, maxLines: number): number => {
  const step = steps.find((each) => linesOf(text, size * each, look) <= maxLines) ?? Math.min(...steps)
  return Math.round(size * step * 2) / 2
}

/** More lines than that are text, and broken where they are full. */
const mostEvenLines = 4

/**
 * The lines of a title: about equally long, broken behind commas and between words, not within quotes (GB/T 9704-2012, 7.3.1). `number`
 * stands for an automatic one in front of it. Together they are the title.
 */
export const titleLines = (title: string, size: number, { block }: Pick<Look, 'block'>, number = ''): string[] => {
  const whole = `${number}${title}`
  const width = block.width / 20 * 0.97
  const lines = wrapText(whole, width, size, true)
  if (lines.length === 1) return [title]
  // One line more rather than torn in its quotes.
  const even = lines.length > mostEvenLines ? lines : [width, width * lines.length / (lines.length + 1)].reduce<readonly string[] | undefined>((found, room) => found ?? evenLines(whole, room, size, true), undefined) ?? lines
  return even.map((line, index) => (index === 0 ? line.slice(number.length) : line))
}
