import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scoresOf, segmentOf } from '../../../../tests/support/search'
import { termCondition } from './conditions'
import { Evaluation, type Condition, type Searched, type SharedTerm } from './evaluate'
import { beginSearch, type Hits } from './hitsRoom'

const words = ['a', 'b', 'c', 'd']
type Holding = readonly (readonly string[])[]

const holding: fc.Arbitrary<Holding> = fc.array(fc.subarray(words), { minLength: 1, maxLength: 10 })
const term = (word: string): Condition => termCondition({ kind: 'word', word })

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 2 }, fc.constantFrom(...words, 'lacking').map(term),
    fc.record({ kind: fc.constantFrom('all' as const, 'any' as const), conditions: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
  ),
}))

const isFulfilled = (own: readonly string[], asked: Condition): boolean => {
  switch (asked.kind) {
    case 'term': return asked.term.kind === 'word' && own.includes(asked.term.word)
    case 'all': return asked.conditions.every((each) => isFulfilled(own, each))
    case 'any': return asked.conditions.some((each) => isFulfilled(own, each))
    default: throw new Error(`${asked.kind} is not asked for here`)
  }
}

const searched = (all: Holding): Searched => ({ segment: segmentOf(all.map((each) => [{ field: 'body', text: each.join(' ') }])), removedAt: new Uint32Array(0) })
const shared = (word: string): SharedTerm => ({ term: { kind: 'word', word }, share: 1 })

describe('conditions', () => {
  it('hold for the documents that a person would name, with the same scores however these are spread', () => {
    fc.assert(fc.property(holding, fc.nat(10), condition, (all, split, asked) => {
      beginSearch()
      const at = Math.min(split, all.length)
      const whole = scoresOf(new Evaluation([searched(all)], all.length).hits(asked, 0))
      expect(whole.map(([document]) => document)).toEqual(all.flatMap((own, document) => (isFulfilled(own, asked) ? [document] : [])))
      const spread = new Evaluation([searched(all.slice(0, at)), searched(all.slice(at))], all.length)
      expect([...scoresOf(spread.hits(asked, 0)), ...scoresOf(spread.hits(asked, 1)).map(([document, score]) => [document + at, score])]).toEqual(whole)
    }), { numRuns: 60 })
  })

  it('weigh a term the more the rarer it is, removed documents left out', () => {
    const [one] = [searched([['a', 'b'], ['a'], ['a'], []])]
    const score = (evaluation: Evaluation, word: string): number => scoresOf(evaluation.hits(term(word), 0))[0]?.[1] ?? 0
    const fresh = new Evaluation([one], 4)
    expect(score(fresh, 'b')).toBeGreaterThan(score(fresh, 'a'))
    const removedAt = Uint32Array.from(one.segment.words, (word) => (word === 'a' ? 2 : 0))
    const emptied = new Evaluation([{ ...one, removedAt }], 2)
    expect(score(emptied, 'a')).toBeCloseTo(score(new Evaluation([searched([['a', 'b'], []])], 2), 'a'), 5)
    expect(emptied.isKnown(shared('a').term)).toBe(true)
    expect(emptied.isShared(shared('a').term)).toBe(false)
    expect(emptied.isKnown(shared('lacking').term)).toBe(false)
  })

  it('name the rarest of terms', () => {
    const evaluation = new Evaluation([searched([['a', 'b', 'c'], ['a', 'b'], ['a']])], 3)
    expect(evaluation.rarest(['a', 'b', 'c'].map(shared), 2)).toEqual(['c', 'b'].map(shared))
  })

  it('take in what was found otherwise', () => {
    const found: Hits = { documents: Uint32Array.of(1), scores: Float32Array.of(3) }
    const asked: Condition = { kind: 'all', conditions: [term('a'), { kind: 'found', count: 1, hitsIn: () => found }] }
    const [[document, score] = []] = scoresOf(new Evaluation([searched([['a'], ['a', 'b']])], 2).hits(asked, 0))
    expect(document).toBe(1)
    expect(score).toBeGreaterThan(3)
  })

  it('hold for what has some of the terms, if these weigh enough', () => {
    const evaluation = new Evaluation([searched([['a', 'b'], ['b'], ['c'], []])], 4)
    const some = (least: number): number[] => scoresOf(evaluation.hits({ kind: 'some', terms: ['a', 'b', 'c'].map(shared), least }, 0)).map(([document]) => document)
    expect([some(0.1), some(0.5), some(1)]).toEqual([[0, 1, 2], [0], []])
  })
})
