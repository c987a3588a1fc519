import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editsTo } from './edits'

/** By the letters left: slow, and plainly right. */
const naive = (a: string, b: string): number => {
  if (a === '' || b === '') return a.length + b.length
  const swapped = a.length > 1 && b.length > 1 && a.startsWith(b.charAt(1)) && b.startsWith(a.charAt(1)) ? naive(a.slice(2), b.slice(2)) + 1 : Infinity
  return Math.min(naive(a.slice(1), b) + 1, naive(a, b.slice(1)) + 1, naive(a.slice(1), b.slice(1)) + (a.startsWith(b.charAt(0)) ? 0 : 1), swapped)
}

describe('edits', () => {
  it('are those that it takes to make a word, or a beginning of it, and none beyond what is asked for', () => {
    const word = fc.stringMatching(/^[abc]{1,5}$/)
    fc.assert(fc.property(word, word, fc.nat(3), (typed, other, most) => {
      const within = (edits: number): number => (edits <= most ? edits : Infinity)
      const beginnings = Array.from({ length: other.length }, (_, at) => naive(typed, other.slice(0, at + 1)))
      expect(editsTo(typed, other, most)).toEqual({ whole: within(naive(typed, other)), beginning: within(Math.min(...beginnings)) })
    }), { numRuns: 200 })
  })
})
