import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RecordFilter } from '#shared/contract/records'
import { newId } from '#shared/model/ids'
import { recordWith } from '../../../../tests/support/records'
import { createCatalog, type Catalog } from './catalog'
import { entryOf, type CatalogEntry } from './entry'

const cases: RecordFilter = { type: 'case' }
const byDate = { by: 'date', descending: true } as const

const filled = () => {
  const catalog = createCatalog()
  catalog.put(entryOf(recordWith({ title: '甲', date: '2026-03-18', team: '运维一班', tags: ['安全', '倒闸'], number: 'YW-CS-2026-0007' })))
  catalog.put(entryOf(recordWith({ title: '乙', date: '2025-11-02', team: '运维二班', tags: ['安全'], stage: 'published' })))
  catalog.put(entryOf(recordWith({ title: '丙', date: '', team: '运维一班', tags: [] })))
  catalog.put(entryOf(recordWith({ title: '丁', type: 'tool', date: '2026-01-01' })))
  return catalog
}

const titles = ({ rows }: { rows: { title: string }[] }): string[] => rows.map(({ title }) => title)

describe('catalog', () => {
  it('lists one type in order, rows without a date last either way', async () => {
    const catalog = filled()
    expect(titles(await catalog.list(cases, byDate, 0, 10))).toEqual(['甲', '乙', '丙'])
    expect(titles(await catalog.list(cases, { by: 'date', descending: false }, 0, 10))).toEqual(['乙', '甲', '丙'])
  })

  it('pages, and says how many there are in all', async () => {
    expect(await filled().list(cases, byDate, 1, 1)).toMatchObject({ total: 3, rows: [{ title: '乙' }] })
  })

  it('takes values of one facet as alternatives and narrows by each facet', async () => {
    const catalog = filled()
    expect(titles(await catalog.list({ ...cases, facets: { unit: ['运维一班', '运维二班'], tag: ['安全'] } }, byDate, 0, 10))).toEqual(['甲', '乙'])
    expect(titles(await catalog.list({ ...cases, facets: { unit: ['运维一班'], year: ['2025'] } }, byDate, 0, 10))).toEqual([])
  })

  it('counts each facet under the choices of the others', () => {
    const facets = filled().facets({ ...cases, facets: { unit: ['运维一班'] } })
    expect(facets.unit).toEqual([{ value: '运维一班', count: 2 }, { value: '运维二班', count: 1 }])
    expect(facets.tag).toEqual([{ value: '安全', count: 1 }, { value: '倒闸', count: 1 }, { value: '', count: 1 }])
  })

  it('shows a record that was put again as it is now', async () => {
    const catalog = createCatalog()
    const record = recordWith({ title: '甲', date: '2026-03-18' })
    catalog.put(entryOf(record))
    await catalog.list(cases, byDate, 0, 10)
    catalog.put(entryOf({ ...record, content: { ...record.content, title: '甲改' } }))
    expect(titles(await catalog.list(cases, byDate, 0, 10))).toEqual(['甲改'])
    expect(catalog.counts()).toEqual({ case: 1 })
  })

  it('knows the highest number after a prefix, and whose a number is', () => {
    const catalog = filled()
    expect(['YW-CS-2026-', 'YW-TL-2026-'].map(catalog.highestSequence)).toEqual([7, 0])
    expect(catalog.byNumber('yw-cs-2026-0007')?.title).toBe('甲')
  })

  it('does not go on from a number that nobody gave', () => {
    const catalog = filled()
    catalog.put(entryOf(recordWith({ title: '外来', number: `YW-CS-2026-${'9'.repeat(400)}` })))
    expect(catalog.highestSequence('YW-CS-2026-')).toBe(7)
  })

  it('finds the other of two records with one number when one of them is renumbered', () => {
    const catalog = filled()
    const other = recordWith({ title: '同号', number: 'YW-CS-2026-0007' })
    catalog.put(entryOf(other))
    catalog.put(entryOf({ ...other, content: { ...other.content, number: 'YW-CS-2026-0008' } }))
    expect(['YW-CS-2026-0007', 'YW-CS-2026-0008'].map((number) => catalog.byNumber(number)?.title)).toEqual(['甲', '同号'])
  })

  it('forgets a file that is no longer the original of its record', () => {
    const catalog = createCatalog()
    const sha256 = 'a'.repeat(64)
    const record = recordWith({ attachments: [{ sha256, name: '甲.docx', size: 1, mediaType: 'x/y', role: 'original' }] })
    catalog.put(entryOf(record))
    expect(catalog.byOriginal(sha256)?.id).toBe(record.id)
    catalog.put(entryOf({ ...record, content: { ...record.content, attachments: [] } }))
    expect(catalog.byOriginal(sha256)).toBeUndefined()
  })

  it('still finds the other of two records from one file when one of them goes', () => {
    const catalog = createCatalog()
    const sha256 = 'a'.repeat(64)
    const [one, other] = ['甲', '乙'].map((title) => recordWith({ title, attachments: [{ sha256, name: '甲.docx', size: 1, mediaType: 'x/y', role: 'original' }] }))
    if (!one || !other) throw new Error('two records')
    for (const record of [one, other]) catalog.put(entryOf(record))
    catalog.remove(other.id)
    expect(catalog.byOriginal(sha256)?.id).toBe(one.id)
  })

  it('counts and lists after any edits as one that was filled anew', async () => {
    const word = fc.constantFrom('', '甲', '乙', '丙')
    const edit = fc.record({
      at: fc.nat(9), remove: fc.boolean(), type: fc.constantFrom('case' as const, 'tool' as const), team: word, tags: fc.uniqueArray(word), field: word,
      date: fc.constantFrom('', '2025-01', '2026-03-18'), stage: fc.constantFrom('draft', 'published'), title: fc.constantFrom('一', '二', '三'), number: fc.constantFrom('A-1', 'a-1', 'A-2'),
    })
    const filters: RecordFilter[] = [cases, { ...cases, facets: { unit: ['甲', '乙'] } }, { ...cases, facets: { tag: ['甲'], year: ['2026'] } }]
    const sorts = [byDate, { by: 'title', descending: false } as const, { by: 'unit', descending: true } as const]
    const ids = Array.from({ length: 10 }, () => newId())
    await fc.assert(fc.asyncProperty(fc.array(edit, { maxLength: 40 }), async (edits) => {
      const [kept, records] = [createCatalog(), new Map<string, CatalogEntry>()]
      for (const { at, remove, ...content } of edits) {
        const id = ids[at] ?? ''
        const entry = entryOf({ ...recordWith({ ...content, fields: {} }), id })
        if (remove) { kept.remove(id); records.delete(id) }
        else { kept.put(entry); records.set(id, entry) }
        for (const filter of filters) { kept.facets(filter); await kept.list(filter, byDate, 0, 10, 'unit') }
      }
      const fresh = createCatalog()
      records.forEach(fresh.put)
      const groups = async (catalog: Catalog) => Promise.all(filters.flatMap((filter) => ['unit', 'tag', 'stage'].map(async (group) => [await catalog.groups(filter, byDate, group), await catalog.list(filter, byDate, 0, 50, group)])))
      const counted = (catalog: Catalog) => filters.map((filter) => Object.entries(catalog.facets(filter)).map(([facet, counts]) =>
        [facet, counts.map(({ value, count }) => `${value}:${count}`).sort()]))
      expect(counted(kept)).toEqual(counted(fresh))
      expect(kept.counts()).toEqual(fresh.counts())
      expect(await groups(kept)).toEqual(await groups(fresh))
      for (const filter of filters) for (const sort of sorts) expect(await kept.list(filter, sort, 0, 10)).toEqual(await fresh.list(filter, sort, 0, 10))
      for (const number of ['A-1', 'A-2']) expect(kept.byNumber(number) === undefined).toBe(fresh.byNumber(number) === undefined)
    }), { numRuns: 60 })
  })

  it('takes in what changes while a long list is being sorted', async () => {
    const catalog = createCatalog()
    const first = recordWith({ title: '第一' })
    catalog.put(entryOf(first))
    for (let index = 0; index < 9000; index += 1) catalog.put(entryOf(recordWith({ title: `案例${index}` })))
    const listing = catalog.list(cases, { by: 'title', descending: false }, 0, 20_000)
    catalog.remove(first.id)
    catalog.put(entryOf(recordWith({ title: '啊，最前面的' })))
    const { total, rows } = await listing
    expect([total, rows[0]?.title, rows.some(({ id }) => id === first.id)]).toEqual([9001, '啊，最前面的', false])
  })

  it('lists all of very many, those without a value last, and what the language holds for equal newest first', async () => {
    const catalog = createCatalog()
    const teams = [...Array.from({ length: 9000 }, (_, index) => `第${index}班`), '', 'caf\u00e9', '', 'cafe\u0301', 'caf\u00e9']
    for (const team of teams) catalog.put(entryOf(recordWith({ title: '甲', team, unit: '' })))
    for (const descending of [false, true]) {
      const { total, rows } = await catalog.list(cases, { by: 'unit', descending }, 0, 20_000)
      expect([total, rows.length, new Set(rows.map(({ id }) => id)).size]).toEqual([9005, 9005, 9005])
      expect(rows.slice(-2).map(({ team }) => team)).toEqual(['', ''])
      const equal = rows.filter(({ team }) => team.startsWith('caf')).map(({ id }) => id)
      expect(equal).toEqual(equal.toSorted().reverse())
      expect(rows.findLastIndex(({ team }) => team.startsWith('caf')) - rows.findIndex(({ team }) => team.startsWith('caf'))).toBe(2)
    }
  })
})
