import { describe, expect, it } from 'vitest'
import { toPartialDate, unitNames } from './fieldRules'

describe('typed dates', () => {
  it('are read as people write them', () => {
    expect(['2026-03-18', '2026.3.8', '2026年3月', ' 2026/3 ', '2026', ''].map(toPartialDate)).toEqual(['2026-03-18', '2026-03-08', '2026-03', '2026-03', '2026', ''])
  })

  it('are refused when they are none', () => {
    expect(['三月', '2026-13', '2026-03-40', '18'].map(toPartialDate)).toEqual([undefined, undefined, undefined, undefined])
  })
})

describe('units of a tree', () => {
  it('are listed by name, each once', () => {
    expect(unitNames([{ name: '变电运维中心', children: [{ name: '运维一班' }, { name: '变电运维中心' }] }])).toEqual(['变电运维中心', '运维一班'])
  })
})
