import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutExcerpt } from './excerpt'
import { fold } from './fold'

describe('folding', () => {
  it('makes full width half and upper case lower', () => { expect(fold('ＡＢＣ１２３　kV')).toBe('abc123 kv') })

  it('keeps every offset', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('Ａ', 'İ', 'ß', '變', '\ud83d\ude00', '\ud800', 'é') }), (text) => { expect(fold(text).length).toBe(text.length) }))
  })
})

describe('excerpts', () => {
  it('cuts a long text around its densest matches and keeps the marks on their words', () => {
    const text = `${'前'.repeat(200)}接地线漏拆${'后'.repeat(200)}`
    const cut = cutExcerpt(text, [[203, 205]], 90)
    expect(cut.marks.map(([from, to]) => cut.text.slice(from, to))).toEqual(['漏拆'])
    expect(cut.text.length).toBeLessThanOrEqual(92)
  })

  it('keeps marks on what was marked, whatever the text', () => {
    const text = fc.string({ unit: fc.constantFrom('接', '地', ' ', '\n', 'a', '\ud83d\ude00', '\ud800'), minLength: 1, maxLength: 300 })
    fc.assert(fc.property(text, fc.nat(), fc.integer({ min: 1, max: 6 }), (all, at, length) => {
      const start = at % all.length
      const cut = cutExcerpt(all, [[start, Math.min(all.length, start + length)]])
      for (const [from, to] of cut.marks) expect(all.replace(/\s/g, ' ').slice(start, start + length)).toBe(cut.text.slice(from, to))
    }))
  })
})
