/** Words that one may have been meant to be, whole or as far as it was typed. */
import { editsTo } from '#shared/text/edits'

export const mostEdits = 2
/** The edits that a word of so many letters may be away from what was meant. */
export const allowedEdits = (word: string): number => Math.min(mostEdits, Math.round(word.length / 4))

export interface NearWord { word: string; edits: number }

/** What it costs that only the beginning of a word is near. */
const beginningCost = 0.5

/** Nobody misses the beginning of a word so far that none of it is left: most words need no table. */
const mayBeNear = (typed: string, word: string, most: number): boolean =>
  word.length + most >= typed.length && (typed.slice(0, 3).includes(word.charAt(0)) || word.slice(0, 3).includes(typed.charAt(0)))

/** The words that are near enough to what was typed, the nearest first; not itself. */
export const nearWords = (typed: string, words: Iterable<string>): NearWord[] => {
  const most = allowedEdits(typed)
  const near: NearWord[] = []
  for (const word of words) {
    if (!mayBeNear(typed, word, most)) continue
    const { whole, beginning } = editsTo(typed, word, most)
    const edits = Math.min(whole, beginning + beginningCost)
    if (edits > 0 && edits !== Infinity) near.push({ word, edits })
  }
  return near.sort((a, b) => a.edits - b.edits)
}
