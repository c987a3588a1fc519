/** The size of a title that would run on for too many lines: smaller by steps, never cut. */
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

/** Twips on either side that make the lines of a title about equally long, so that none holds a character alone; 0 for one line. */
export const evenIndent = (title: string, size: number, look: Pick<Look, 'block'>): number => {
  const lines = linesOf(title, size, look)
  if (lines === 1) return 0
  const wanted = (Math.ceil(emsOf(title) / lines) + 1) * size * 20
  return Math.max(Math.floor((look.block.width - wanted) / 2), 0)
}
