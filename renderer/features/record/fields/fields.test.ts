import { describe, expect, it } from 'vitest'
import { toPartialDate } from './toPartialDate'
import { offeredWords, unitNames } from './words'

describe('typed dates', () => {
  it('are read in the ways in which people write them', () => {
    expect(['2026-03-18', '2026.3.8', '2026年3月', ' 2026/3 ', '2026', ''].map(toPartialDate)).toEqual(['2026-03-18', '2026-03-08', '2026-03', '2026-03', '2026', ''])
  })

  it('are refused when they are none', () => {
    expect(['三月', '2026-13', '2026-03-40', '18'].map(toPartialDate)).toEqual([undefined, undefined, undefined, undefined])
  })
})

describe('what is offered', () => {
  const units = [{ name: '运维中心', children: [{ name: '运维一班' }, { name: '运维二班', children: [{ name: '运维一班' }] }] }]

  it('is every unit of the tree once, a parent before its own', () => {
    expect(unitNames(units)).toEqual(['运维中心', '运维一班', '运维二班'])
  })

  it('is nothing where a field has no vocabulary', () => {
    const vocabularies = { units, fields: [{ name: '变电' }], tags: [], people: [] }
    expect([offeredWords(vocabularies, 'fields'), offeredWords(vocabularies, undefined), offeredWords(undefined, 'tags')]).toEqual([['变电'], [], []])
  })
})
