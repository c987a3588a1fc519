import { describe, expect, it } from 'vitest'
import type { Candidate, RipeReason } from '#shared/contract/products'
import { newId } from '#shared/model/ids'
import { setApart } from './alike'

const record = (unit: string, ...reasons: RipeReason[]): Candidate['records'][number] => ({
  row: { id: newId(), type: 'case', number: '', title: unit, stage: 'validated', unit, team: '', field: '', tags: [], date: '', polarity: null, attachments: 0, updatedAt: '2026-11-30T00:00:00.000Z', edition: null },
  reasons: [...reasons, { kind: 'validated', count: 1 }],
})
const candidate = (...records: Candidate['records']): Candidate => ({ records, units: [...new Set(records.map(({ row }) => row.unit))], reasons: [{ kind: 'validated', count: records.length }], score: 1 })
const titles = (candidates: readonly Candidate[]): string[][] => candidates.map(({ records }) => records.map(({ row }) => row.title))

describe('records of one candidate', () => {
  it('stay together as they are where each is like the first', () => {
    const all = candidate(record('甲班'), record('乙班', { kind: 'similar', count: 15 }))
    expect(setApart(all)).toEqual([all])
  })

  it('stand alone where they are not alike, with what they say for themselves', () => {
    const all = candidate(record('甲班', { kind: 'used', count: 2 }), record('乙班', { kind: 'similar', count: 60 }, { kind: 'used', count: 3 }), record('丙班', { kind: 'similar', count: 14 }, { kind: 'cited', count: 4 }))
    const apart = setApart(all)
    expect(titles(apart)).toEqual([['甲班', '乙班'], ['丙班']])
    expect(apart.map(({ reasons }) => reasons)).toEqual([
      [{ kind: 'units', count: 2 }, { kind: 'similar', count: 60 }, { kind: 'used', count: 5 }, { kind: 'validated', count: 2 }],
      [{ kind: 'cited', count: 4 }, { kind: 'validated', count: 1 }],
    ])
  })

  it('are left out where nothing but their likeness spoke for them', () => {
    expect(titles(setApart(candidate(record('甲班', { kind: 'used', count: 2 }), record('乙班', { kind: 'similar', count: 9 }))))).toEqual([['甲班']])
  })
})
