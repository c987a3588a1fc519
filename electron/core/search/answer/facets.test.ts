import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SearchFacet, SearchFilters } from '#shared/model/search'
import { hitsOf, scoresOf } from '../../../../tests/support/search'
import { makeTable, type DocumentTable } from '../part/documentTable'
import type { FacetValue } from '../results'
import { createNarrowing } from './facets'
import { labelOf } from './labels'

const facets = ['type', 'unit', 'tag'] as const satisfies readonly SearchFacet[]
type Facts = Record<(typeof facets)[number], string[]>

const labelled = (all: readonly Facts[]): DocumentTable => makeTable(all.map((facts, at) =>
  ({ id: String(at), date: 0, updatedAt: 0, uses: 0, labels: [...facets.flatMap((facet) => facts[facet].map((value) => labelOf(facet, value))), 'author:张工'] })))

const isLetThrough = (facts: Facts, filters: SearchFilters, except?: SearchFacet): boolean => facets.every((facet) => {
  const chosen = filters[facet] ?? []
  return facet === except || chosen.length === 0 || chosen.some((value) => facts[facet].includes(value))
})

/** Each facet counted without its own choice, the commonest first. */
const countsOf = (found: readonly Facts[], filters: SearchFilters): Partial<Record<SearchFacet, FacetValue[]>> => Object.fromEntries(facets.map((facet) => {
  const counted = found.filter((facts) => isLetThrough(facts, filters, facet))
  const values = [...new Set(counted.flatMap((facts) => facts[facet]))].map((value) => ({ value, count: counted.filter((facts) => facts[facet].includes(value)).length }))
  return [facet, values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))]
}))

const values = fc.constantFrom('', '甲', '乙', '甲:乙')
const facts = fc.record({ type: values.map((value) => [value]), unit: values.map((value) => [value]), tag: fc.uniqueArray(values, { maxLength: 3 }) })
/** Of each part its documents, and whether each of them was found. */
const parts = fc.array(fc.array(fc.record({ facts, isFound: fc.boolean() }), { maxLength: 8 }), { maxLength: 3 })
const chosen = fc.array(fc.constantFrom('', '甲', '乙', '丙'), { maxLength: 2 })
const filters = fc.record({ type: chosen, unit: chosen, tag: chosen }, { requiredKeys: [] })

describe('choices of facets', () => {
  it('narrow one another, and each facet is counted without its own', () => {
    fc.assert(fc.property(parts, filters, (all, chosenValues) => {
      const narrowing = createNarrowing(chosenValues)
      for (const part of all) {
        const found = new Map(part.flatMap(({ isFound }, at) => (isFound ? [[at, at + 1] as const] : [])))
        const expected = part.flatMap(({ facts: own, isFound }, at) => (isFound && isLetThrough(own, chosenValues) ? [[at, at + 1]] : []))
        expect(scoresOf(narrowing.narrow(labelled(part.map((each) => each.facts)), hitsOf(found)))).toEqual(expected)
      }
      const found = all.flat().flatMap((each) => (each.isFound ? [each.facts] : []))
      expect(narrowing.facets()).toMatchObject(countsOf(found, chosenValues))
    }))
  })

  it('narrow nothing where there are none', () => {
    const table = labelled([{ type: ['甲'], unit: ['乙'], tag: [] }])
    const narrowing = createNarrowing()
    expect(scoresOf(narrowing.narrow(table, hitsOf(new Map([[0, 2]]))))).toEqual([[0, 2]])
    expect(narrowing.facets()).toEqual({ type: [{ value: '甲', count: 1 }], stage: [], unit: [{ value: '乙', count: 1 }], field: [], year: [], polarity: [], tag: [] })
  })

  it('are among the two hundred commonest values', () => {
    const many = Array.from({ length: 300 }, (_, at): Facts => ({ type: ['案例'], unit: [], tag: [`标签${at}`, ...(at === 299 ? [] : ['常用'])] }))
    const narrowing = createNarrowing()
    narrowing.narrow(labelled(many), hitsOf(new Map(many.map((_, at) => [at, 1]))))
    expect(narrowing.facets().tag).toHaveLength(200)
    expect(narrowing.facets().tag?.[0]).toEqual({ value: '常用', count: 299 })
  })
})
