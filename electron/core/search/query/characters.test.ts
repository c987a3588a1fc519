import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyAmong, isAmong, setOfCharacters } from './characters'

/** By their numbers, close together and over all 15 bits. */
const numbers = fc.array(fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 32_767 })), { maxLength: 12 })

describe('sets of characters', () => {
  it('have what they were made of, each once, and nothing else', () => {
    fc.assert(fc.property(numbers, numbers, (all, others) => {
      const set = setOfCharacters(all)
      expect(set.numbers).toEqual([...new Set(all)])
      for (const number of [...all, ...others, 0]) expect(isAmong(set, number)).toBe(all.includes(number))
    }))
  })

  it('have one name for the same characters, another for others', () => {
    expect(setOfCharacters([5, 12, 5]).key).toBe(setOfCharacters([5, 12]).key)
    expect(setOfCharacters([51, 2]).key).not.toBe(setOfCharacters([5, 12]).key)
  })

  it('have together what any of them has', () => {
    fc.assert(fc.property(fc.array(numbers, { maxLength: 4 }), numbers, (all, others) => {
      const together = anyAmong(all.map(setOfCharacters))
      for (const number of [...all.flat(), ...others, 0]) expect(isAmong(together, number)).toBe(all.flat().includes(number))
    }))
  })
})
