import { describe, expect, it } from 'vitest'
import type { Conversion } from '#shared/contract/statistics'
import { latestFirst, latestMonths, monthsBetween, periodsOf, sumOf } from './periods'

const figure = (type: Conversion['type'], month: string, total: number, converted: number): Conversion => ({ type, month, total, converted, ids: [`${type} ${month}`], convertedIds: [] })

const figures = [figure('case', '2025-11', 3, 1), figure('tool', '2025-11', 1, 1), figure('case', '2026-02', 2, 0)]

describe('periods of conversion', () => {
  it('sum up the types of a month, and leave no month out in between', () => {
    expect(periodsOf(figures, 'month').map(({ name, total, converted }) => [name, total, converted])).toEqual([
      ['2025-11', 4, 2], ['2025-12', 0, 0], ['2026-01', 0, 0], ['2026-02', 2, 0],
    ])
  })

  it('stand the latest first in a table, those of nothing left out', () => {
    expect(latestFirst(periodsOf(figures, 'month')).map(({ name }) => name)).toEqual(['2026-02', '2025-11'])
  })

  it('are years where those are asked for', () => {
    expect(periodsOf(figures, 'year').map(({ name, total }) => [name, total])).toEqual([['2025', 4], ['2026', 2]])
  })

  it('are those that are asked for, with and without records', () => {
    const shown = periodsOf(figures, 'month', latestMonths('2026-02', 3))
    expect(shown.map(({ name, total }) => [name, total])).toEqual([['2025-12', 0], ['2026-01', 0], ['2026-02', 2]])
    expect(sumOf(shown)).toMatchObject({ total: 2, ids: ['case 2026-02'] })
  })

  it('go over the turn of the year', () => {
    expect(monthsBetween('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
    expect(latestMonths('2026-01', 2)).toEqual(['2025-12', '2026-01'])
    expect(latestMonths('2026-12', 12)[0]).toBe('2026-01')
  })
})
