/** Facet counts of the filters that were asked for last: counted once, then kept by what each edit changes. */
import type { FacetCounts, RecordFilter } from '#shared/contract/records'
import type { CatalogEntry } from './entry'
import type { Knowledge } from './knowledge'
import { valuesReader, type ReadValues } from './values'

const keptFilters = 8

interface Choice { facet: string; read: ReadValues; chosen: ReadonlySet<string> }

/** What is chosen of each facet; a facet of which nothing is chosen narrows nothing. */
const choicesOf = ({ facets = {} }: RecordFilter, knowledge: Knowledge): Choice[] => Object.entries(facets).flatMap(([facet, values]) =>
  (values.length === 0 ? [] : [{ facet, read: valuesReader(facet, knowledge), chosen: new Set(values) }]))

const fits = (entry: CatalogEntry, { read, chosen }: Choice): boolean => read(entry).some((value) => chosen.has(value))

/** Whether a filter leaves an entry in. */
export const createMatch = (filter: RecordFilter, knowledge: Knowledge): ((entry: CatalogEntry) => boolean) => {
  const choices = choicesOf(filter, knowledge)
  return (entry) => entry.row.type === filter.type && choices.every((choice) => fits(entry, choice))
}

interface Counted { facet: string; read: ReadValues; counts: Map<string, number> }

interface Kept { filter: RecordFilter; choices: readonly Choice[]; counted: readonly Counted[] }

const add = ({ read, counts }: Counted, entry: CatalogEntry, by: 1 | -1): void => {
  for (const value of read(entry)) {
    const next = (counts.get(value) ?? 0) + by
    if (next === 0) counts.delete(value)
    else counts.set(value, next)
  }
}

/** Adds an entry to the counts, or takes it away: to every facet if it matches, to one if only that facet's own choice leaves it out. */
const count = ({ filter, choices, counted }: Kept, entry: CatalogEntry, by: 1 | -1): void => {
  if (entry.row.type !== filter.type) return
  let against: string | undefined
  for (const choice of choices) {
    if (fits(entry, choice)) continue
    if (against !== undefined) return
    against = choice.facet
  }
  for (const each of counted) if (against === undefined || against === each.facet) add(each, entry, by)
}

export interface FacetCounter {
  /** Counts of each facet under the filter without this facet's own choice. */
  counts: (filter: RecordFilter, facets: readonly string[]) => FacetCounts
  changed: (before: CatalogEntry | undefined, after: CatalogEntry | undefined) => void
  forget: () => void
}

export const createFacetCounter = (entries: () => Iterable<CatalogEntry>, knowledge: () => Knowledge): FacetCounter => {
  const kept = new Map<string, Kept>()

  const countAll = (filter: RecordFilter, facets: readonly string[]): Kept => {
    const now = knowledge()
    const fresh: Kept = { filter, choices: choicesOf(filter, now), counted: facets.map((facet) => ({ facet, read: valuesReader(facet, now), counts: new Map() })) }
    for (const entry of entries()) count(fresh, entry, 1)
    return fresh
  }

  const valuesOf = ({ facet, counts }: Counted): FacetCounts[string] => {
    const { parentOf } = knowledge()
    return [...counts].map(([value, total]) => {
      const parent = facet === 'unit' ? parentOf(value) : undefined
      return { value, count: total, ...parent !== undefined && { parent } }
    })
  }

  return {
    counts: (filter, facets) => {
      const key = JSON.stringify([filter, facets])
      const known = kept.get(key) ?? countAll(filter, facets)
      kept.delete(key)
      kept.set(key, known)
      for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - keptFilters))) kept.delete(oldest)
      return Object.fromEntries(known.counted.map((each) => [each.facet, valuesOf(each)]))
    },
    changed: (before, after) => {
      for (const each of kept.values()) {
        if (before) count(each, before, -1)
        if (after) count(each, after, 1)
      }
    },
    forget: () => { kept.clear() },
  }
}
