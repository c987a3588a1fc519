import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BenefitFigure } from '#shared/contract/statistics'
import { benefitSums, measuresOf } from './benefitSums'

const figure = (unit: string, year: number | null, measure: string, verified: number, unverified: number, id: string): BenefitFigure => ({ unit, year, measure, verified, unverified, ids: [id] })

const figures = [
  figure('运维一班', 2026, '万元', 0.1, 0, 'a'), figure('运维二班', 2026, '万元', 0.2, 1, 'b'), figure('运维一班', 2025, '万元', 3, 0, 'c'),
  figure('运维一班', null, '万元', 0, 4, 'd'), figure('运维二班', 2026, '小时', 12, 0, 'e'),
]

describe('sums of benefits', () => {
  it('keep units of measure apart', () => {
    expect(measuresOf(figures)).toEqual(['万元', '小时'])
    expect(benefitSums(figures, '小时', 'unit')).toEqual([{ name: '运维二班', verified: 12, unverified: 0, ids: ['e'] }])
  })

  it('stand by year, the earliest first and those of no year last', () => {
    expect(benefitSums(figures, '万元', 'year')).toEqual([
      { name: '2025', verified: 3, unverified: 0, ids: ['c'] },
      { name: '2026', verified: 0.3, unverified: 1, ids: ['a', 'b'] },
      { name: '', verified: 0, unverified: 4, ids: ['d'] },
    ])
  })

  it('stand by unit, the largest first', () => {
    expect(benefitSums(figures, '万元', 'unit').map(({ name }) => name)).toEqual(['运维一班', '运维二班'])
  })

  it('come to the same in whatever order the figures stand', () => {
    const one = fc.record({ unit: fc.constantFrom('甲', '乙'), year: fc.constantFrom(2025, 2026, null), verified: fc.integer({ min: 0, max: 999 }), unverified: fc.integer({ min: 0, max: 999 }) })
    fc.assert(fc.property(fc.array(one), (given) => {
      const all = given.map(({ unit, year, verified, unverified }, index) => figure(unit, year, '万元', verified, unverified, String(index)))
      const numbers = (order: readonly BenefitFigure[]) => benefitSums(order, '万元', 'year').map(({ name, verified, unverified }) => [name, verified, unverified])
      expect(numbers(all.toReversed())).toEqual(numbers(all))
    }))
  })
})
