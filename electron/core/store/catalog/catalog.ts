/** The catalog: one light row a record, in memory, from which lists, facets, counts and new numbers come. Every edit changes it in place. */
import { facetNames, type Backlink, type FacetCounts, type RecordFilter, type RecordGroup, type RecordRow, type RecordSort } from '#shared/contract/records'
import type { RecordType } from '#shared/model/recordTypes'
import { createReferences } from '../references'
import { packHash, type CatalogEntry } from './entry'
import { createFacetCounter } from './facetCounts'
import { createHolders } from './holders'
import { followKnowledge, type LibraryWords } from './knowledge'
import { createLists } from './lists'
import { createNumbers } from './numbers'

export interface Catalog {
  put: (entry: CatalogEntry) => void
  remove: (id: string) => void
  get: (id: string) => RecordRow | undefined
  entry: (id: string) => CatalogEntry | undefined
  /** The ids of all records, in no order. */
  ids: () => IterableIterator<string>
  size: () => number
  /** Grouped by a facet where one is named: `total` counts records, of which some may stand in several groups. */
  list: (filter: RecordFilter, sort: RecordSort, offset: number, limit: number, group?: string) => Promise<{ total: number; rows: RecordRow[] }>
  groups: (filter: RecordFilter, sort: RecordSort, group: string) => Promise<RecordGroup[]>
  facets: (filter: RecordFilter, facets?: readonly string[]) => FacetCounts
  counts: () => Partial<Record<RecordType, number>>
  /** The record that was imported from a file with this hash. */
  byOriginal: (sha256: string) => RecordRow | undefined
  byNumber: (number: string) => RecordRow | undefined
  /** What is to be reviewed again by a day, longest due first. */
  due: (day: string) => { row: RecordRow; day: string }[]
  /** The records that refer to one, oldest first. */
  backlinks: (id: string) => Backlink[]
  /** How many backlinks a record has. */
  backlinkCount: (id: string) => number
  /** The highest sequence among the numbers that begin with `prefix`, 0 where there is none. */
  highestSequence: (prefix: string) => number
}

const noWords: LibraryWords = { vocabularies: { units: [] } }

/** `library` tells the units and fields of the library as they are now. */
export const createCatalog = (library: () => LibraryWords = () => noWords): Catalog => {
  const entries = new Map<string, CatalogEntry>()
  const originals = createHolders(function* () { for (const [id, { original }] of entries) if (original !== undefined) yield [original, id] })
  const counts = new Map<RecordType, number>()
  const numbers = createNumbers(function* () { for (const [id, { row }] of entries) yield [row.number, id] })
  const references = createReferences()
  const knowledge = followKnowledge(library, () => { facets.forget(); lists.forget() })
  const facets = createFacetCounter(() => entries.values(), knowledge)
  const lists = createLists(() => entries.values(), knowledge)
  const rowOf = (id: string | undefined): RecordRow | undefined => (id === undefined ? undefined : entries.get(id)?.row)

  const changed = (before: CatalogEntry | undefined, after: CatalogEntry | undefined): void => {
    if (before) counts.set(before.row.type, (counts.get(before.row.type) ?? 0) - 1)
    if (after) counts.set(after.row.type, (counts.get(after.row.type) ?? 0) + 1)
    facets.changed(before, after)
    lists.changed(before, after)
  }

  const forgetOriginal = ({ row, original }: CatalogEntry): void => { if (original !== undefined) originals.remove(original, row.id) }

  return {
    put: (entry) => {
      const { row, original } = entry
      const before = entries.get(row.id)
      if (before) forgetOriginal(before)
      if (before && before.row.number !== row.number) numbers.remove(before.row.number, row.id)
      numbers.put(row.number, row.id)
      entries.set(row.id, entry)
      references.put(row.id, entry.references)
      if (original !== undefined) originals.put(original, row.id)
      changed(before, entry)
    },
    remove: (id) => {
      const before = entries.get(id)
      if (!before) return
      numbers.remove(before.row.number, id)
      forgetOriginal(before)
      entries.delete(id)
      references.remove(id)
      changed(before, undefined)
    },
    get: rowOf,
    entry: (id) => entries.get(id),
    ids: () => entries.keys(),
    size: () => entries.size,
    list: async (filter, sort, offset, limit, group) => {
      knowledge()
      const all = await lists.sorted(filter, sort)
      const shown = group === undefined ? all : (await lists.grouped(filter, sort, group)).entries
      return { total: all.length, rows: shown.slice(offset, offset + limit).map(({ row }) => row) }
    },
    groups: async (filter, sort, group) => {
      knowledge()
      return (await lists.grouped(filter, sort, group)).groups
    },
    facets: (filter, names = facetNames) => {
      knowledge()
      return facets.counts(filter, names)
    },
    counts: () => Object.fromEntries([...counts].filter(([, count]) => count > 0)),
    byOriginal: (sha256) => rowOf(originals.first(packHash(sha256))),
    byNumber: (number) => rowOf(numbers.holder(number)),
    due: (day) => [...entries.values()].filter(({ due }) => due !== '' && due <= day).map(({ row, due }) => ({ row, day: due })).sort((a, b) => (a.day < b.day ? -1 : 1)),
    backlinks: (id) => references.to(id).flatMap(({ from, relation }) => {
      const row = rowOf(from)
      return row ? [{ row, relation }] : []
    }),
    backlinkCount: references.count,
    highestSequence: numbers.highestSequence,
  }
}
