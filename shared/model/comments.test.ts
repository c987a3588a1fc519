import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findAnchor } from './comments'

describe('the words of a comment', () => {
  it('are found where they were moved to, the nearest place first', () => {
    expect(findAnchor('先验电，再挂地线。先验电！', { quote: '先验电', start: 8 })).toEqual({ start: 9, end: 12 })
    expect(findAnchor('先验电，再挂地线。', { quote: '先验电', start: 8 })).toEqual({ start: 0, end: 3 })
    expect(findAnchor('再挂地线。', { quote: '先验电', start: 0 })).toBeUndefined()
  })

  it('are found wherever text comes before or after them', () => {
    fc.assert(fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), (before, quote, after) => {
      const found = findAnchor(before + quote + after, { quote, start: before.length })
      expect(found).toEqual({ start: before.length, end: before.length + quote.length })
    }))
  })
})
