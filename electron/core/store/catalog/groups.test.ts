import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RecordContent } from '#shared/model/record'
import { recordWith } from '../../../../tests/support/records'
import { createCatalog, type Catalog } from './catalog'
import { entryOf } from './entry'
import type { LibraryWords } from './knowledge'

const byDate = { by: 'date', descending: true } as const
const tools = { type: 'tool' } as const

const words: LibraryWords = {
  vocabularies: { units: [{ name: '供电公司', children: [{ name: '变电中心', children: [{ name: '运维一班' }, { name: '运维二班' }] }, { name: '配电中心' }] }] },
  customFields: [
    { key: 'risk', title: '风险等级', kind: 'choice', types: ['tool'], options: ['高', '中', '低'] }, { key: 'cost', title: '费用', kind: 'number', types: ['tool'] },
    { key: 'checked', title: '已核', kind: 'flag', types: ['tool'] }, { key: 'posts', title: '岗位', kind: 'words', types: ['tool'] },
  ],
}

const catalogOf = (contents: readonly Partial<RecordContent>[], library: () => LibraryWords = () => words): Catalog => {
  const catalog = createCatalog(library)
  for (const content of contents) catalog.put(entryOf(recordWith({ type: 'tool', ...content })))
  return catalog
}

const titles = ({ rows }: { rows: { title: string }[] }): string[] => rows.map(({ title }) => title)

describe('the units of a catalog', () => {
  const inTree = () => catalogOf([
    { title: '甲', unit: '变电中心', team: '运维一班' }, { title: '乙', unit: '变电中心', team: '' }, { title: '丙', unit: '', team: '配电中心' }, { title: '丁', unit: '配电中心', team: '抢修队' }, { title: '戊' },
  ])

  it('count what is below them, each record once, and stand for it when they are chosen', async () => {
    const catalog = inTree()
    expect(new Map(catalog.facets(tools).unit?.map(({ value, count }) => [value, count]))).toEqual(new Map([['供电公司', 4], ['变电中心', 2], ['运维一班', 1], ['配电中心', 2], ['抢修队', 1], ['', 1]]))
    expect(titles(await catalog.list({ ...tools, facets: { unit: ['变电中心'] } }, { by: 'number', descending: false }, 0, 9)).sort()).toEqual(['乙', '甲'])
  })

  it('say which unit is above them; a team that the library does not know stands below the unit of its record', () => {
    const parents = new Map(inTree().facets(tools).unit?.map(({ value, parent }) => [value, parent]))
    expect([parents.get('运维一班'), parents.get('抢修队'), parents.get('供电公司')]).toEqual(['变电中心', '配电中心', undefined])
  })

  it('group a list as a tree, each before what is below it, with the sum of both', async () => {
    const catalog = inTree()
    expect(await catalog.groups(tools, byDate, 'unit')).toEqual([
      { value: '供电公司', level: 0, count: 0, total: 4 }, { value: '变电中心', level: 1, count: 1, total: 2 }, { value: '运维一班', level: 2, count: 1, total: 1 },
      { value: '配电中心', level: 1, count: 1, total: 2 }, { value: '抢修队', level: 2, count: 1, total: 1 }, { value: '', level: 0, count: 1, total: 1 },
    ])
    expect(titles(await catalog.list(tools, byDate, 0, 9, 'unit'))).toEqual(['乙', '甲', '丙', '丁', '戊'])
  })

  it('are those of the library as it is now', async () => {
    let now = words
    const catalog = catalogOf([{ title: '甲', team: '运维一班' }], () => now)
    await catalog.list({ ...tools, facets: { unit: ['检修中心'] } }, byDate, 0, 9)
    now = { ...words, vocabularies: { units: [{ name: '检修中心', children: [{ name: '运维一班' }] }] } }
    expect(titles(await catalog.list({ ...tools, facets: { unit: ['检修中心'] } }, byDate, 0, 9))).toEqual(['甲'])
  })
})

describe('own and custom fields in a catalog', () => {
  const inFields = () => catalogOf([
    { title: '甲', fields: { kind: 'method' }, custom: { risk: '中', cost: 9, checked: true, posts: ['值长', '监护人'] } },
    { title: '乙', fields: { kind: 'rule' }, custom: { risk: '高', cost: -20.5, checked: false, posts: ['值长'] } },
    { title: '丙', custom: { cost: 100, note: '很长\n的话' } },
  ])

  it('are facets, with none given where a record says nothing', () => {
    const facets = inFields().facets(tools, ['own:kind', 'custom:risk', 'custom:checked', 'custom:posts', 'custom:note', 'attachments'])
    expect(Object.entries(facets).map(([facet, counts]) => [facet, Object.fromEntries(counts.map(({ value, count }) => [value, count]))])).toEqual([
      ['own:kind', { method: 1, rule: 1, '': 1 }], ['custom:risk', { 中: 1, 高: 1, '': 1 }], ['custom:checked', { true: 1, false: 1, '': 1 }],
      ['custom:posts', { 值长: 2, 监护人: 1, '': 1 }], ['custom:note', { '': 3 }], ['attachments', { false: 3 }],
    ])
  })

  it('sort choices in their order and numbers by their size, what says nothing last either way', async () => {
    const catalog = inFields()
    const sorted = async (by: string, descending: boolean) => titles(await catalog.list(tools, { by, descending }, 0, 9))
    expect([await sorted('custom:risk', false), await sorted('custom:risk', true)]).toEqual([['乙', '甲', '丙'], ['甲', '乙', '丙']])
    expect([await sorted('custom:cost', false), await sorted('custom:cost', true)]).toEqual([['乙', '甲', '丙'], ['丙', '甲', '乙']])
  })

  it('sort any numbers as numbers', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 20 }), async (costs) => {
      const catalog = catalogOf(costs.map((cost) => ({ title: String(cost), custom: { cost } })))
      const sorted = titles(await catalog.list(tools, { by: 'custom:cost', descending: false }, 0, 99)).map(Number)
      expect(sorted).toEqual(costs.map((cost) => Number(String(cost))).toSorted((a, b) => a - b))
    }), { numRuns: 50 })
  })

  it('group a list; a record with several values stands in each of their groups', async () => {
    const catalog = inFields()
    expect(await catalog.groups(tools, byDate, 'custom:risk')).toEqual([
      { value: '高', level: 0, count: 1, total: 1 }, { value: '中', level: 0, count: 1, total: 1 }, { value: '', level: 0, count: 1, total: 1 },
    ])
    expect((await catalog.groups(tools, byDate, 'custom:posts')).map(({ value, count }) => [value, count])).toEqual([['监护人', 1], ['值长', 2], ['', 1]])
    const { total, rows } = await catalog.list(tools, { by: 'title', descending: false }, 0, 9, 'custom:posts')
    expect([total, rows.map(({ title }) => title)]).toEqual([3, ['甲', '甲', '乙', '丙']])
  })

  it('group what was edited since as it is now', async () => {
    const catalog = catalogOf([])
    const record = recordWith({ type: 'tool', title: '甲', custom: { risk: '低' } })
    catalog.put(entryOf(record))
    await catalog.groups(tools, byDate, 'custom:risk')
    catalog.put(entryOf({ ...record, content: { ...record.content, custom: { risk: '高' } } }))
    expect((await catalog.groups(tools, byDate, 'custom:risk')).map(({ value }) => value)).toEqual(['高'])
  })
})
