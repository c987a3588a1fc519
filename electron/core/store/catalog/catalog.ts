/** The catalog: one light row a record, in memory, from which lists, facets, counts and new numbers come. Every edit changes it in place. */
import type { Backlink, FacetCounts, RecordFilter, RecordRow, RecordSort } from '#shared/contract/records'
import type { RecordType } from '#shared/model/recordTypes'
import { createReferences } from '../references'
import { packHash, type CatalogEntry } from './entry'
import { createFacetCounter } from './facetCounts'
import { createHolders } from './holders'
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
  list: (filter: RecordFilter, sort: RecordSort, offset: number, limit: number) => Promise<{ total: number; rows: RecordRow[] }>
  facets: (filter: RecordFilter) => FacetCounts
  counts: () => Partial<Record<RecordType, number>>
  /** The record that was imported from a file with this hash. */
  byOriginal: (sha256: string) => RecordRow | undefined
  byNumber: (number: string) => RecordRow | undefined
  /** What is to be reviewed again by a day, longest due first. */
  due: (day: string) => { row: RecordRow; day: string }[]
  /** The records that refer to one, oldest first. */
  backlinks: (id: string) => Backlink[]
  /** The highest sequence among the numbers that begin with `prefix`, 0 where there is none. */
  highestSequence: (prefix: string) => number
}

export const createCatalog = (): Catalog => {
  const entries = new Map<string, CatalogEntry>()
  const originals = createHolders(function* () { for (const [id, { original }] of entries) if (original !== undefined) yield [original, id] })
  const counts = new Map<RecordType, number>()
  const numbers = createNumbers(function* () { for (const [id, { row }] of entries) yield [row.number, id] })
  const references = createReferences()
  const rows = function* (): Generator<RecordRow> { for (const { row } of entries.values()) yield row }
  const facets = createFacetCounter(rows)
  const lists = createLists(rows)
  const rowOf = (id: string | undefined): RecordRow | undefined => (id === undefined ? undefined : entries.get(id)?.row)

  const changed = (before: RecordRow | undefined, after: RecordRow | undefined): void => {
    if (before) counts.set(before.type, (counts.get(before.type) ?? 0) - 1)
    if (after) counts.set(after.type, (counts.get(after.type) ?? 0) + 1)
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
      changed(before?.row, row)
    },
    remove: (id) => {
      const before = entries.get(id)
      if (!before) return
      numbers.remove(before.row.number, id)
      forgetOriginal(before)
      entries.delete(id)
      references.remove(id)
      changed(before.row, undefined)
    },
    get: rowOf,
    entry: (id) => entries.get(id),
    ids: () => entries.keys(),
    size: () => entries.size,
    list: async (filter, sort, offset, limit) => {
      const all = await lists.sorted(filter, sort)
      return { total: all.length, rows: all.slice(offset, offset + limit) }
    },
    facets: facets.counts,
    counts: () => Object.fromEntries([...counts].filter(([, count]) => count > 0)),
    byOriginal: (sha256) => rowOf(originals.first(packHash(sha256))),
    byNumber: (number) => rowOf(numbers.holder(number)),
    due: (day) => [...entries.values()].filter(({ due }) => due !== '' && due <= day).map(({ row, due }) => ({ row, day: due })).sort((a, b) => (a.day < b.day ? -1 : 1)),
    backlinks: (id) => references.to(id).flatMap(({ from, relation }) => {
      const row = rowOf(from)
      return row ? [{ row, relation }] : []
    }),
    highestSequence: numbers.highestSequence,
  }
}
