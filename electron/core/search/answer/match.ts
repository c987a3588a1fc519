/** Finds what a query asks for: all of its words; where nothing holds them, what sounds or is spelt alike; at last some of them. */
import type { QueryItem } from '#shared/text/searchQuery'
import type { HeldPart } from '../index/heldPart'
import type { Condition, Evaluation } from '../query/evaluate'
import { filterHits, type Hits } from '../query/hits'
import { keepOnly, usedRoom } from '../query/hitsRoom'
import type { SearchWay } from '../results'
import { Clauses, takeApart } from './clauses'
import type { Helpers } from './helpers'
import { forgiving, someOf, wordsOf, type Word } from './words'

export interface Matched {
  /** By part, what was removed left out. */
  hits: readonly Hits[]
  way: SearchWay
  words: readonly Word[]
}

/** A document that holds some of the words must hold this share of what all of them weigh. */
const leastOfSome = 0.1

const conditionOf = (words: readonly Word[]): Condition => ({ kind: 'all', conditions: words.map(({ condition }) => condition) })
const isAny = (hits: readonly Hits[]): boolean => hits.some(({ documents }) => documents.length > 0)

/** The first letters of a word that is not there: while the next is typed, what all other words found stays. */
const isBegun = (word: Word | undefined): boolean => word !== undefined && /^[a-z]{1,2}$/.test(word.typed)

export const matchQuery = (
  all: readonly QueryItem[][], evaluation: Evaluation, parts: readonly HeldPart[], helpers: Helpers, isLiteral: boolean,
): Matched => {
  const asked = takeApart(all)
  const words = wordsOf(asked.words.join(' '), helpers, isLiteral)
  const clauses = new Clauses(evaluation, parts, asked.clauses, (text, position) => evaluation.hits(conditionOf(wordsOf(text, helpers, isLiteral)), position))
  const attempt = (condition: Condition | undefined): Hits[] => parts.map((part, position) => {
    const room = usedRoom()
    const hits = clauses.narrow(position, condition && evaluation.hits(condition, position))
    return keepOnly(room, part.removedCount === 0 ? hits : filterHits(hits, (document) => part.removed[document] !== 1))
  })
  if (words.length === 0) return { hits: asked.clauses.length > 0 ? attempt(undefined) : [], way: 'all', words }
  const held = attempt(conditionOf(words))
  if (isAny(held)) return { hits: held, way: 'all', words }
  const others = words.slice(0, -1)
  if (others.length > 0 && isBegun(words.at(-1))) {
    const rest = attempt(conditionOf(others))
    if (isAny(rest)) return { hits: rest, way: 'some', words: others }
  }
  if (!isLiteral) {
    const forgiven = words.map((word) => forgiving(word, helpers))
    const alike = attempt(conditionOf(forgiven))
    if (isAny(alike)) return { hits: alike, way: forgiven.some(({ slip }) => slip === 'sound') ? 'sound' : 'spelling', words: forgiven }
  }
  return { hits: attempt(someOf(words, evaluation, leastOfSome)), way: 'some', words }
}
