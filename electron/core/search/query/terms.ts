/** What is looked up in segments: one term, or all that begin or are spelt in some way. */
import { isAmong, type Characters } from './characters'
import { Recent } from '../recent'
import { findPair, findPairsFrom, findWord, findWordsFrom, firstOf, pairBound, pairOf, secondOf, type PlaceRange, type Segment } from '../postings/segment'

export type Term =
  | { kind: 'pair'; pair: number }
  /** All pairs that begin with a character, by its number: wherever the character stands. */
  | { kind: 'character'; first: number }
  | { kind: 'word'; word: string }
  | { kind: 'beginning'; word: string }
  /** All words that a piece of text can stand in: it may begin before the word does, or end after it. */
  | { kind: 'within'; piece: string; isBegun: boolean; isEnded: boolean }
  /** All pairs of one of these characters and one of those. */
  | { kind: 'pairs'; firsts: Characters; seconds: Characters }

export const keyOf = (term: Term): string => {
  switch (term.kind) {
    case 'pair': return `p${term.pair}`
    case 'character': return `c${term.first}`
    case 'word': return `w${term.word}`
    case 'beginning': return `b${term.word}`
    case 'pairs': return `s${term.firsts.key}/${term.seconds.key}`
    case 'within': return `i${Number(term.isBegun)}${Number(term.isEnded)}${term.piece}`
  }
}

/** `isBegun`: the word begins where the piece does; `isEnded`: it ends where the piece does. */
const wordsWithin = ({ pairs, words }: Segment, { piece, isBegun, isEnded }: Extract<Term, { kind: 'within' }>): PlaceRange[] => {
  const holds = (word: string): boolean => (isBegun ? word.startsWith(piece) : isEnded ? word.endsWith(piece) : word.includes(piece))
  return words.flatMap((word, at) => (holds(word) ? [{ first: pairs.length + at, end: pairs.length + at + 1 }] : []))
}

const findPairs = (segment: Segment, { firsts, seconds }: Extract<Term, { kind: 'pairs' }>): PlaceRange[] => {
  const { pairs } = segment
  const places: PlaceRange[] = []
  for (const number of firsts.numbers) {
    for (let at = pairBound(segment, pairOf(number, 0)); at < pairs.length; at += 1) {
      const pair = pairs[at] ?? 0
      if (firstOf(pair) !== number) break
      if (isAmong(seconds, secondOf(pair))) places.push({ first: at, end: at + 1 })
    }
  }
  return places
}

/** What takes long to find is kept for the next key, which mostly asks for it again. */
const known = new WeakMap<Segment, Recent<string, PlaceRange[]>>()
const mostKnown = 2_000

const findOnce = (segment: Segment, term: Term, find: () => PlaceRange[]): PlaceRange[] => {
  const recent = known.get(segment) ?? new Recent(mostKnown)
  known.set(segment, recent)
  const key = keyOf(term)
  const before = recent.get(key)
  if (before) return before
  const found = find()
  recent.keep(key, found, found.length + 1)
  return found
}

/** The places of a term in a segment, none of them empty. */
export const locate = (segment: Segment, term: Term): PlaceRange[] => {
  switch (term.kind) {
    case 'pair': return some(findPair(segment, term.pair))
    case 'character': return some(findPairsFrom(segment, term.first))
    case 'word': return some(findWord(segment, term.word))
    case 'beginning': return some(findWordsFrom(segment, term.word))
    case 'within': return findOnce(segment, term, () => wordsWithin(segment, term))
    case 'pairs': return findOnce(segment, term, () => findPairs(segment, term))
  }
}

const some = (range: PlaceRange): PlaceRange[] => (range.end > range.first ? [range] : [])
