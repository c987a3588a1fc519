import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { QueryField } from '#shared/text/queryFields'
import { makeTable } from '../part/documentTable'
import { chooseLabels, hasLabel, hitsOfField, labelOf, partsOfLabel } from './labels'

const table = makeTable([
  { id: 'case', labels: ['type:case', 'stage:published', 'unit:一班', 'above:变电运维中心', 'tag:安全', 'tag:接地', 'author:张工', 'has:attachment'], date: 20260318, updatedAt: 1, uses: 0 },
  { id: 'tool', labels: ['type:tool', 'stage:released', 'unit:变电运维中心', 'tag:', 'field:變電'], date: 20251231, updatedAt: 1, uses: 0 },
  { id: 'month', labels: ['type:case', 'stage:draft', 'unit:', 'tag:GIS设备', 'author:'], date: 20260300, updatedAt: 1, uses: 0 },
  { id: 'undated', labels: [], date: 0, updatedAt: 1, uses: 0 },
])
const found = (field: QueryField, value: string): string[] => Array.from(hitsOfField(table, field, value).documents, (document) => table.ids[document] ?? '')

describe('labels', () => {
  it('are taken apart as they were put together, whatever the value', () => {
    fc.assert(fc.property(fc.constantFrom('type', 'tag', 'above'), fc.string({ unit: fc.constantFrom(':', '：', 'a', '甲', ' ') }), (facet, value) => {
      expect(partsOfLabel(labelOf(facet, value))).toEqual([facet, value])
    }))
  })

  it('are chosen by facet and value', () => {
    const chosen = chooseLabels(table, ['tag', 'unit'], (value) => value === '' || value === '安全')
    expect(table.ids.filter((_, document) => hasLabel(table, document, chosen))).toEqual(['case', 'tool', 'month'])
    expect(table.ids.filter((_, document) => hasLabel(table, document, chooseLabels(table, ['field'], () => false)))).toEqual([])
  })
})

describe('a field of a query', () => {
  it.each<[QueryField, string, string[]]>([
    ['tag', '安全', ['case']],
    ['tag', '接', ['case']],
    ['tag', 'ｇｉｓ設備', ['month']],
    ['tag', '没有', []],
    ['unit', '一班', ['case']],
    // What belongs to a unit is of the unit too.
    ['unit', '变电运维', ['case', 'tool']],
    ['field', '变电', ['tool']],
    ['author', '张', ['case']],
    ['has', '附件', ['case']],
    ['has', 'file', ['case']],
    ['has', '照片', []],
    ['type', '案例', ['case', 'month']],
    ['type', 'CASE', ['case', 'month']],
    // A name is meant in full: 发布 is another stage than 已发布.
    ['stage', '发布', ['tool']],
    ['stage', '已发布', ['case']],
    ['stage', 'PUBLISHED', ['case']],
    ['stage', '已', []],
  ])('%s:%s', (field, value, expected) => { expect(found(field, value)).toEqual(expected) })

  it.each<[QueryField, string, string[]]>([
    ['before', '2026', ['tool']],
    ['after', '2026', []],
    ['after', '2025', ['case', 'month']],
    ['before', '2026-03', ['tool']],
    ['before', '2026-04', ['case', 'tool', 'month']],
    ['before', '2026年2月18日', ['tool']],
    ['after', '2026-03', []],
    ['after', '2026-02', ['case', 'month']],
    ['after', '2026/3/17', ['case']],
    ['before', '2027', ['case', 'tool', 'month']],
    ['before', '后天', []],
  ])('%s:%s takes in no part of it, nor what has no date', (field, value, expected) => { expect(found(field, value)).toEqual(expected) })
})
