import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hitsOf, scoresOf, segmentOf, sortedScores, type Scores } from '../../../../tests/support/search'
import { impactValues } from '../postings/fields'
import { PostingsReader, type Segment } from '../postings/segment'
import { anyOf, bothOf, eitherOf, filterHits, hitsOfSome, hitsOfTerm, hitsWhere, narrowByAny, narrowByPlace, without } from './hits'
import { beginSearch, keepOnly, usedRoom } from './hitsRoom'

const documentCount = 12
/** Scores that a Float32 holds exactly, so that their sums are exact. */
const scores: fc.Arbitrary<Scores> = fc.array(fc.tuple(fc.nat(documentCount - 1), fc.integer({ min: 1, max: 64 }).map((quarters) => quarters / 4)), { maxLength: documentCount })
  .map((entries) => new Map(entries))

/** The best score of each document in any of them. */
const bestOf = (all: readonly Scores[]): Map<number, number> => {
  const best = new Map<number, number>()
  for (const each of all) for (const [document, score] of each) best.set(document, Math.max(score, best.get(document) ?? 0))
  return best
}
const kept = (from: Scores, isKept: (document: number) => boolean): [number, number][] => sortedScores(new Map([...from].filter(([document]) => isKept(document))))

describe('hits made of others', () => {
  it('are what both have, scores added', () => {
    fc.assert(fc.property(scores, scores, (a, b) => {
      const expected = new Map([...a].filter(([document]) => b.has(document)).map(([document, score]) => [document, score + (b.get(document) ?? 0)]))
      expect(scoresOf(bothOf(hitsOf(a), hitsOf(b)))).toEqual(sortedScores(expected))
    }))
  })

  it('are what either has, with the better score', () => {
    fc.assert(fc.property(scores, scores, (a, b) => { expect(scoresOf(eitherOf(hitsOf(a), hitsOf(b)))).toEqual(sortedScores(bestOf([a, b]))) }))
  })

  it('are what any of several has, with its best score', () => {
    const segment = segmentOf(Array.from({ length: documentCount }, () => []))
    fc.assert(fc.property(fc.array(scores, { maxLength: 5 }), (all) => { expect(scoresOf(anyOf(segment, [], all.map(hitsOf)))).toEqual(sortedScores(bestOf(all))) }))
  })

  it('are what one has and the other has not', () => {
    fc.assert(fc.property(scores, scores, (a, b) => { expect(scoresOf(without(hitsOf(a), hitsOf(b)))).toEqual(kept(a, (document) => !b.has(document))) }))
  })

  it('are those that are kept', () => {
    fc.assert(fc.property(scores, fc.func(fc.boolean()), (a, isKept) => {
      expect(scoresOf(filterHits(hitsOf(a), isKept))).toEqual(kept(a, isKept))
      expect(scoresOf(hitsWhere(documentCount, isKept))).toEqual(kept(new Map(Array.from({ length: documentCount }, (_, at) => [at, 0])), isKept))
    }))
  })

  it('stay as they are until the next search begins, however many are made', () => {
    beginSearch()
    const all = hitsWhere(50_000, () => true)
    const made = Array.from({ length: 60 }, (_, at) => filterHits(all, (document) => document % 60 === at))
    expect(made.map(({ documents }) => documents[0])).toEqual(Array.from({ length: 60 }, (_, at) => at))
    expect(made.map(({ documents }) => documents.at(-1))).toEqual(Array.from({ length: 60 }, (_, at) => at + 60 * (at < 20 ? 833 : 832)))
  })
})

describe('the room for hits', () => {
  it('is given back, but for the hits that are kept', () => {
    beginSearch()
    const all = hitsWhere(100_000, () => true)
    const kept = Array.from({ length: 40 }, (_, at) => {
      const before = usedRoom()
      filterHits(all, (document) => document % 2 === 0)
      return keepOnly(before, filterHits(all, (document) => document % 1000 === at))
    })
    expect(kept.map(({ documents }) => [documents.length, documents[0], documents.at(-1)])).toEqual(Array.from({ length: 40 }, (_, at) => [100, at, 99_000 + at]))
  })
})

const few = { numRuns: 50 }
const words = ['a', 'b', 'c', 'd', 'e']
/** Of each document which of the words it holds, some of them twice. */
const holding = fc.array(fc.array(fc.constantFrom(...words), { maxLength: 6 }), { minLength: 1, maxLength: documentCount })
const segmentHolding = (all: readonly (readonly string[])[]): Segment => segmentOf(all.map((each) => [{ field: 'body' as const, text: each.join(' ') }]))

