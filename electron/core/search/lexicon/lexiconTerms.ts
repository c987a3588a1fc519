/**
 * What entries of the lexicon are found by: Latin runs as they are, Han runs by each pair of characters and the last one alone. A Han
 * character is written as two symbols of private use, of which there are few: MiniSearch looks through the branches of a node one by one.
 */
import { foldUnits, unitsToText } from '#shared/text/fold'
import { hanNumber, visitRuns } from '#shared/text/runs'

const firstSymbols = 0xe000
const secondSymbols = 0xe100

const symbols = (code: number): string => {
  const number = hanNumber(code)
  return String.fromCharCode(firstSymbols + (number >>> 8), secondSymbols + (number & 0xff))
}

/** Pairs of symbols; whatever stands last is left alone if `withLast`, so that a prefix of one character finds it everywhere. */
const hanTerms = (run: Uint16Array, withLast: boolean): string[] => {
  const written = Array.from(run, symbols)
  const pairs = written.slice(1).map((second, place) => `${written[place] ?? ''}${second}`)
  return withLast || pairs.length === 0 ? [...pairs, written.at(-1) ?? ''] : pairs
}

const terms = (text: string, withLast: boolean): string[] => {
  const units = foldUnits(text)
  const found: string[] = []
  visitRuns(units, (start, end, isHan) => {
    const run = units.subarray(start, end)
    if (isHan) found.push(...hanTerms(run, withLast))
    else found.push(unitsToText(run))
  })
  return found
}

export const entryTerms = (text: string): string[] => terms(text, true)

/** All of them are in an entry that holds what was typed, the beginning of a term being enough. */
export const typedTerms = (text: string): string[] => terms(text, false)

/** Whether a term is a Latin word, not Han characters in symbols. */
export const isWord = (term: string): boolean => {
  const code = term.charCodeAt(0)
  return code < firstSymbols || code >= secondSymbols
}
