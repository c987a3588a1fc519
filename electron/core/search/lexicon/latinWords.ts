/** The Latin words in a text, folded: runs of letters only, since a number that looks like another was not meant to be that one. */
import { foldUnits, unitsToText } from '#shared/text/fold'
import { visitRuns } from '#shared/text/runs'

const letters = /^\p{Script=Latin}+$/u

export const isLatinWord = (text: string): boolean => letters.test(text)

export const latinWords = (text: string): string[] => {
  const units = foldUnits(text)
  const words: string[] = []
  visitRuns(units, (start, end, isHan) => {
    const run = isHan ? '' : unitsToText(units.subarray(start, end))
    if (isLatinWord(run)) words.push(run)
  })
  return words
}
