import { describe, expect, it } from 'vitest'
import type { AdoptionRow } from '#shared/contract/adoptions'
import { takingOf } from './taking'

const adoption = (unit: string, edition: number, stage: string, more: Partial<AdoptionRow> = {}): AdoptionRow => ({
  row: {
    id: `${unit} ${String(edition)}`, type: 'adoption', number: '', title: '', stage, unit, team: '', field: '', tags: [], date: '', polarity: null, attachments: 0, updatedAt: '2026-11-24T06:00:00.000Z', edition,
  },
  productId: null, productTitle: '', edition, seal: null, pilot: false, verdict: null, plannedDate: '', actualDate: '', rating: null, benefits: [], differences: 0, barrier: '', feedback: '',
  standing: edition === 2 ? 'current' : 'behind', isOverdue: false, countedBy: null, ...more,
})
const second = { number: 2 }
const names = (rows: readonly AdoptionRow[]): string[] => rows.map(({ row }) => row.id)

const planned = adoption('甲班', 1, 'planned')
const declined = adoption('乙班', 1, 'notApplicable')
const done = adoption('丙班', 1, 'done')
const asked = adoption('丁班', 2, 'planned')
const targets = [planned, declined, done, asked].map((each) => ({ unit: each.row.unit, parent: null, adoption: each }))

describe('units after a new edition', () => {
  it('are to be asked where they have only an adoption of an edition before, whatever its stage', () => {
    const { notAsked, behindNotAsked } = takingOf({ adoptions: [planned, declined, done, asked], targets: [...targets, { unit: '戊班', parent: null, adoption: null }], behind: ['丙班'], current: second })
    expect({ notAsked, behindNotAsked }).toEqual({ notAsked: ['甲班', '乙班', '戊班'], behindNotAsked: ['丙班'] })
  })

  it('that are behind are not asked again where the edition in force is planned for them', () => {
    const again = adoption('丙班', 2, 'planned')
    const { notAsked, behindNotAsked } = takingOf({ adoptions: [done, again], targets: [{ unit: '丙班', parent: null, adoption: again }], behind: ['丙班'], current: second })
    expect({ notAsked, behindNotAsked }).toEqual({ notAsked: [], behindNotAsked: [] })
  })

  it('stand apart by their edition, pilots aside', () => {
    const { inForce, others } = takingOf({ adoptions: [planned, asked, adoption('己班', 2, 'done', { pilot: true })], targets: [], behind: [], current: second })
    expect([names(inForce), names(others)]).toEqual([['丁班 2'], ['甲班 1']])
  })
})
