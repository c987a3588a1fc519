import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clipExcerpt } from './clipExcerpt'

describe('an excerpt for one line', () => {
  it('stays whole when the match is near its beginning', () => {
    const excerpt = { text: '避免了接地线漏拆合闸', marks: [[3, 6] as [number, number]] }
    expect(clipExcerpt(excerpt)).toEqual(excerpt)
  })

  it('begins shortly before a match that is far in, and the marks still mark the same words', () => {
    fc.assert(fc.property(fc.string({ minLength: 60, maxLength: 90 }), fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 8 }), (text, start, length) => {
      const clipped = clipExcerpt({ text, marks: [[start, start + length]] })
      const [from, to] = clipped.marks[0] ?? [0, 0]
      expect(clipped.text.slice(from, to)).toBe(text.slice(start, start + length))
      expect(from).toBeLessThanOrEqual(18)
    }))
  })
})
