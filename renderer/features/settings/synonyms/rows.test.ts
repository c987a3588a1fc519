import { describe, expect, it } from 'vitest'
import { groupsOf, rowsFor, rowsInSight, withNewRow, type Row } from './rows'

const rows: Row[] = [{ key: 1, words: ['班前会', '站班会'] }, { key: 2, words: ['主变'] }, { key: 3, words: ['GIS', '组合电器'] }]

describe('rows of synonyms', () => {
  it('are saved once they have two words', () => {
    expect(groupsOf(withNewRow(rows))).toEqual([['班前会', '站班会'], ['GIS', '组合电器']])
  })

  it('follow what is saved, and keep what is begun', () => {
    const next = rowsFor([['早会', '班前会']], rows)
    expect(next.map(({ words }) => words)).toEqual([['早会', '班前会'], ['主变']])
    expect(new Set(next.map(({ key }) => key)).size).toBe(2)
  })

  it('are found by a word of theirs, and are not all shown where they are many', () => {
    expect(rowsInSight(rows, 'gis', 50).map(({ key }) => key)).toEqual([3, 2])
    expect(rowsInSight(rows, '', 1).map(({ key }) => key)).toEqual([1, 2])
  })
})
