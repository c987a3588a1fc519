import { describe, expect, it } from 'vitest'
import type { Excerpt, SearchHit } from '#shared/contract/search'
import { hitKey, hitTarget, hitTitle, shownGroups } from './hits'

const excerpt: Excerpt = { text: '接地线', marks: [], sectionTitle: '', sectionId: 's1', blockId: null, page: 6 }
const row = {
  id: '0195c1b2-7c11-7a31-8c52-6f4c0e8b1a01', type: 'case' as const, number: '', title: '收工核对', stage: 'draft', unit: '', team: '', field: '', tags: [], date: '', polarity: null,
  attachments: 1, updatedAt: '2026-11-24T00:00:00.000Z', edition: null,
}
const record: SearchHit = { row, attachment: null, titleMarks: [], excerpt }
const file: SearchHit = { ...record, attachment: { sha256: 'a'.repeat(64), name: '细则.pdf' } }

describe('a result', () => {
  it('of a record opens it at the match', () => {
    expect(hitTarget(record, excerpt)).toEqual({ sectionId: 's1' })
    expect(hitTarget(record, { ...excerpt, blockId: 'b1' })).toEqual({ sectionId: 's1', blockId: 'b1' })
  })

  it('of a file opens its record at the file', () => {
    expect(hitTarget(file, excerpt)).toEqual({ attachment: 'a'.repeat(64) })
    expect(hitTitle(file)).toBe('细则.pdf')
  })

  it('is shown among the best of its type, or among all where there is room', () => {
    const cases = { type: 'case' as const, total: 30, hits: Array.from({ length: 11 }, () => record) }
    const files = { type: 'attachment' as const, total: 1, hits: [file] }
    const tools = { type: 'tool' as const, total: 3, hits: [] }
    expect(shownGroups([cases, files, tools]).map(({ hits, total }) => [hits.length, total])).toEqual([[5, 30], [1, 1], [0, 3]])
    expect(shownGroups([{ ...cases, hits: cases.hits.slice(1) }, files]).map(({ hits }) => hits.length)).toEqual([10, 1])
    const many = { ...cases, hits: [...cases.hits, record] }
    expect(shownGroups([many])).toEqual([many])
    expect(shownGroups([many, tools]).map(({ hits, total }) => [hits.length, total])).toEqual([[5, 30], [0, 3]])
    expect(shownGroups([cases, tools])).toEqual([cases, tools])
    expect(shownGroups([tools])).toEqual([])
  })

  it('of a record is another than that of its file', () => {
    expect(hitKey(record)).not.toBe(hitKey(file))
  })
})
