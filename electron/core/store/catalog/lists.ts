/** Sorted lists of the filters that were asked for last: sorted once, in slices, then kept by what each edit changes. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { RecordFilter, RecordRow, RecordSort } from '#shared/contract/records'
import { matchesFilter } from './facetCounts'

type Compare = (a: RecordRow, b: RecordRow) => number

const keptLists = 6
/** Rows sorted or merged before others have their turn: some milliseconds, even where Chinese is compared. */
const slice = 8192

const collator = new Intl.Collator('zh-CN', { numeric: true })

const byAge: Compare = (a, b) => (a.id < b.id ? 1 : a.id > b.id ? -1 : 0)

/** Rows without a value come last in either direction; equal ones newest first. */
const comparator = ({ by, descending }: RecordSort): Compare => {
  const key = (row: RecordRow): string => (by === 'unit' ? row.team || row.unit : row[by])
  const plain = by === 'date' || by === 'updatedAt'
  return (a, b) => {
    const [x, y] = [key(a), key(b)]
    if (x === '' || y === '') return x === y ? byAge(a, b) : x === '' ? 1 : -1
    const order = plain ? (x < y ? -1 : x > y ? 1 : 0) : x === y ? 0 : collator.compare(x, y)
    return order === 0 ? byAge(a, b) : descending ? -order : order
  }
}

/** Merges two sorted runs, a slice at a time. */
const merge = async (a: readonly RecordRow[], b: readonly RecordRow[], compare: Compare): Promise<RecordRow[]> => {
  const merged: RecordRow[] = []
  let i = 0
  let j = 0
  for (let x = a[0], y = b[0]; x ?? y; ) {
    if (x && (!y || compare(x, y) <= 0)) { merged.push(x); i += 1; x = a[i] }
    else if (y) { merged.push(y); j += 1; y = b[j] }
    if (merged.length % slice === 0) await nextTurn()
  }
  return merged
}

/** The same as `rows.sort(compare)`, without holding the core's loop. */
const sortInSlices = async (rows: readonly RecordRow[], compare: Compare): Promise<RecordRow[]> => {
  let runs: RecordRow[][] = []
  for (let from = 0; from < rows.length; from += slice) {
    if (from > 0) await nextTurn()
    runs.push(rows.slice(from, from + slice).sort(compare))
  }
  while (runs.length > 1) {
    const merged: RecordRow[][] = []
    for (let pair = 0; pair < runs.length; pair += 2) merged.push(await merge(runs[pair] ?? [], runs[pair + 1] ?? [], compare))
    runs = merged
  }
  return runs[0] ?? []
}

/** Where a row stands in a sorted list, or would stand. */
const placeOf = (rows: readonly RecordRow[], row: RecordRow, compare: Compare): number => {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const there = rows[middle]
    if (there && compare(there, row) < 0) low = middle + 1
    else high = middle
  }
  return low
}

interface Change { before: RecordRow | undefined; after: RecordRow | undefined }

interface KeptList {
  filter: RecordFilter
  compare: Compare
  /** Undefined while it is being sorted; what changes meanwhile waits. */
  rows: RecordRow[] | undefined
  waiting: Change[]
  sorted: Promise<RecordRow[]>
}

const apply = (rows: RecordRow[], { filter, compare }: KeptList, { before, after }: Change): void => {
  if (before && matchesFilter(before, filter)) {
    const place = placeOf(rows, before, compare)
    if (rows[place]?.id === before.id) rows.splice(place, 1)
  }
  if (after && matchesFilter(after, filter)) rows.splice(placeOf(rows, after, compare), 0, after)
}

export interface Lists {
  /** All rows of a filter in order; the array is the lists' own. */
  sorted: (filter: RecordFilter, sort: RecordSort) => Promise<readonly RecordRow[]>
  changed: (before: RecordRow | undefined, after: RecordRow | undefined) => void
}

export const createLists = (rows: () => Iterable<RecordRow>): Lists => {
  const kept = new Map<string, KeptList>()

  const begin = (filter: RecordFilter, sort: RecordSort): KeptList => {
    const compare = comparator(sort)
    const matching: RecordRow[] = []
    for (const row of rows()) if (matchesFilter(row, filter)) matching.push(row)
    const list: KeptList = { filter, compare, rows: undefined, waiting: [], sorted: Promise.resolve([]) }
    list.sorted = sortInSlices(matching, compare).then((sorted) => {
      for (const change of list.waiting.splice(0)) apply(sorted, list, change)
      list.rows = sorted
      return sorted
    })
    return list
  }

  return {
    sorted: async (filter, sort) => {
      const key = JSON.stringify([filter, sort])
      const list = kept.get(key) ?? begin(filter, sort)
      kept.delete(key)
      kept.set(key, list)
      for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - keptLists))) kept.delete(oldest)
      return list.sorted
    },
    changed: (before, after) => {
      for (const list of kept.values()) {
        if (list.rows) apply(list.rows, list, { before, after })
        else list.waiting.push({ before, after })
      }
    },
  }
}
