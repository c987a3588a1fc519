/** How far one word is from another: by letters put in, left out, changed, or swapped with their neighbours. */

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
