import { describe, expect, it } from 'vitest'
import { shownFacets, valuesInSight } from './facetValues'

const counts = (values: Record<string, number>) => Object.entries(values).map(([value, count]) => ({ value, count }))
const valuesOf = (facets: ReturnType<typeof shownFacets>, name: string) => facets.find(({ facet }) => facet === name)?.values.map(({ value }) => value)

describe('facets beside the results', () => {
  it('are there only where there is something to tell apart', () => {
    expect(shownFacets({ type: counts({ case: 3 }), unit: counts({ 运维一班: 2, 运维二班: 1 }), tag: [] }, {}).map(({ facet }) => facet)).toEqual(['unit'])
  })

  it('stay while something is chosen, and keep what is chosen though nothing has it', () => {
    expect(shownFacets({ type: counts({ case: 3 }) }, { type: ['tool'], tag: ['安全'] })).toEqual([
      { facet: 'type', values: [{ value: 'case', count: 3 }, { value: 'tool', count: 0 }] },
      { facet: 'tag', values: [{ value: '安全', count: 0 }] },
    ])
  })

  it('order types and stages by their lives, years from the latest, all else as it comes; what is not given is last', () => {
    const facets = shownFacets({
      type: counts({ attachment: 9, experience: 4, case: 3 }), stage: counts({ published: 5, draft: 1 }), year: [{ value: '', count: 7 }, { value: '2025', count: 3 }, { value: '2026', count: 1 }],
      tag: [{ value: '乙', count: 4 }, { value: '', count: 3 }, { value: '甲', count: 2 }],
    }, {})
    expect(valuesOf(facets, 'type')).toEqual(['case', 'experience', 'attachment'])
    expect(valuesOf(facets, 'stage')).toEqual(['draft', 'published'])
    expect(valuesOf(facets, 'year')).toEqual(['2026', '2025', ''])
    expect(valuesOf(facets, 'tag')).toEqual(['乙', '甲', ''])
  })

  it('show the first few values, and those that are chosen', () => {
    const many = counts(Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`v${at}`, 10 - at])))
    expect(valuesInSight(many, ['v8'], 3).map(({ value }) => value)).toEqual(['v0', 'v1', 'v2', 'v8'])
  })
})
