/** Putting other texts in places of a text, whole or written in several pieces. */
import type { Replacement } from './sensitive'

/** In the order in which they stand; of two that overlap, the one that begins first. What is outside the text is left out. */
const inOrder = (length: number, replacements: readonly Replacement[]): Replacement[] => {
  let end = 0
  return [...replacements].sort((a, b) => a.start - b.start).filter((each) => {
    const fits = each.start >= end && each.end > each.start && each.end <= length
    if (fits) end = each.end
    return fits
  })
}

/** One piece of a text that is written in several; a `fixed` one (a line break, a picture) stands in the text, and stays. */
export interface Piece { text: string; fixed: boolean }

/** Each piece as it is then: what stands in place of something over several of them goes where its first character was. */
export const replacedPieces = (pieces: readonly Piece[], replacements: readonly Replacement[]): string[] => {
  const ordered = inOrder(pieces.reduce((length, { text }) => length + text.length, 0), replacements)
  const placed = new Set<Replacement>()
  let [offset, first] = [0, 0]
  return pieces.map(({ text, fixed }) => {
    const [start, end] = [offset, offset + text.length]
    offset = end
    if (fixed) return text
    let [out, at] = ['', start]
    while ((ordered[first]?.end ?? Infinity) <= start) first += 1
    for (let index = first; index < ordered.length; index += 1) {
      const each = ordered[index]
      if (!each || each.start >= end) break
      out += text.slice(at - start, Math.max(each.start, at) - start) + (placed.has(each) ? '' : each.by)
      placed.add(each)
      at = Math.min(each.end, end)
    }
    return out + text.slice(at - start)
  })
}

/** A text with its replacements, the very same where there are none. */
export const replaced = (text: string, replacements: readonly Replacement[]): string =>
  (replacements.length === 0 ? text : replacedPieces([{ text, fixed: false }], replacements).join(''))
