import { describe, expect, it } from 'vitest'
import type { ForeignWord } from '#shared/contract/packageMerge'
import { choiceOfFates, fateKey, firstFates, likeliest } from './wordFates'

const foreign: ForeignWord[] = [
  { kind: 'units', word: '输电运检班', count: 4, into: '输电运检中心' }, { kind: 'tags', word: '安全管理', count: 2, into: null }, { kind: 'tags', word: 'constructor', count: 1, into: null },
]

describe('words of the sender', () => {
  it('begin as they were led before', () => {
    expect([...firstFates(foreign, undefined, {})]).toEqual([
      ['units 输电运检班', { fate: 'into', into: '输电运检中心' }], ['tags 安全管理', { fate: 'keep' }], ['tags constructor', { fate: 'keep' }],
    ])
  })

  it('are as they were chosen once they are looked at again', () => {
    const fates = firstFates(foreign, { tags: { 安全管理: '安全' } }, { tags: ['constructor'] })
    expect([...fates.values()]).toEqual([{ fate: 'keep' }, { fate: 'into', into: '安全' }, { fate: 'add' }])
    expect(firstFates(foreign, choiceOfFates(foreign, fates, {}).words, choiceOfFates(foreign, fates, {}).addWords)).toEqual(fates)
  })

  it('leave what is remembered of words that this package does not use', () => {
    const fates = new Map([[fateKey({ kind: 'units', word: '输电运检班' }), { fate: 'keep' as const }], [fateKey({ kind: 'tags', word: '安全管理' }), { fate: 'add' as const }]])
    expect(choiceOfFates(foreign, fates, { units: { 输电运检班: '输电运检中心', 变电二班: '变电检修班' }, people: { 老张: '张工' } })).toEqual({
      words: { units: { 变电二班: '变电检修班' }, people: { 老张: '张工' } }, addWords: { tags: ['安全管理'] },
    })
  })

  it('are offered the word here that is most like them', () => {
    expect(likeliest('安全管理', ['带电', '安全', '管理'])).toBe('安全')
    expect(likeliest('输电运检班', ['变电运检班', '输电运检中心', '配电班'])).toBe('输电运检中心')
    expect(likeliest('GIS', ['gis ', '安全'])).toBe('gis ')
    expect(likeliest('吊装', ['带电', '安全'])).toBeUndefined()
  })
})
