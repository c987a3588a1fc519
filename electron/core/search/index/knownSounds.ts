/** What the index knows of sounds and spellings, for reading a query. */
import type { Helpers } from '../answer/helpers'
import { setOfCharacters, type Characters } from '../query/characters'
import type { Condition } from '../query/evaluate'
import { slotsOf } from '../query/forms'
import type { Hits } from '../query/hits'
import type { NearWord } from '../lexicon/nearWords'
import { findBySound } from '../sound/soundNames'
import { charactersOf, soundsAlike } from '../sound/sounds'
import { splitSyllables } from '../sound/syllables'
import type { HeldPart } from './heldPart'

/** How many ways to read letters are tried, and how many characters may stand for one that is typed wrong. */
const mostReadings = 4
const mostAlike = 48
const mostSpellings = 8
const shortestMisspelt = 4
/** What a name that sounds so counts, for each letter typed: about what as many letters of rare words would. */
const nameWeight = 2

const read = new Map<string, Characters>()
const setOf = (syllables: readonly number[]): Characters => {
  const key = syllables.join(' ')
  const known = read.get(key) ?? setOfCharacters(syllables.flatMap(charactersOf))
  read.set(key, known)
  return known
}

const readLetters = (letters: string) => splitSyllables(letters, mostReadings).map(({ finished, unfinished }) =>
  slotsOf([...finished.map((syllable) => setOf([syllable])), ...(unfinished.length > 0 ? [setOf(unfinished)] : [])]))

const namedIn = (parts: readonly HeldPart[], letters: string): Condition => {
  const hits = parts.map(({ names }): Hits => {
    const { documents, weights } = findBySound(names, letters)
    return { documents, scores: weights.map((weight) => weight * letters.length * nameWeight) }
  })
  return { kind: 'found', count: hits.reduce((sum, { documents }) => sum + documents.length, 0), hitsIn: (position) => hits[position] ?? { documents: new Uint32Array(0), scores: new Float32Array(0) } }
}

export const helpersOf = (parts: readonly HeldPart[], synonyms: Helpers['synonyms'], nearWords: (typed: string) => NearWord[]): Helpers => ({
  synonyms, readLetters,
  soundsAlike: (han) => soundsAlike(han).slice(0, mostAlike),
  named: (letters) => namedIn(parts, letters),
  spellings: (word) => (word.length < shortestMisspelt ? [] : nearWords(word).slice(0, mostSpellings)),
})
