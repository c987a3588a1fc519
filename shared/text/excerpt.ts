/** Excerpts: the piece of a text that shows most of its marks. */

/** Start and end in UTF-16 code units. */
export type Range = [number, number]

/** The marks inside a window of the text, counted from its start. */
const marksWithin = (marks: readonly Range[], start: number, end: number): Range[] =>
  marks.filter(([from, to]) => from >= start && to <= end).map(([from, to]) => [from - start, to - start])

/** Whether a place is in the middle of a surrogate pair. */
const isInCharacter = (text: string, at: number): boolean => /[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(Math.max(0, at - 1), at + 1))

export interface CutText { text: string; marks: Range[] }

/** At most `width` code units of a text around its densest matches, with an ellipsis where it is cut, line ends as spaces. */
export const cutExcerpt = (text: string, matches: readonly Range[], width = 90): CutText => {
  const flat = text.replace(/\s/g, ' ')
  if (flat.length <= width) return { text: flat, marks: marksWithin(matches, 0, flat.length) }
  const covered = (start: number): number =>
    matches.reduce((sum, [from, to]) => (from >= start && to <= start + width ? sum + to - from : sum), 0)
  const lead = Math.floor(width / 5)
  const starts = matches.map(([from]) => Math.max(0, Math.min(from - lead, flat.length - width)))
  const best = starts.reduce((most, start) => (covered(start) > covered(most) ? start : most), starts[0] ?? 0)
  const start = isInCharacter(flat, best) ? best + 1 : best
  const end = isInCharacter(flat, best + width) ? best + width - 1 : best + width
  const before = start > 0 ? '…' : ''
  const marks = marksWithin(matches, start, end).map(([from, to]): Range => [from + before.length, to + before.length])
  return { text: `${before}${flat.slice(start, end)}${end < flat.length ? '…' : ''}`, marks }
}
