/**
 * The terms that peers index and search by: of folded text, as ours is. Han runs in pairs, other runs whole. None of the peers' own
 * tokenizers divides Chinese.
 */
import { foldUnits, unitsToText } from '#shared/text/fold'
import { visitRuns } from '#shared/text/runs'

interface Run { text: string; isHan: boolean }

const runsOf = (text: string): Run[] => {
  const units = foldUnits(text)
  const runs: Run[] = []
  visitRuns(units, (start, end, isHan) => { runs.push({ text: unitsToText(units.subarray(start, end)), isHan }) })
  return runs
}

const pairs = (run: string): string[] => Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2))

/** The last character of a run is a term too, so that every character begins one; in titles every character is. */
export const indexTerms = (text: string, isTitle: boolean): string[] =>
  runsOf(text).flatMap(({ text: run, isHan }) => isHan ? [...pairs(run), ...(isTitle ? run : run.slice(-1))] : [run])

/** The terms of each run of a query: a character that stands alone is meant as a beginning. */
export const queryRuns = (text: string): string[][] => runsOf(text).map(({ text: run, isHan }) => isHan && run.length > 1 ? pairs(run) : [run])

export const queryTerms = (text: string): string[] => [...new Set(queryRuns(text).flat())]

/** What may be completed: all but pairs of Han characters. */
export const isBeginning = (term: string): boolean => term.length === 1 || !isHanPair(term)
/** What may be misspelt. */
export const isLatinWord = (term: string): boolean => /^\p{Script=Latin}{4,}$/u.test(term)

const isHanPair = (term: string): boolean => /^\p{Script=Han}{2}$/u.test(term)
