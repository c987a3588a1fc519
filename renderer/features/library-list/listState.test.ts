import { describe, expect, it } from 'vitest'
import { sortFacet } from './facetLabel'
import { chosenValues, toggleFacet } from './listState'

describe('choosing facets', () => {
  it('adds a value, takes it away again, and leaves no empty facet behind', () => {
    const chosen = toggleFacet(toggleFacet({}, 'year', '2026'), 'stage', 'draft')
    expect(chosenValues(chosen)).toEqual([{ facet: 'stage', value: 'draft' }, { facet: 'year', value: '2026' }])
    expect(toggleFacet(chosen, 'year', '2026')).toEqual({ stage: ['draft'] })
  })
})

describe('the order of facet values', () => {
  it('follows the life of a record for stages', () => {
    const values = [{ value: 'published', count: 9 }, { value: 'draft', count: 1 }]
    expect(sortFacet('stage', values, 'case').map(({ value }) => value)).toEqual(['draft', 'published'])
  })

  it('puts the latest year and the commonest tag first, and what is not given last', () => {
    expect(sortFacet('year', [{ value: '', count: 9 }, { value: '2024', count: 5 }, { value: '2026', count: 1 }], 'case').map(({ value }) => value)).toEqual(['2026', '2024', ''])
    expect(sortFacet('tag', [{ value: '倒闸', count: 2 }, { value: '安全', count: 7 }], 'case').map(({ value }) => value)).toEqual(['安全', '倒闸'])
  })
})
