import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutExcerpt, findMatches } from './excerpt'
import { fold } from './fold'
import { indexTerms, parseQuery, textRuns } from './terms'

describe('folding', () => {
  it('makes full width half and upper case lower', () => { expect(fold('ＡＢＣ１２３　kV')).toBe('abc123 kv') })

  it('keeps every offset', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => { expect(fold(text).length).toBe(text.length) }))
  })
})

describe('terms', () => {
  it('takes Chinese in pairs and other runs whole', () => {
    expect(textRuns('110kV母线，转供 A-7')).toEqual(['110kv', '母线', '转供', 'a', '7'])
    expect(indexTerms('接地线 J-07', false)).toEqual(['接地', '地线', '线', 'j', '07'])
    expect(parseQuery('接地线').terms).toEqual(['接地', '地线'])
    expect(parseQuery('线').terms).toEqual(['线'])
  })

  it('finds every contiguous piece of Chinese that a text holds', () => {
    const han = fc.string({ unit: fc.constantFrom(...Array.from('接地线漏拆合闸母')), minLength: 2, maxLength: 12 })
    fc.assert(fc.property(han, fc.nat(), fc.nat(), (text, from, length) => {
      const start = from % (text.length - 1)
      const word = text.slice(start, start + 2 + (length % 5))
      const terms = new Set(indexTerms(text, false))
      expect(parseQuery(word).terms.every((term) => terms.has(term) || [...terms].some((each) => each.startsWith(term)))).toBe(true)
    }))
  })
})

describe('a query', () => {
  it('is bounded, whatever is pasted', () => {
    const { words, terms } = parseQuery(Array.from({ length: 5000 }, (_, index) => `词${String.fromCodePoint(0x4e00 + index)}a${index}`).join(' '))
    expect(words.length).toBeLessThanOrEqual(16)
    expect(terms.length).toBeLessThanOrEqual(64)
  })
})

describe('marks and excerpts', () => {
  it('marks words where they stand whole, else their pairs', () => {
    expect(findMatches('拆除接地线前核对接地线', parseQuery('接地线'))).toEqual([[2, 5], [8, 11]])
    expect(findMatches('接地与地线', parseQuery('接地线'))).toEqual([[0, 2], [3, 5]])
  })

  it('marks what was typed, and nothing else, where it stands whole', () => {
    expect(findMatches('12月第12项，12月第18项', parseQuery('12月第18项'))).toEqual([[8, 15]])
  })

  it('cuts a long text around its densest matches and keeps the marks on their words', () => {
    const text = `${'前'.repeat(200)}接地线漏拆${'后'.repeat(200)}`
    const cut = cutExcerpt(text, findMatches(text, parseQuery('漏拆')), 90)
    expect(cut.marks.map(([from, to]) => cut.text.slice(from, to))).toEqual(['漏拆'])
    expect(cut.text.length).toBeLessThanOrEqual(92)
  })

  it('keeps marks on what was asked for, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 6 }), (text, query) => {
      const cut = cutExcerpt(text, findMatches(text, parseQuery(query)))
      for (const [from, to] of cut.marks) expect(fold(text.replace(/\s/g, ' '))).toContain(fold(cut.text.slice(from, to)))
    }))
  })
})
