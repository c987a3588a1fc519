/** The catalog: one light row a record, in memory, from which lists, facets, counts and new numbers come. Every edit changes it in place. */
import type { Backlink, FacetCounts, RecordFilter, RecordRow, RecordSort } from '#shared/contract/records'
import type { RecordType } from '#shared/model/recordTypes'
import { createReferences } from '../references'
import type { CatalogEntry, FileStamp } from './entry'
import { createFacetCounter } from './facetCounts'
import { createLists } from './lists'
import { createNumbers } from './numbers'

export interface Catalog {
  put: (entry: CatalogEntry) => void
  remove: (id: string) => void
  /** Says what the file of a record looks like, of one that is here. */
  stamp: (id: string, stamp: FileStamp) => void
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
  /** The records that refer to one, oldest first. */
  backlinks: (id: string) => Backlink[]
  /** The highest sequence among the numbers that begin with `prefix`, 0 where there is none. */
  highestSequence: (prefix: string) => number
}

export const createCatalog = (): Catalog => {
  const rows = new Map<string, RecordRow>()
  const stamps = new Map<string, FileStamp>()
  const records = new Map<string, string>()
  const originals = new Map<string, string>()
  const counts = new Map<RecordType, number>()
  const numbers = createNumbers()
  const references = createReferences()
  const facets = createFacetCounter(() => rows.values())
  const lists = createLists(() => rows.values())

  const changed = (before: RecordRow | undefined, after: RecordRow | undefined): void => {
    if (before) counts.set(before.type, (counts.get(before.type) ?? 0) - 1)
    if (after) counts.set(after.type, (counts.get(after.type) ?? 0) + 1)
    facets.changed(before, after)
    lists.changed(before, after)
  }

  const forgetOriginal = (id: string): void => {
    const original = originals.get(id)
    if (original !== undefined && records.get(original) === id) records.delete(original)
    originals.delete(id)
  }

  return {
    put: ({ row, references: to, original, stamp }) => {
      const { id } = row
      const before = rows.get(id)
      if (before && before.number !== row.number) numbers.remove(before.number, id)
      numbers.put(row.number, id)
      rows.set(id, row)
      references.put(id, to)
      forgetOriginal(id)
      if (original !== undefined) { records.set(original, id); originals.set(id, original) }
      if (stamp) stamps.set(id, stamp)
      else stamps.delete(id)
      changed(before, row)
    },
    remove: (id) => {
      const before = rows.get(id)
      if (!before) return
      numbers.remove(before.number, id)
      forgetOriginal(id)
      rows.delete(id)
      stamps.delete(id)
      references.remove(id)
      changed(before, undefined)
    },
    stamp: (id, stamp) => { if (rows.has(id)) stamps.set(id, stamp) },
    get: (id) => rows.get(id),
    entry: (id) => {
      const row = rows.get(id)
      return row && { row, references: references.from(id), original: originals.get(id), stamp: stamps.get(id) }
    },
    ids: () => rows.keys(),
    size: () => rows.size,
    list: async (filter, sort, offset, limit) => {
      const all = await lists.sorted(filter, sort)
      return { total: all.length, rows: all.slice(offset, offset + limit) }
    },
    facets: facets.counts,
    counts: () => Object.fromEntries([...counts].filter(([, count]) => count > 0)),
    byOriginal: (sha256) => rows.get(records.get(sha256) ?? ''),
    byNumber: (number) => rows.get(numbers.holder(number) ?? ''),
    backlinks: (id) => references.to(id).flatMap(({ from, relation }) => {
      const row = rows.get(from)
      return row ? [{ row, relation }] : []
    }),
    highestSequence: numbers.highestSequence,
  }
}
