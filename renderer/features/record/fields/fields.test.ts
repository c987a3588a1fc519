import { describe, expect, it } from 'vitest'
import { offeredWords, unitNames } from './words'

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
