/** Makes conditions of words and phrases. */
import { foldUnits, unitsToText } from '#shared/text/fold'
import { hanNumber, visitRuns } from '#shared/text/runs'
import { pairOf } from '../postings/segment'
import type { Condition } from './evaluate'
import { keyOf, type Term } from './terms'

/** What the beginning of a longer word counts, compared with the word itself. */
const beginningShare = 0.7

/** A run of what was asked for, as it stands in folded text. */
export interface Run { text: string; isHan: boolean; start: number; end: number }

export const runsOf = (text: string): Run[] => {
  const units = foldUnits(text)
  const runs: Run[] = []
  visitRuns(units, (start, end, isHan) => { runs.push({ text: unitsToText(units.subarray(start, end)), isHan, start, end }) })
  return runs
}

/** The terms of a run of Han characters: its pairs, or the character that it is. */
export const hanTerms = (run: string): Term[] => {
  const numbers = Array.from({ length: run.length }, (_, at) => hanNumber(run.charCodeAt(at)))
  const [first = 0] = numbers
  if (numbers.length === 1) return [{ kind: 'character', first }]
  return numbers.slice(1).map((second, at) => ({ kind: 'pair', pair: pairOf(numbers[at] ?? 0, second) }))
}

export const termCondition = (term: Term, share = 1): Condition => ({ kind: 'term', term, share })

/** One that need not be asked twice. */
export const distinct = (terms: readonly Term[]): Term[] => [...new Map(terms.map((term) => [keyOf(term), term])).values()]

/** A word as typed so far, or whole. */
export const wordCondition = (word: string): Condition =>
  ({ kind: 'any', conditions: [termCondition({ kind: 'word', word }), termCondition({ kind: 'beginning', word }, beginningShare)] })

/**
 * What a text that holds a phrase must hold, and more may. Where it begins or ends in a word, that may be a part of one.
 */
export const phraseCondition = (phrase: string): Condition => {
  const runs = runsOf(phrase)
  const conditions = runs.flatMap(({ text, isHan, start, end }): Condition[] => {
    if (isHan) return distinct(hanTerms(text)).map((term) => termCondition(term))
    const isBegun = start > 0
    const isEnded = end < phrase.length
    return [termCondition(isBegun && isEnded ? { kind: 'word', word: text } : { kind: 'within', piece: text, isBegun, isEnded })]
  })
  return { kind: 'all', conditions }
}
