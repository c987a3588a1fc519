import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { queryFields } from '#shared/text/queryFields'
import { parseSearchQuery } from '#shared/text/searchQuery'
import { accept, datesFor, fieldName, namesFor, suggestedWord, valueCompletion, valuesFor, wantedAt } from './completion'

/** The caret is at the bar. */
const at = (typed: string) => {
  const caret = typed.indexOf('|')
  const text = typed.replace('|', '')
  const wanted = wantedAt(text, caret)
  return wanted && { ...wanted, whole: text.slice(wanted.start, wanted.end) }
}

describe('what is being typed', () => {
  it('is the word that the caret is in or after', () => {
    expect(at('接地|线 漏拆')).toMatchObject({ kind: 'word', typed: '接地', whole: '接地线' })
    expect(at('接地线 漏|')).toMatchObject({ kind: 'word', typed: '漏', whole: '漏' })
    expect(at('-漏|')).toMatchObject({ kind: 'word', typed: '漏', whole: '漏' })
  })

  it('is a field’s value after its colon, with the field', () => {
    expect(at('接地线 tag:安|')).toMatchObject({ kind: 'value', field: 'tag', name: 'tag', typed: '安', whole: 'tag:安' })
    expect(at('标签：|')).toMatchObject({ kind: 'value', field: 'tag', name: '标签', typed: '', whole: '标签：' })
    expect(at('stage:"In re|"')).toMatchObject({ kind: 'value', field: 'stage', typed: 'In re' })
    expect(at('unit:"运|')).toMatchObject({ kind: 'value', field: 'unit', typed: '运' })
    expect(at('-单位:运| 接地')).toMatchObject({ kind: 'value', field: 'unit', typed: '运', whole: '单位:运' })
    expect(at('before:20|')).toMatchObject({ kind: 'value', field: 'before', typed: '20' })
  })

  it('is nothing between words and in a phrase', () => {
    expect(at('|接地线')).toBeUndefined()
    expect(at('接地线 |')).toBeUndefined()
    expect(at('"接地|线"')).toBeUndefined()
    expect(at('|')).toBeUndefined()
  })

  it('is found or not, whatever is typed, and the text with a completion reads as before around it', () => {
    fc.assert(fc.property(fc.string({ maxLength: 20 }), fc.nat(20), (text, caret) => {
      const wanted = wantedAt(text, Math.min(caret, text.length))
      if (!wanted) return
      const accepted = accept(text, wanted, valueCompletion('tag', '安全', '安全'))
      expect(accepted.text.startsWith(text.slice(0, wanted.start))).toBe(true)
      expect(accepted.text.endsWith(text.slice(wanted.end))).toBe(true)
      expect(accepted.text.slice(wanted.start, accepted.caret).trim()).toBe('tag:安全')
    }))
  })
})

describe('completions', () => {
  it('name the fields that a word begins, as it begins them', () => {
    expect(namesFor('ta')).toEqual([{ field: 'tag', name: 'tag' }])
    expect(namesFor('单')).toEqual([{ field: 'unit', name: '单位' }])
    expect(namesFor('班')).toEqual([{ field: 'unit', name: '班组' }])
    expect(namesFor('Be')).toEqual([{ field: 'before', name: 'before' }])
    expect(namesFor('接地线')).toEqual([])
    expect(namesFor('')).toEqual([])
  })

  it('call a field by its name in the language of the screen', () => {
    expect([fieldName('tag', true), fieldName('tag', false), fieldName('has', true)]).toEqual(['标签', 'tag', '含'])
  })

  it('offer known values by word or key, those that begin so first', () => {
    const stages = [{ key: 'released', word: '发布' }, { key: 'published', word: '已发布' }, { key: 'draft', word: '草稿' }]
    expect(valuesFor('发', stages).map(({ word }) => word)).toEqual(['发布', '已发布'])
    expect(valuesFor('PUB', stages).map(({ word }) => word)).toEqual(['已发布'])
    expect(valuesFor('', stages)).toHaveLength(3)
  })

  it('stand in the text, with a space after a value and none after a field’s name', () => {
    expect(accept('接地线 ta', { start: 4, end: 6 }, { label: '', about: '', insert: 'tag:', isOpen: true })).toEqual({ text: '接地线 tag:', caret: 8 })
    expect(accept('tag:安 接地线', { start: 0, end: 5 }, valueCompletion('tag', '安全', '安全'))).toEqual({ text: 'tag:安全 接地线', caret: 7 })
    expect(accept('接地', { start: 0, end: 2 }, suggestedWord({ kind: 'word', text: '接地线', count: 3 }, 'tag'))).toEqual({ text: '接地线 ', caret: 4 })
  })

  it('are read back as the value that they name', () => {
    fc.assert(fc.property(fc.constantFrom('安全', 'In review', '“双确认”', '运维 一班', 'a"b'), (value) => {
      const { text } = accept('', { start: 0, end: 0 }, valueCompletion('tag', value, value))
      const { all, problems } = parseSearchQuery(text)
      expect(problems).toEqual([])
      expect(all).toHaveLength(1)
      expect(all[0]?.[0]?.part).toMatchObject({ kind: 'field', field: 'tag', value: value.replaceAll('"', '') })
    }))
  })

  it('make a tag of the library a field', () => {
    expect(suggestedWord({ kind: 'tag', text: '安全', count: 3 }, '标签')).toMatchObject({ label: '标签:安全', insert: '标签:安全' })
  })
})

describe('a date', () => {
  it('may become today, this month, one of the last years, or a month of the year that stands there', () => {
    expect(datesFor('', '2026-11-29')).toEqual(['2026-11-29', '2026-11', '2026', '2025', '2024', '2023'])
    expect(datesFor('2025', '2026-11-29')).toEqual([])
    expect(datesFor('2026-1', '2026-11-29')).toEqual(['2026-11-29', '2026-11', '2026-10', '2026-12'])
    expect(datesFor('去年', '2026-11-29')).toEqual([])
  })

  it('is one that the query reads, whatever it began with', () => {
    for (const typed of ['', '2', '20', '2026-', '2019-0']) {
      for (const date of datesFor(typed, '2026-11-29')) expect(queryFields.dateRange(date), date).toBeDefined()
    }
  })
})
