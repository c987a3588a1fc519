import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packColumns, readColumns } from '../part/columns'
import { findBySound, makeSoundNames, soundMarks, type SoundNames } from './soundNames'
import type { NameField } from './soundWorth'
import { mergeSoundNames, readSoundNames, soundNamesColumns } from './soundNamesColumns'
import { soundUnits, unitLetters } from './soundUnits'

const titles = (...texts: string[]): SoundNames => makeSoundNames(texts.map((text, document) => ({ document, field: 'title', text })))
const found = (names: SoundNames, letters: string): number[] => [...findBySound(names, letters).documents]
const weight = (title: string, letters: string, field: NameField = 'title'): number => findBySound(makeSoundNames([{ document: 0, field, text: title }]), letters).weights[0] ?? 0
const sound = (text: string): string => soundUnits(text).units.map(unitLetters).join(' ')

describe('what a name sounds like', () => {
  it.each([
    ['重庆银行', 'chong qing yin hang'],
    ['重慶銀行', 'chong qing yin hang'],
    ['重量', 'zhong liang'],
    ['110kV 母线（Ⅱ段）', '1 1 0 k v mu xian  duan'],
    ['ＧＩＳ设备', 'g i s she bei'],
    ['绿色策略', 'lv se ce lve'],
    ['一不', 'yi bu'],
    ['', ''],
  ])('%s', (text, expected) => { expect(sound(text)).toBe(expected) })
})

describe('names found by their sound', () => {
  const names = titles('主变压器油温异常处理', '西安变电站', '先进班组', '重庆电力公司', '110kV母线停电', '变压器')

  it.each([
    ['bianyaqi', [0, 5]],
    ['bianyaq', [0, 5]],
    ['byq', [0, 5]],
    ['bianyq', [0, 5]],
    ['byaq', [0, 5]],
    ['zbyq', [0]],
    ['zhbyq', [0]],
    ['xian', [1, 2, 4]],
    ['xianbian', [1]],
    ['xianjin', [2]],
    ['cqdl', [3]],
    ['chongqing', [3]],
    ['zhongqing', []],
    ['kvmx', []],
    ['110kvmx', [4]],
    ['110kvmuxian', [4]],
    ['110kv', []],
    ['yaqi', [0, 5]],
    ['aqi', []],
    ['b', []],
    ['', []],
    ['transformer', []],
  ])('%s', (letters, expected) => { expect(found(names, letters)).toEqual(expected) })

  it('weighs the whole name most, then its beginning, then what stands inside', () => {
    const weights = ['变压器', '变压器油温', '主变压器油'].map((title) => weight(title, 'bianyaqi'))
    expect(weights[0]).toBe(1)
    expect(weights).toEqual([...weights].sort((a, b) => b - a))
    expect(new Set(weights).size).toBe(3)
    expect(weight('变压器', 'bianyaqi', 'tags')).toBeLessThan(weight('主变压器油温异常', 'bianyaqi'))
    expect(weight('变压器', 'byq')).toBeLessThan(weight('变压器', 'bianyq'))
    expect(weight('变压器', 'bianyq')).toBeLessThan(1)
  })

  it('takes the best of all names of a document', () => {
    const { documents, weights } = findBySound(makeSoundNames([
      { document: 3, field: 'tags', text: '变压器' }, { document: 3, field: 'title', text: '主变压器' }, { document: 3, field: 'title', text: '变压器' }, { document: 1, field: 'tags', text: '母线' },
    ]), 'bianyaqi')
    expect([...documents]).toEqual([3])
    expect(weights[0]).toBeCloseTo(weight('变压器', 'bianyaqi'))
  })

  it('never matches across two names, nor from the middle of a Latin word', () => {
    expect(found(titles('变压', '器'), 'byq')).toEqual([])
    expect(found(titles('GIS设备'), 'issb')).toEqual([])
    expect(found(titles('GIS设备'), 'gissb')).toEqual([0])
  })

  it('reads ü as v, or as u before e', () => {
    expect(found(titles('策略'), 'celue')).toEqual([0])
    expect(found(titles('策略'), 'celve')).toEqual([0])
    expect(found(titles('绿色'), 'lvse')).toEqual([0])
    expect(found(titles('绿色'), 'lüse')).toEqual([0])
  })

  it('marks what was found', () => {
    expect(soundMarks('主变压器油温', 'byq')).toEqual([[1, 4]])
    expect(soundMarks('110kV 母线', '110kvmuxian')).toEqual([[0, 8]])
    expect(soundMarks('主变压器', 'muxian')).toEqual([])
  })

  it('finds every name by its full pinyin, its initials and any beginning of it', () => {
    const text = fc.array(fc.constantFrom(...Array.from('重庆电力公司变压器油温异常处理安全西先行长乐绿女略欧阿二')), { minLength: 2, maxLength: 5 }).map((each) => each.join(''))
    fc.assert(fc.property(text, fc.nat(8), (title, cut) => {
      const full = soundUnits(title).units.map(unitLetters)
      expect(found(titles(title), full.join(''))).toEqual([0])
      expect(found(titles(title), full.map((each) => each.charAt(0)).join(''))).toEqual([0])
      expect(found(titles('', title), full.join('').slice(0, Math.max(3, full.join('').length - cut)))).toEqual([1])
    }), { numRuns: 100 })
  })
})

describe('names kept and merged', () => {
  const all = [titles('变压器', '母线', '主变压器'), makeSoundNames([{ document: 0, field: 'tags', text: '变压器' }])] as const

  it('are the same after they were packed', () => {
    expect(readSoundNames(readColumns(packColumns(new Map(soundNamesColumns(all[0])))))).toEqual(all[0])
    expect(found(readSoundNames(readColumns(packColumns(new Map(soundNamesColumns(titles()))))), 'byq')).toEqual([])
  })

  it('are those of the parts without what is left out', () => {
    const merged = mergeSoundNames([{ names: all[0], renumbered: Int32Array.of(-1, 0, 1) }, { names: all[1], renumbered: Int32Array.of(2) }])
    expect(merged).toEqual(makeSoundNames([
      { document: 0, field: 'title', text: '母线' }, { document: 1, field: 'title', text: '主变压器' }, { document: 2, field: 'tags', text: '变压器' },
    ]))
    expect(found(merged, 'bianyaqi')).toEqual([1, 2])
  })
})
