import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TermWeights } from './termWeights'

const drained = (weights: TermWeights): [number, number][] => {
  const all: [number, number][] = []
  weights.drain((term, weight) => { all.push([term, weight]) })
  return all
}

/** Few enough to meet again, and up to the 31 bits that terms have. */
const term = fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 2 ** 31 - 1 }))
const additions = fc.array(fc.tuple(term, fc.integer({ min: 1, max: 9 })), { maxLength: 40 })

describe('the weights of a document’s terms', () => {
  it('are added up by term, in order of first sight, document after document', () => {
    const weights = new TermWeights()
    fc.assert(fc.property(additions, (all) => {
      const sums = new Map<number, number>()
      for (const [each, weight] of all) {
        weights.add(each, weight)
        sums.set(each, (sums.get(each) ?? 0) + weight)
      }
      expect(drained(weights)).toEqual([...sums])
      expect(drained(weights)).toEqual([])
    }))
  })

  it('have room for more terms than they began with', () => {
    const weights = new TermWeights()
    const terms = Array.from({ length: 6000 }, (_, at) => (at + 1) * 4097)
    for (const share of [1, 2]) for (const each of terms) weights.add(each, share)
    expect(drained(weights)).toEqual(terms.map((each) => [each, 3]))
  })
})
