/** Finding what should perhaps not leave in a text. */
import { fold } from '../../text/fold'
import { createWordFinder, type KnownWord } from './knownWords'
import { numbersIn, type Candidate } from './numbers'
import type { Hit } from './sensitive'

const isChinese = /^\p{Script=Han}+$/u

/** As forms and tables write a name of two characters, with a gap that makes it as wide as one of three. */
const spellings = (name: string): string[] => (name.length === 2 && isChinese.test(name) ? [' ', '  '].map((gap) => name.split('').join(gap)) : [])

const knownWords = (people: readonly string[], words: readonly string[]): KnownWord[] => {
  const folded = (list: readonly string[]): string[] => list.map((each) => fold(each).trim()).filter((each) => each.length > 1)
  return [
    ...folded(people).flatMap((name): KnownWord[] => [name, ...spellings(name)].map((text) => ({ kind: 'person', text }))),
    ...folded(words).map((text): KnownWord => ({ kind: 'word', text })),
  ]
}

/** Of those that overlap, the more certain stays, then the longer, then the first. */
const apart = (candidates: readonly Candidate[], length: number): Candidate[] => {
  const taken = new Uint8Array(length)
  return [...candidates]
    .sort((a, b) => b.certain - a.certain || (b.end - b.start) - (a.end - a.start) || a.start - b.start)
    .filter(({ start, end }) => {
      const isFree = taken.subarray(start, end).every((each) => each === 0)
      if (isFree) taken.fill(1, start, end)
      return isFree
    })
    .sort((a, b) => a.start - b.start)
}

/**
 * Finds numbers and addresses by their shape, and the names and words that it is given, in a time that grows with the text alone. Hits
 * don't overlap and come in their order. Width, case and traditional characters make no difference; a name or word of one character is
 * passed over.
 */
export const createFinder = ({ people, words }: { people: readonly string[]; words: readonly string[] }): ((text: string) => Hit[]) => {
  const wordsIn = createWordFinder(knownWords(people, words))
  return (text) => {
    const folded = fold(text)
    return apart([...numbersIn(folded), ...wordsIn(folded)], text.length).map(({ kind, start, end }) => ({ kind, text: text.slice(start, end), start, end }))
  }
}
