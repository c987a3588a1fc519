import { describe, expect, it } from 'vitest'
import { fromSaved, isSameSearch, noSearch, toggleFacet, withText } from './typedSearch'

const id = '0195c1b2-7c11-7a31-8c52-6f4c0e8b1a01'

describe('what is searched for', () => {
  it('keeps what it was narrowed to when other words are typed, and looks for what is alike again', () => {
    const narrowed = { ...noSearch, text: '接地现', filters: { type: ['case'] }, literally: true }
    expect(withText(narrowed, '接地线')).toEqual({ text: '接地线', filters: { type: ['case'] }, sort: 'relevance', literally: false })
  })

  it('begins anew with no words left', () => {
    expect(withText({ ...noSearch, text: '倒闸', filters: { tag: ['安全'] }, sort: 'date' }, ' ')).toEqual({ ...noSearch, text: ' ' })
  })

  it('is narrowed to several values of a facet, and to none again', () => {
    const two = toggleFacet(toggleFacet({ year: ['2026'] }, 'tag', '安全'), 'tag', '')
    expect(two).toEqual({ year: ['2026'], tag: ['安全', ''] })
    expect(toggleFacet(toggleFacet(two, 'tag', '安全'), 'tag', '')).toEqual({ year: ['2026'] })
  })

  it('is the saved one that finds the same', () => {
    const saved = { id, name: '安全', text: '接地线', filters: { tag: ['安全'], type: ['case'] } }
    expect(isSameSearch(fromSaved(saved), saved)).toBe(true)
    expect(isSameSearch({ ...noSearch, text: '接地线 ', filters: { type: ['case'], tag: ['安全'] } }, saved)).toBe(true)
    expect(isSameSearch({ ...fromSaved(saved), sort: 'date' }, saved)).toBe(false)
    expect(isSameSearch({ ...fromSaved(saved), filters: {} }, saved)).toBe(false)
  })
})