/** What a word scores in each document that holds it. */
const scoresAt = (segment: Segment, place: number, weight: number): Map<number, number> => {
  const found = new Map<number, number>()
  for (const reader = new PostingsReader(segment, place); reader.next();) found.set(reader.document, weight * (impactValues[reader.impact] ?? 0))
  return found
}
const sumOf = (all: readonly Scores[]): Map<number, number> => {
  const sums = new Map<number, number>()
  for (const each of all) for (const [document, score] of each) sums.set(document, (sums.get(document) ?? 0) + score)
  return sums
}
const expectNear = (found: [number, number][], expected: [number, number][]): void => {
  expect(found.map(([document]) => document)).toEqual(expected.map(([document]) => document))
  found.forEach(([, score], at) => { expect(score).toBeCloseTo(expected[at]?.[1] ?? NaN, 4) })
}

describe('hits of terms', () => {
  it('are the documents of any of them, with the best of their impacts', () => {
    fc.assert(fc.property(holding, fc.subarray(words), fc.integer({ min: 1, max: 9 }), (all, chosen, weight) => {
      const segment = segmentHolding(all)
      const places = chosen.map((word) => segment.words.indexOf(word)).filter((place) => place >= 0)
      const found = hitsOfTerm(segment, { ranges: places.map((place) => ({ first: place, end: place + 1 })), weight })
      expectNear(scoresOf(found), sortedScores(bestOf(places.map((place) => scoresAt(segment, place, weight)))))
      const everything = hitsOfTerm(segment, { ranges: [{ first: 0, end: segment.words.length }], weight })
      expectNear(scoresOf(everything), sortedScores(bestOf(segment.words.map((_, place) => scoresAt(segment, place, weight)))))
    }), few)
  })

  it('narrow others, and are added to their scores', () => {
    fc.assert(fc.property(holding, scores, fc.integer({ min: 1, max: 9 }), (all, before, weight) => {
      const segment = segmentHolding(all)
      segment.words.forEach((_, place) => {
        const own = scoresAt(segment, place, weight)
        const narrowed = sortedScores(sumOf([before, own])).filter(([document]) => before.has(document) && own.has(document))
        expectNear(scoresOf(narrowByPlace(hitsOf(before), segment, place, weight)), narrowed)
      })
    }), few)
  })

  it('narrow others by whichever of them is best, other hits among them', () => {
    fc.assert(fc.property(holding, fc.subarray(words), scores, scores, (all, chosen, before, others) => {
      const segment = segmentHolding(all)
      const within = new Map([...others].filter(([document]) => document < segment.documentCount))
      const places = chosen.map((word) => segment.words.indexOf(word)).filter((place) => place >= 0)
      const own = bestOf([within, ...places.map((place) => scoresAt(segment, place, 2))])
      const narrowed = sortedScores(sumOf([before, own])).filter(([document]) => before.has(document) && own.has(document))
      const terms = places.map((place) => ({ ranges: [{ first: place, end: place + 1 }], weight: 2 }))
      expectNear(scoresOf(narrowByAny(hitsOf(before), segment, terms, [hitsOf(within)])), narrowed)
    }), few)
  })

  it('are the documents that hold enough of their weight, whatever the order in which they are given', () => {
    const weights = fc.shuffledSubarray(words).chain((chosen) => fc.tuple(...chosen.map((word) => fc.record({ word: fc.constant(word), weight: fc.integer({ min: 1, max: 9 }) }))))
    fc.assert(fc.property(holding, weights, fc.integer({ min: 1, max: 16 }), (all, weighed, sixteenths) => {
      const segment = segmentHolding(all)
      const terms = weighed.map(({ word, weight }) => ({ word, weight, place: segment.words.indexOf(word) }))
      const needed = terms.reduce((sum, { weight }) => sum + weight, 0) * sixteenths / 16
      const isEnough = (document: number): boolean =>
        terms.reduce((sum, { word, weight }) => (all[document]?.includes(word) ? sum + weight : sum), 0) >= needed
      const sums = sumOf(terms.filter(({ place }) => place >= 0).map(({ place, weight }) => scoresAt(segment, place, weight)))
      const ranges = terms.map(({ place, weight }) => ({ weight, ranges: place < 0 ? [] : [{ first: place, end: place + 1 }] }))
      expectNear(scoresOf(hitsOfSome(segment, ranges, sixteenths / 16)), sortedScores(sums).filter(([document]) => isEnough(document)))
    }), few)
  })
})
