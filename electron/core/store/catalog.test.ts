import { describe, expect, it } from 'vitest'
import type { RecordFilter } from '#shared/contract/records'
import { recordWith } from '../../../tests/support/records'
import { createCatalog } from './catalog'

const cases: RecordFilter = { type: 'case' }
const byDate = { by: 'date', descending: true } as const

const filled = () => {
  const catalog = createCatalog()
  catalog.put(recordWith({ title: '甲', date: '2026-03-18', team: '运维一班', tags: ['安全', '倒闸'], number: 'YW-CS-2026-0007' }))
  catalog.put(recordWith({ title: '乙', date: '2025-11-02', team: '运维二班', tags: ['安全'], stage: 'published' }))
  catalog.put(recordWith({ title: '丙', date: '', team: '运维一班', tags: [] }))
  catalog.put(recordWith({ title: '丁', type: 'tool', date: '2026-01-01' }))
  return catalog
}

const titles = ({ rows }: { rows: { title: string }[] }): string[] => rows.map(({ title }) => title)

describe('catalog', () => {
  it('lists one type in order, rows without a date last either way', () => {
    const catalog = filled()
    expect(titles(catalog.list(cases, byDate, 0, 10))).toEqual(['甲', '乙', '丙'])
    expect(titles(catalog.list(cases, { by: 'date', descending: false }, 0, 10))).toEqual(['乙', '甲', '丙'])
  })

  it('pages, and says how many there are in all', () => {
    expect(filled().list(cases, byDate, 1, 1)).toMatchObject({ total: 3, rows: [{ title: '乙' }] })
  })

  it('takes values of one facet as alternatives and narrows by each facet', () => {
    const catalog = filled()
    expect(titles(catalog.list({ ...cases, facets: { unit: ['运维一班', '运维二班'], tag: ['安全'] } }, byDate, 0, 10))).toEqual(['甲', '乙'])
    expect(titles(catalog.list({ ...cases, facets: { unit: ['运维一班'], year: ['2025'] } }, byDate, 0, 10))).toEqual([])
  })

  it('counts each facet under the choices of the others', () => {
    const facets = filled().facets({ ...cases, facets: { unit: ['运维一班'] } })
    expect(facets.unit).toEqual([{ value: '运维一班', count: 2 }, { value: '运维二班', count: 1 }])
    expect(facets.tag).toEqual([{ value: '安全', count: 1 }, { value: '倒闸', count: 1 }, { value: '', count: 1 }])
  })

  it('shows a record that was put again as it is now', () => {
    const catalog = createCatalog()
    const record = recordWith({ title: '甲', date: '2026-03-18' })
    catalog.put(record)
    catalog.list(cases, byDate, 0, 10)
    catalog.put({ ...record, content: { ...record.content, title: '甲改' } })
    expect(titles(catalog.list(cases, byDate, 0, 10))).toEqual(['甲改'])
    expect(catalog.counts()).toEqual({ case: 1 })
  })

  it('knows the highest number after a prefix, and whose a number is', () => {
    const catalog = filled()
    expect(['YW-CS-2026-', 'YW-TL-2026-'].map(catalog.highestSequence)).toEqual([7, 0])
    expect(catalog.byNumber('yw-cs-2026-0007')?.title).toBe('甲')
  })

  it('does not go on from a number that nobody gave', () => {
    const catalog = filled()
    catalog.put(recordWith({ title: '外来', number: `YW-CS-2026-${'9'.repeat(400)}` }))
    expect(catalog.highestSequence('YW-CS-2026-')).toBe(7)
  })

  it('finds the other of two records with one number when one of them is renumbered', () => {
    const catalog = filled()
    const other = recordWith({ title: '同号', number: 'YW-CS-2026-0007' })
    catalog.put(other)
    catalog.put({ ...other, content: { ...other.content, number: 'YW-CS-2026-0008' } })
    expect(['YW-CS-2026-0007', 'YW-CS-2026-0008'].map((number) => catalog.byNumber(number)?.title)).toEqual(['甲', '同号'])
  })

  it('forgets a file that is no longer the original of its record', () => {
    const catalog = createCatalog()
    const sha256 = 'a'.repeat(64)
    const record = recordWith({ attachments: [{ sha256, name: '甲.docx', size: 1, mediaType: 'x/y', role: 'original' }] })
    catalog.put(record)
    expect(catalog.byOriginal(sha256)?.id).toBe(record.id)
    catalog.put({ ...record, content: { ...record.content, attachments: [] } })
    expect(catalog.byOriginal(sha256)).toBeUndefined()
  })
})
