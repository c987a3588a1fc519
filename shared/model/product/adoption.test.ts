import { describe, expect, it } from 'vitest'
import { recordContent } from '../../../tests/support/records'
import { newId } from '../ids'
import type { RecordContent } from '../record'
import { adoptedProduct, benefitsOf, hasOutcome, isSummed, roundedSum, verdictOf } from './adoption'

const adoption = (change: Partial<RecordContent> = {}): RecordContent => recordContent({ type: 'adoption', stage: 'planned', ...change })

describe('an adoption', () => {
  it('takes up the product that its link names, whatever else it is linked to', () => {
    const [product, other] = [newId(), newId()]
    expect(adoptedProduct(adoption({ links: [{ to: other, relation: 'related' }, { to: product, relation: 'adopts', revisionId: 'a'.repeat(64) }] }))).toEqual({ productId: product, revisionId: 'a'.repeat(64) })
    expect(adoptedProduct(adoption({ links: [{ to: other, relation: 'uses' }] }))).toBeUndefined()
  })

  it('has a verdict only where it says one of the three', () => {
    expect([verdictOf(adoption({ fields: { verdict: 'act' } })), verdictOf(adoption({ fields: { verdict: 'perhaps' } })), verdictOf(adoption())]).toEqual(['act', undefined, undefined])
  })

  it('sums up benefits that have an amount, in the year that the row says, or in which it was done', () => {
    const benefits = [
      { id: 'b1', what: '少停电', amount: 3.5, unit: ' 小时 ', year: 2025, verifiedBy: '李主任' }, { id: 'b2', what: '省料', amount: 2, unit: '万元' }, { id: 'b3', what: '更安心', unit: '人' },
      { id: 'b4', amount: -1, unit: '万元', verifiedBy: '  ' },
    ]
    expect(benefitsOf(adoption({ fields: { benefits, actualDate: '2026-11' } }))).toEqual([
      { what: '少停电', amount: 3.5, unit: '小时', year: 2025, isVerified: true }, { what: '省料', amount: 2, unit: '万元', year: 2026, isVerified: false },
      { what: '', amount: -1, unit: '万元', year: 2026, isVerified: false },
    ])
    expect(benefitsOf(adoption({ fields: { benefits: [{ id: 'b1', amount: 1, unit: '万元' }] } })).map(({ year }) => year)).toEqual([undefined])
    expect(benefitsOf(adoption({ fields: { benefits: 'none' } }))).toEqual([])
  })

  it('says a year only in four digits', () => {
    const years = (year: unknown) => benefitsOf(adoption({ fields: { benefits: [{ id: 'b1', amount: 1, year }] } })).map((benefit) => benefit.year)
    expect([2026, '2026', '2026-11', 20265, '20265', 1e21, 999].map(years)).toEqual([[2026], [2026], [2026], [undefined], [undefined], [undefined], [undefined]])
  })

  it('is summed up as far as its amounts are ones that a sum can take, and to twelve digits', () => {
    expect([0, -1e15, 1e15, 1.1e15, 1e308, Number.POSITIVE_INFINITY, Number.NaN].map((amount) => isSummed({ amount }))).toEqual([true, true, true, false, false, false, false])
    expect([roundedSum(0.1 + 0.2), roundedSum(-3), roundedSum(123_456.789)]).toEqual([0.3, -3, 123_456.789])
  })

  it('has an outcome once it is done, decided, and says what came of it', () => {
    const done = { stage: 'done', fields: { verdict: 'act', feedback: '两人配合更顺' } }
    expect(hasOutcome(adoption(done))).toBe(true)
    expect(hasOutcome(adoption({ ...done, stage: 'underWay' }))).toBe(false)
    expect(hasOutcome(adoption({ ...done, fields: { feedback: '两人配合更顺' } }))).toBe(false)
    expect(hasOutcome(adoption({ ...done, fields: { verdict: 'act', feedback: ' ' } }))).toBe(false)
    for (const said of [{ benefits: [{ id: 'b1', what: '少停电' }] }, { differences: [{ id: 'd1', local: '夜间不扫码' }] }, { barrier: '缺扫码枪' }, { localDifferences: '夜间不扫码' }]) {
      expect(hasOutcome(adoption({ ...done, fields: { verdict: 'noAction', ...said } }))).toBe(true)
    }
    expect(hasOutcome(adoption({ ...done, fields: { verdict: 'act', benefits: [{ id: 'b1' }], differences: [{ id: 'd1', local: ' ', place: '' }] } }))).toBe(false)
    expect(hasOutcome(adoption({ stage: 'notApplicable', fields: { verdict: 'notApplicable', barrier: '无此设备' } }))).toBe(false)
  })
})
