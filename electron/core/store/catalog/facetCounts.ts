/** Facet counts of the filters that were asked for last: counted once, then kept by what each edit changes. */
import { facetNames, type FacetCounts, type FacetName, type RecordFilter, type RecordRow } from '#shared/contract/records'

const keptFilters = 8

const noTag: readonly string[] = ['']

const facetValues = (row: RecordRow, facet: FacetName): readonly string[] => {
  switch (facet) {
    case 'unit': return [row.team || row.unit]
    case 'stage': return [row.stage]
    case 'polarity': return [row.polarity ?? '']
    case 'year': return [row.date.slice(0, 4)]
    case 'field': return [row.field]
    case 'tag': return row.tags.length > 0 ? row.tags : noTag
  }
}

const fits = (row: RecordRow, { facets }: RecordFilter, facet: FacetName): boolean => {
  const chosen = facets?.[facet]
  return chosen === undefined || chosen.length === 0 || facetValues(row, facet).some((value) => chosen.includes(value))
}

export const matchesFilter = (row: RecordRow, filter: RecordFilter): boolean =>
  row.type === filter.type && facetNames.every((facet) => fits(row, filter, facet))

type Counts = Record<FacetName, Map<string, number>>

/** Adds a row to the counts, or takes it away: to every facet if it matches, to one if only that facet's own choice leaves it out. */
const count = (counts: Counts, filter: RecordFilter, row: RecordRow, by: 1 | -1): void => {
  if (row.type !== filter.type) return
  const against = facetNames.filter((facet) => !fits(row, filter, facet))
  if (against.length > 1) return
  for (const facet of against.length === 1 ? against : facetNames) {
    for (const value of facetValues(row, facet)) {
      const next = (counts[facet].get(value) ?? 0) + by
      if (next === 0) counts[facet].delete(value)
      else counts[facet].set(value, next)
    }
  }
}

export interface FacetCounter {
  /** Counts of each facet under the filter without this facet's own choice. */
  counts: (filter: RecordFilter) => FacetCounts
  changed: (before: RecordRow | undefined, after: RecordRow | undefined) => void
}

export const createFacetCounter = (rows: () => Iterable<RecordRow>): FacetCounter => {
  const kept = new Map<string, { filter: RecordFilter; counts: Counts }>()

  const countAll = (filter: RecordFilter): Counts => {
    const counts: Counts = { unit: new Map(), stage: new Map(), polarity: new Map(), year: new Map(), field: new Map(), tag: new Map() }
    for (const row of rows()) count(counts, filter, row, 1)
    return counts
  }

  return {
    counts: (filter) => {
      const key = JSON.stringify(filter)
      const known = kept.get(key) ?? { filter, counts: countAll(filter) }
      kept.delete(key)
      kept.set(key, known)
      for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - keptFilters))) kept.delete(oldest)
      return Object.fromEntries(facetNames.map((facet) => [facet, [...known.counts[facet]].map(([value, total]) => ({ value, count: total }))]))
    },
    changed: (before, after) => {
      for (const { filter, counts } of kept.values()) {
        if (before) count(counts, filter, before, -1)
        if (after) count(counts, filter, after, 1)
      }
    },
  }
}
