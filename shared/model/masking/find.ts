/** Finding what should perhaps not leave in a text. */
import { fold } from '../../text/fold'
import { createWordFinder, type KnownWord } from './knownWords'
import { namesIn, spellingsOf } from './names'
import { numbersIn, type Candidate } from './numbers'
import type { Hit } from './sensitive'

const knownWords = (people: readonly string[], words: readonly string[]): KnownWord[] => [
  ...people.flatMap((entry) => namesIn(fold(entry)).flatMap(spellingsOf)).map((text): KnownWord => ({ kind: 'person', text })),
  ...words.map((word): KnownWord => ({ kind: 'word', text: fold(word).trim() })).filter(({ text }) => text.length > 1),
]

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
 * passed over. An entry of `people` may say more than a name (张三 13812345678), or be that of a unit, which is none.
 */
export const createFinder = ({ people, words }: { people: readonly string[]; words: readonly string[] }): ((text: string) => Hit[]) => {
  const wordsIn = createWordFinder(knownWords(people, words))
  return (text) => {
    const folded = fold(text)
    return apart([...numbersIn(folded), ...wordsIn(folded)], text.length).map(({ kind, start, end }) => ({ kind, text: text.slice(start, end), start, end }))
  }
}
