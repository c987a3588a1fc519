import { describe, expect, it } from 'vitest'
import type { AdoptionRow } from '#shared/contract/adoptions'
import { newId } from '#shared/model/ids'
import type { AdoptionChoice } from '#renderer/ui/navigation'
import { filtered, isNarrowed } from './filters'

const adoption = (unit: string, changes: Partial<AdoptionRow> = {}, stage = 'planned'): AdoptionRow => ({
  row: { id: newId(), type: 'adoption', number: '', title: unit, stage, unit, team: '', field: '', tags: [], date: '', polarity: null, attachments: 0, updatedAt: '2026-11-30T00:00:00.000Z', edition: null },
  productId: null, productTitle: '', edition: 1, seal: null, pilot: false, verdict: null, plannedDate: '', actualDate: '', rating: null, benefits: [], differences: 0, barrier: '', feedback: '',
  standing: 'current', isOverdue: false, countedBy: null, ...changes,
})

const all = [adoption('甲', { isOverdue: true }), adoption('乙', { standing: 'behind', verdict: 'act' }, 'done'), adoption('丙', { standing: 'unknownProduct', pilot: true }), adoption('甲', { countedBy: newId() })]

const unitsOf = (filter: AdoptionChoice): string[] => filtered(all, filter).map(({ row }) => row.unit)

describe('the list of adoptions', () => {
  it('shows all of them until it is narrowed', () => {
    expect(unitsOf({})).toEqual(['甲', '乙', '丙', '甲'])
    expect(isNarrowed({})).toBe(false)
  })

  it('is narrowed by each of its filters, and by several at once', () => {
    expect(unitsOf({ unit: '甲', only: 'overdue' })).toEqual(['甲'])
    expect(unitsOf({ stage: 'done' })).toEqual(['乙'])
    expect(unitsOf({ verdict: 'none' })).toEqual(['甲', '丙', '甲'])
    expect(unitsOf({ only: 'behind' })).toEqual(['乙'])
    expect(unitsOf({ only: 'pilot' })).toEqual(['丙'])
    expect(unitsOf({ only: 'unknown' })).toEqual(['丙'])
    expect(unitsOf({ only: 'repeated', unit: '乙' })).toEqual([])
  })
})
