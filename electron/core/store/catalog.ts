/** The catalog: one light row a record, in memory, from which lists, facets, counts and new numbers come. */
import { facetNames, type Backlink, type FacetCounts, type FacetName, type RecordFilter, type RecordRow, type RecordSort } from '#shared/contract/records'
import type { RecordFile, RevisionFile } from '#shared/model/record'
import type { RecordType } from '#shared/model/recordTypes'
import { createReferences } from './references'

export const rowOf = ({ id, revision, content }: RevisionFile): RecordRow => ({
  id, type: content.type, number: content.number, title: content.title, stage: content.stage, unit: content.unit, team: content.team,
  field: content.field, tags: content.tags, date: content.date, polarity: content.fields.polarity ?? null,
  attachments: content.attachments.length, updatedAt: revision.at, edition: content.fields.edition ?? null,
})

export interface Catalog {
  put: (record: RecordFile) => void
  remove: (id: string) => void
  get: (id: string) => RecordRow | undefined
  list: (filter: RecordFilter, sort: RecordSort, offset: number, limit: number) => { total: number; rows: RecordRow[] }
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

const facetValues = (row: RecordRow, facet: FacetName): readonly string[] => {
  switch (facet) {
    case 'unit': return [row.team || row.unit]
    case 'stage': return [row.stage]
    case 'polarity': return [row.polarity ?? '']
    case 'year': return [row.date.slice(0, 4)]
    case 'field': return [row.field]
    case 'tag': return row.tags.length > 0 ? row.tags : ['']
  }
}

const matches = (row: RecordRow, filter: RecordFilter, except?: FacetName): boolean =>
  row.type === filter.type && facetNames.every((facet) => {
    const chosen = filter.facets?.[facet]
    if (facet === except || !chosen || chosen.length === 0) return true
    return facetValues(row, facet).some((value) => chosen.includes(value))
  })

const collator = new Intl.Collator('zh-CN', { numeric: true })

/** Rows without a value come last in either direction; equal ones newest first. */
const comparator = ({ by, descending }: RecordSort) => {
  const key = (row: RecordRow): string => (by === 'unit' ? row.team || row.unit : row[by])
  const plain = by === 'date' || by === 'updatedAt'
  return (a: RecordRow, b: RecordRow): number => {
    const [x, y] = [key(a), key(b)]
    if (x === '' || y === '') return x === y ? byAge(a, b) : x === '' ? 1 : -1
    const order = plain ? (x < y ? -1 : x > y ? 1 : 0) : collator.compare(x, y)
    return order === 0 ? byAge(a, b) : descending ? -order : order
  }
}

const byAge = (a: RecordRow, b: RecordRow): number => (a.id < b.id ? 1 : -1)

/** A longer one is no sequence that anyone gave: it came from elsewhere, and ours must not go on from it. */
const sequencePattern = /^(.*-)(\d{1,9})$/

/** The beginning of a number and its sequence; undefined for what is no number that anyone gave. */
export const sequenceOf = (number: string): { prefix: string; sequence: number } | undefined => {
  const [, prefix, sequence] = sequencePattern.exec(number) ?? []
  return prefix === undefined ? undefined : { prefix, sequence: Number(sequence) }
}

const keyOfNumber = (number: string): string => number.toLowerCase()

export const createCatalog = (): Catalog => {
  const rows = new Map<string, RecordRow>()
  const originals = new Map<string, string>()
  const originalOf = new Map<string, string>()
  const sequences = new Map<string, number>()
  const byNumber = new Map<string, Set<string>>()
  const references = createReferences()
  let listed: { key: string; rows: RecordRow[] } | undefined

  const listAll = (filter: RecordFilter, sort: RecordSort): RecordRow[] => {
    const key = JSON.stringify([filter, sort])
    if (listed?.key !== key) listed = { key, rows: [...rows.values()].filter((row) => matches(row, filter)).sort(comparator(sort)) }
    return listed.rows
  }

  return {
    put: (record) => {
      const row = rowOf(record)
      byNumber.get(keyOfNumber(rows.get(row.id)?.number ?? ''))?.delete(row.id)
      byNumber.set(keyOfNumber(row.number), (byNumber.get(keyOfNumber(row.number)) ?? new Set()).add(row.id))
      rows.set(row.id, row)
      listed = undefined
      references.put(row.id, record.content)
      const before = originalOf.get(row.id)
      if (before !== undefined) originals.delete(before)
      const original = record.content.attachments.find((attachment) => attachment.role === 'original')?.sha256
      if (original === undefined) originalOf.delete(row.id)
      else { originals.set(original, row.id); originalOf.set(row.id, original) }
      const given = sequenceOf(row.number)
      if (given) sequences.set(given.prefix, Math.max(sequences.get(given.prefix) ?? 0, given.sequence))
    },
    remove: (id) => {
      byNumber.get(keyOfNumber(rows.get(id)?.number ?? ''))?.delete(id)
      const original = originalOf.get(id)
      if (original !== undefined) originals.delete(original)
      originalOf.delete(id)
      rows.delete(id)
      references.remove(id)
      listed = undefined
    },
    get: (id) => rows.get(id),
    list: (filter, sort, offset, limit) => {
      const all = listAll(filter, sort)
      return { total: all.length, rows: all.slice(offset, offset + limit) }
    },
    facets: (filter) => Object.fromEntries(facetNames.map((facet) => {
      const counts = new Map<string, number>()
      for (const row of rows.values()) {
        if (matches(row, filter, facet)) for (const value of facetValues(row, facet)) counts.set(value, (counts.get(value) ?? 0) + 1)
      }
      return [facet, [...counts].map(([value, count]) => ({ value, count }))]
    })),
    counts: () => {
      const counts: Partial<Record<RecordType, number>> = {}
      for (const { type } of rows.values()) counts[type] = (counts[type] ?? 0) + 1
      return counts
    },
    byOriginal: (sha256) => rows.get(originals.get(sha256) ?? ''),
    byNumber: (number) => rows.get([...byNumber.get(keyOfNumber(number)) ?? []][0] ?? ''),
    backlinks: (id) => references.to(id).flatMap(({ from, relation }) => {
      const row = rows.get(from)
      return row ? [{ row, relation }] : []
    }),
    highestSequence: (prefix) => sequences.get(prefix) ?? 0,
  }
}
