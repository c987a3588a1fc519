import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance } from './editDistance'
import { editsTo, nearWords } from './nearWords'

describe('near words', () => {
  it('are those that one slip leads to, whole or as far as they were typed', () => {
    const words = ['protection', 'pictures', 'production', 'sha256', 'caption']
    expect(nearWords('protectoin', words)).toEqual([{ word: 'protection', edits: 1 }])
    expect(nearWords('captoi', words)).toEqual([{ word: 'caption', edits: 1.5 }])
    expect(nearWords('shortng', words)).toEqual([])
  })

  it('are as far as it takes to make them, or nothing beyond that', () => {
    const word = fc.stringMatching(/^[abc]{1,6}$/)
    fc.assert(fc.property(word, word, fc.nat(3), (typed, other, most) => {
      const within = (edits: number): number => (edits <= most ? edits : Infinity)
      const beginnings = Array.from({ length: other.length }, (_, at) => editDistance(typed, other.slice(0, at + 1)))
      expect(editsTo(typed, other, most)).toEqual({ whole: within(editDistance(typed, other)), beginning: within(Math.min(...beginnings)) })
    }), { numRuns: 300 })
  })
})
