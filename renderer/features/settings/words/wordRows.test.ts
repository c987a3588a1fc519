import { describe, expect, it } from 'vitest'
import type { Word } from '#shared/contract/vocabularies'
import { namesIn, wordRows } from './wordRows'

const word = (name: string, count: number, known = true, unit = ''): Word => ({ key: name, name, count, known, parent: null, code: '', isOwner: false, unit, role: '' })
const words = [word('安全', 3), word('GIS', 0), word('接地', 5, false), word('李明', 3, true, '一班')]
const names = (...given: Parameters<typeof wordRows>) => wordRows(...given).map(({ name }) => name)

describe('rows of words', () => {
  it('are those that are sought, by any case and by the unit too', () => {
    expect(names(words, ' gis', 'all', undefined)).toEqual(['GIS'])
    expect(names(words, '一班', 'all', undefined)).toEqual(['李明'])
    expect(names(words, '', 'unused', undefined)).toEqual(['GIS'])
    expect(names(words, '', 'unknown', undefined)).toEqual(['接地'])
  })

  it('stand in the library’s order, or by use and then by name', () => {
    expect(names(words, '', 'all', undefined)).toEqual(['安全', 'GIS', '接地', '李明'])
    expect(names(words, '', 'all', { by: 'count', descending: true })).toEqual(['接地', '安全', '李明', 'GIS'])
  })
})

it('names are typed one after another, each once', () => {
  expect(namesIn('安全、接地, 安全；\n倒闸 ')).toEqual(['安全', '接地', '倒闸'])
})
