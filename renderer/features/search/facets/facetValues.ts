/** Which facets stand beside the results, and the order of their values. */
import { resultTypes, type FacetValues, type SearchFacet, type SearchFilters } from '#shared/contract/search'
import { stages } from '#shared/model/recordTypes'

export interface FacetValue { value: string; count: number }

const order: readonly SearchFacet[] = ['type', 'stage', 'unit', 'year', 'field', 'tag', 'polarity']

const placeIn = (known: readonly string[], value: string): number => {
  const at = known.indexOf(value)
  return at === -1 ? known.length : at
}

/** Types and stages in their own order, years from the latest, all else as it comes, the commonest first; what is not given comes last. */
const sortValues = (facet: SearchFacet, values: readonly FacetValue[]): FacetValue[] => [...values].sort((a, b) => {
  if ((a.value === '') !== (b.value === '')) return a.value === '' ? 1 : -1
  if (facet === 'type') return placeIn(resultTypes, a.value) - placeIn(resultTypes, b.value)
  if (facet === 'stage') return placeIn(stages, a.value) - placeIn(stages, b.value)
  return facet === 'year' ? b.value.localeCompare(a.value) : 0
})

/** The facets that tell results apart or that something is chosen of. What is chosen and found no more stays, with none. */
export const shownFacets = (found: FacetValues, chosen: SearchFilters): { facet: SearchFacet; values: FacetValue[] }[] => order.flatMap((facet) => {
  const values = found[facet] ?? []
  const kept = chosen[facet] ?? []
  const gone = kept.filter((value) => !values.some((other) => other.value === value)).map((value) => ({ value, count: 0 }))
  return values.length > 1 || kept.length > 0 ? [{ facet, values: sortValues(facet, [...values, ...gone]) }] : []
})

/** The first few and those that are chosen. */
export const valuesInSight = (values: readonly FacetValue[], chosen: readonly string[], count: number): FacetValue[] =>
  values.filter(({ value }, index) => index < count || chosen.includes(value))
