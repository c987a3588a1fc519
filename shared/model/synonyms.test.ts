import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../text/fold'
import { joinGroups, synonymGroups, withSynonyms } from './synonyms'

const none = { units: [], fields: [], tags: [], people: [] }

describe('groups of words that mean the same', () => {
  it('are one where they share a word, in the place of the first', () => {
    expect(joinGroups([['班前会', '站班会'], ['主变', '主变压器'], ['早会', '班前会']])).toEqual([['班前会', '站班会', '早会'], ['主变', '主变压器']])
    expect(joinGroups([['甲', '乙'], ['丙', '丁'], ['丁', '甲']])).toEqual([['甲', '乙', '丙', '丁']])
  })

  it('hold a word once, whatever its case, width or script', () => {
    expect(joinGroups([['ＧＩＳ', 'gis', '组合电器'], ['變壓器', '主变'], ['变压器', '变压设备']])).toEqual([['ＧＩＳ', '组合电器'], ['變壓器', '主变', '变压设备']])
  })

  it('say nothing with one word, or with blanks', () => {
    expect(joinGroups([['早会'], ['', ' '], ['早会', '早会 ']])).toEqual([])
  })

  it('share no word once they are joined, lose none that stood with another, and stay as they are when joined again', () => {
    const word = fc.constantFrom('甲', '乙', '丙', '丁', '戊', '己', '變', '变', 'A', 'a')
    fc.assert(fc.property(fc.array(fc.array(word, { maxLength: 4 }), { maxLength: 8 }), (groups) => {
      const joined = joinGroups(groups)
      const words = joined.flat().map(fold)
      expect(new Set(words).size).toBe(words.length)
      for (const group of groups) {
        const folded = new Set(group.map(fold))
        if (folded.size < 2) continue
        expect(joined.filter((each) => each.some((one) => folded.has(fold(one))))).toHaveLength(1)
      }
      expect(joinGroups(joined)).toEqual(joined)
    }), { numRuns: 200 })
  })
})

describe('the synonyms of a library', () => {
  it('are what its vocabularies carry', () => {
    const vocabularies = { ...none, tags: [{ name: '班前会', synonyms: ['站班会'] }, { name: '安全' }], words: [{ name: '早会', synonyms: ['班前会'] }] }
    expect(synonymGroups({ vocabularies })).toEqual([['早会', '班前会', '站班会']])
    expect(synonymGroups({ vocabularies: none })).toEqual([])
  })

  it('are kept as words, exactly as they were given, beside what else is known of a word', () => {
    const vocabularies = { ...none, tags: [{ name: '班前会', synonyms: ['站班会'], code: 'B1' }], words: [{ name: '主变', synonyms: ['变压器'], note: '设备' }, { name: '独词', note: '甲' }] }
    const next = withSynonyms(vocabularies, [['主变', '主变压器'], ['班前会', '早会']])
    expect(synonymGroups({ vocabularies: next })).toEqual([['主变', '主变压器'], ['班前会', '早会']])
    expect(next.tags).toEqual([{ name: '班前会', code: 'B1' }])
    expect(next.words).toEqual([{ name: '主变', synonyms: ['主变压器'], note: '设备' }, { name: '班前会', synonyms: ['早会'] }, { name: '独词', note: '甲' }])
    expect(synonymGroups({ vocabularies: withSynonyms(next, []) })).toEqual([])
  })
})
