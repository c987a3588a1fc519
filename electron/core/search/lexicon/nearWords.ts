/** Words that one may have been meant to be, whole or as far as it was typed. */

/** The edits that a word of so many letters may be away from what was meant. */
export const allowedEdits = (word: string): number => Math.min(2, Math.round(word.length / 4))

/** Two rows before: what it takes to tell that neighbours were swapped. */
interface Rows { last: number[]; before: number[] }

/** One more row of the table of edits: those from each beginning of `typed` to the beginning of `word` that ends at `at`. */
const nextRow = (typed: string, word: string, at: number, { last, before }: Rows): number[] => {
  const row = [at + 1]
  for (let column = 0; column < typed.length; column += 1) {
    const isSame = word[at] === typed[column]
    const swapped = at > 0 && column > 0 && word[at] === typed[column - 1] && word[at - 1] === typed[column] ? (before[column - 1] ?? 0) + 1 : Infinity
    row.push(Math.min((row[column] ?? 0) + 1, (last[column + 1] ?? 0) + 1, (last[column] ?? 0) + (isSame ? 0 : 1), swapped))
  }
  return row
}

/**
 * How many letters are to be put in, left out, changed or swapped with their neighbours to make `typed` the word, or a beginning of it;
 * Infinity where that is more than `most`.
 */
export const editsTo = (typed: string, word: string, most: number): { whole: number; beginning: number } => {
  const within = (edits: number): number => (edits <= most ? edits : Infinity)
  let rows: Rows = { last: Array.from({ length: typed.length + 1 }, (_, column) => column), before: [] }
  let beginning = Infinity
  for (let at = 0; at < word.length; at += 1) {
    const row = nextRow(typed, word, at, rows)
    if (Math.min(...row) > most) return { whole: Infinity, beginning: within(beginning) }
    beginning = Math.min(beginning, row[typed.length] ?? Infinity)
    rows = { last: row, before: rows.last }
  }
  return { whole: within(rows.last[typed.length] ?? Infinity), beginning: within(beginning) }
}

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
