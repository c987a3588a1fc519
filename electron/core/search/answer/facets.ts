/** Narrows hits to what was chosen in the facets, and counts each facet under the choices of all others. */
import { searchFacets, type SearchFacet, type SearchFilters } from '#shared/model/search'
import type { DocumentTable } from '../part/documentTable'
import { filterHits, type Hits } from '../query/hits'
import type { FacetValue } from '../results'
import { chooseLabels, hasLabel, partsOfLabel } from './labels'

export interface Narrowing {
  /** The hits of a part that every choice lets through; they are counted. */
  narrow: (table: DocumentTable, hits: Hits) => Hits
  /** What was counted of all parts so far, the commonest value first. */
  facets: () => Partial<Record<SearchFacet, FacetValue[]>>
}

/** More values of a facet than these are not listed; whoever looks for a rare one types it. */
const mostValues = 200

/** Adds the labels of documents to counts by their places. One loop with nothing else in it: often most documents are counted. */
const addLabels = ({ labels, labelStarts }: DocumentTable, documents: Uint32Array, counts: Uint32Array): void => {
  for (const document of documents) {
    const end = labelStarts[document + 1] ?? 0
    for (let place = labelStarts[document] ?? 0; place < end; place += 1) {
      const label = labels[place] ?? 0
      counts[label] = (counts[label] ?? 0) + 1
    }
  }
}

/** Of a table: each label's facet and value, and how many documents have it. */
interface LabelTotals { names: readonly (readonly [facet: string, value: string])[]; counts: Uint32Array }

const makeTotals = ({ labelNames, labels }: DocumentTable): LabelTotals => {
  const counts = new Uint32Array(labelNames.length)
  labels.forEach((label) => { counts[label] = (counts[label] ?? 0) + 1 })
  return { names: labelNames.map(partsOfLabel), counts }
}

const known = new WeakMap<DocumentTable, LabelTotals>()
/** A table's labels never change. */
const totalsOf = (table: DocumentTable): LabelTotals => {
  const totals = known.get(table) ?? makeTotals(table)
  known.set(table, totals)
  return totals
}

/** What `documents` leave out of so many. */
const othersOf = (documents: Uint32Array, count: number): Uint32Array => {
  const others = new Uint32Array(count - documents.length)
  let next = 0
  let at = 0
  for (let document = 0; document < count; document += 1) {
    if (documents[at] === document) at += 1
    else {
      others[next] = document
      next += 1
    }
  }
  return others
}

/** How many of the documents have each label: of most of a table's documents, those that are left out are counted. */
const countLabels = (table: DocumentTable, documents: Uint32Array): Uint32Array => {
  const counts = new Uint32Array(table.labelNames.length)
  if (documents.length * 2 <= table.ids.length) {
    addLabels(table, documents, counts)
    return counts
  }
  addLabels(table, othersOf(documents, table.ids.length), counts)
  return totalsOf(table).counts.map((total, label) => total - (counts[label] ?? 0))
}

export const createNarrowing = (filters: SearchFilters = {}): Narrowing => {
  const choices = searchFacets.flatMap((facet) => {
    const values = new Set(filters[facet] ?? [])
    return values.size > 0 ? [{ facet, values }] : []
  })
  const counts = new Map<string, Map<string, number>>(searchFacets.map((facet) => [facet, new Map()]))

  /** Counts by place in the table's labels, kept apart by which facet alone a document fails: 0 for none, else its place in `choices` + 1. */
  const countInto = (table: DocumentTable, counted: readonly Uint32Array[]): void => {
    totalsOf(table).names.forEach(([facet, value], place) => {
      const own = choices.findIndex((choice) => choice.facet === facet) + 1
      const count = (counted[0]?.[place] ?? 0) + (own > 0 ? counted[own]?.[place] ?? 0 : 0)
      const values = counts.get(facet)
      if (count > 0 && values) values.set(value, (values.get(value) ?? 0) + count)
    })
  }

  /** Those that every choice lets through, and for each choice those that only it does not. */
  const divide = (table: DocumentTable, hits: Hits): { narrowed: Hits; failing: Uint32Array[] } => {
    const chosen = choices.map(({ facet, values }) => chooseLabels(table, [facet], (value) => values.has(value)))
    const failing = choices.map((): number[] => [])
    const narrowed = filterHits(hits, (document) => {
      let failed: number | undefined
      for (let at = 0; at < chosen.length; at += 1) {
        const labels = chosen[at]
        if (!labels || hasLabel(table, document, labels)) continue
        if (failed !== undefined) return false
        failed = at
      }
      if (failed === undefined) return true
      failing[failed]?.push(document)
      return false
    })
    return { narrowed, failing: failing.map((documents) => Uint32Array.from(documents)) }
  }

  return {
    narrow: (table, hits) => {
      const { narrowed, failing } = choices.length === 0 ? { narrowed: hits, failing: [] } : divide(table, hits)
      countInto(table, [narrowed.documents, ...failing].map((documents) => countLabels(table, documents)))
      return narrowed
    },
    facets: () => Object.fromEntries(searchFacets.map((facet) => [
      facet,
      Array.from(counts.get(facet) ?? [], ([value, count]) => ({ value, count }))
        .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, mostValues),
    ])),
  }
}
