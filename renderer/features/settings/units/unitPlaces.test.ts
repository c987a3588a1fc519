import { describe, expect, it } from 'vitest'
import type { Word } from '#shared/contract/vocabularies'
import { pathOf, placeDropped, placeTowards, unitTree } from './unitPlaces'

const unit = (name: string, parent: string | null): Word => ({ key: name, name, count: 0, known: true, parent, code: '', isOwner: false, unit: '', role: '' })
const center = unit('中心', null)
const [first, second, third] = [unit('一班', '中心'), unit('二班', '中心'), unit('三班', '中心')]
const other = unit('公司', null)
const words = [center, first, second, third, other]

describe('a unit', () => {
  it('stands in a tree', () => {
    expect(unitTree(words).map(({ word, children }) => [word.name, children.map((child) => child.word.name)])).toEqual([['中心', ['一班', '二班', '三班']], ['公司', []]])
    expect(pathOf(words, second)).toEqual(['中心', '二班'])
  })

  it('moves among its siblings, below the one before it, and out of its unit', () => {
    expect(placeTowards(words, second, 'up')).toEqual({ parent: '中心', before: '一班' })
    expect(placeTowards(words, first, 'down')).toEqual({ parent: '中心', before: '三班' })
    expect(placeTowards(words, second, 'down')).toEqual({ parent: '中心', before: null })
    expect(placeTowards(words, second, 'in')).toEqual({ parent: '一班', before: null })
    expect(placeTowards(words, second, 'out')).toEqual({ parent: null, before: '公司' })
    expect([placeTowards(words, first, 'up'), placeTowards(words, first, 'in'), placeTowards(words, center, 'out')]).toEqual([undefined, undefined, undefined])
  })

  it('is dropped on another, above it or below it', () => {
    expect(placeDropped(words, second, 0)).toEqual({ parent: '二班', before: null })
    expect(placeDropped(words, second, -1)).toEqual({ parent: '中心', before: '二班' })
    expect(placeDropped(words, third, 1)).toEqual({ parent: '中心', before: null })
  })
})
