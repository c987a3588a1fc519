import { describe, expect, it } from 'vitest'
import { toPartialDate } from './toPartialDate'

describe('typed dates', () => {
  it('are read in the ways in which people write them', () => {
    expect(['2026-03-18', '2026.3.8', '2026年3月', ' 2026/3 ', '2026', '', '20260318', '2026/3/18', '2026年3月18日', '2028-2-29']
      .map(toPartialDate)).toEqual(['2026-03-18', '2026-03-08', '2026-03', '2026-03', '2026', '', '2026-03-18', '2026-03-18', '2026-03-18', '2028-02-29'])
  })

  it('are refused when they are none', () => {
    expect(['三月', '2026-13', '2026-03-40', '18', '2026-02-30', '20260230', '2026-2-29', '2026-04-31'].map(toPartialDate)).toEqual(Array(8).fill(undefined))
  })
})
