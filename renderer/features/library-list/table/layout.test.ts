import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RecordGroup } from '#shared/contract/records'
import { groupedLayout, plainLayout, type Layout } from './layout'

const nameOf = (value: string): string => `组 ${value}`

const tree: RecordGroup[] = [
  { value: '公司', level: 0, count: 1, total: 6 }, { value: '一班', level: 1, count: 2, total: 2 }, { value: '二班', level: 1, count: 3, total: 3 }, { value: '', level: 0, count: 1, total: 1 },
]

const shown = (layout: Layout): string[] => Array.from({ length: layout.total }, (_, index) => {
  const place = layout.placeAt(index)
  return place?.kind === 'group' ? place.group.value : String(place?.offset)
})

describe('the rows of a list', () => {
  it('are its records where it is not grouped', () => {
    expect(shown(plainLayout(3))).toEqual(['0', '1', '2'])
    expect(plainLayout(3).placeAt(3)).toBeUndefined()
  })

  it('are the heads of groups, each above its records', () => {
    expect(shown(groupedLayout(tree, new Set(), nameOf))).toEqual(['公司', '0', '一班', '1', '2', '二班', '3', '4', '5', '', '6'])
  })

  it('leave out what is folded, with all below it, and keep the places of the rest', () => {
    expect(shown(groupedLayout(tree, new Set(['一班']), nameOf))).toEqual(['公司', '0', '一班', '二班', '3', '4', '5', '', '6'])
    expect(shown(groupedLayout(tree, new Set(['公司', '二班']), nameOf))).toEqual(['公司', '', '6'])
  })

  it('find their heads, and every record once while nothing is folded', () => {
    fc.assert(fc.property(fc.array(fc.nat(5), { maxLength: 12 }), (counts) => {
      const layout = groupedLayout(counts.map((count, at) => ({ value: String(at), level: 0, count, total: count })), new Set(), nameOf)
      const places = Array.from({ length: layout.total }, (_, index) => layout.placeAt(index))
      expect(places.flatMap((place) => (place?.kind === 'row' ? [place.offset] : []))).toEqual(Array.from({ length: counts.reduce((sum, count) => sum + count, 0) }, (_, at) => at))
      let head = 0
      for (const [index, place] of places.entries()) {
        if (place?.kind === 'group') head = index
        expect(layout.headOf(index)).toBe(head)
      }
    }))
  })
})
