/** Sorted lists of the filters that were asked for last: sorted once, in slices, then kept by what each edit changes. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { RecordFilter, RecordRow, RecordSort } from '#shared/contract/records'
import { matchesFilter } from './facetCounts'

type Compare<T> = (a: T, b: T) => number

const keptLists = 6
/** Rows sorted or merged before others have their turn: some milliseconds, even where Chinese is compared. */
const slice = 8192

const collator = new Intl.Collator('zh-CN', { numeric: true })

const byAge: Compare<RecordRow> = (a, b) => (a.id < b.id ? 1 : a.id > b.id ? -1 : 0)

const keyOf = ({ by }: RecordSort): (row: RecordRow) => string =>
  (by === 'unit' ? ({ team, unit }) => team || unit : ({ [by]: value }) => value)

/** An empty value comes last in either direction. */
const keyComparator = ({ by, descending }: RecordSort): Compare<string> => {
  const plain = by === 'date' || by === 'updatedAt'
  return (x, y) => {
    if (x === '' || y === '') return x === y ? 0 : x === '' ? 1 : -1
    const order = plain ? (x < y ? -1 : x > y ? 1 : 0) : x === y ? 0 : collator.compare(x, y)
    return descending ? -order : order
  }
}

/** Equal ones newest first. */
const comparator = (sort: RecordSort): Compare<RecordRow> => {
  const [key, compare] = [keyOf(sort), keyComparator(sort)]
  return (a, b) => compare(key(a), key(b)) || byAge(a, b)
}

/** Merges two sorted runs, a slice at a time. */
const merge = async <T>(a: readonly T[], b: readonly T[], compare: Compare<T>): Promise<T[]> => {
  const merged: T[] = []
  let i = 0
  let j = 0
  for (let x = a[0], y = b[0]; x !== undefined || y !== undefined;) {
    if (x !== undefined && (y === undefined || compare(x, y) <= 0)) { merged.push(x); i += 1; x = a[i] }
    else if (y !== undefined) { merged.push(y); j += 1; y = b[j] }
    if (merged.length % slice === 0) await nextTurn()
  }
  return merged
}

/** The same as `values.sort(compare)`, without holding the core's loop. */
const sortInSlices = async <T>(values: readonly T[], compare: Compare<T>): Promise<T[]> => {
  let runs: T[][] = []
  for (let from = 0; from < values.length; from += slice) {
    if (from > 0) await nextTurn()
    runs.push(values.slice(from, from + slice).sort(compare))
  }
  while (runs.length > 1) {
    const merged: T[][] = []
    for (let pair = 0; pair < runs.length; pair += 2) merged.push(await merge(runs[pair] ?? [], runs[pair + 1] ?? [], compare))
    runs = merged
  }
  return runs[0] ?? []
}

/** Rows in the order of `comparator`: their keys are sorted, each once, for many rows share a date or a unit. */
const sortRows = async (rows: readonly RecordRow[], sort: RecordSort): Promise<RecordRow[]> => {
  const [key, compare] = [keyOf(sort), keyComparator(sort)]
  const groups = new Map<string, RecordRow[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group) group.push(row)
    else groups.set(key(row), [row])
  }
  const keys = await sortInSlices([...groups.keys()], compare)
  const sorted: RecordRow[] = []
  for (let at = 0; at < keys.length;) {
    const first = keys[at] ?? ''
    let group: RecordRow[] = []
    // Different keys may be equal in the language's order.
    for (; at < keys.length && compare(first, keys[at] ?? '') === 0; at += 1) group = group.length === 0 ? groups.get(keys[at] ?? '') ?? [] : [...group, ...groups.get(keys[at] ?? '') ?? []]
    for (const row of group.length > 1 ? await sortInSlices(group, byAge) : group) sorted.push(row)
    if (at % slice === 0) await nextTurn()
  }
  return sorted
}

/** Where a row stands in a sorted list, or would stand. */
const placeOf = (rows: readonly RecordRow[], row: RecordRow, compare: Compare<RecordRow>): number => {
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
  compare: Compare<RecordRow>
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
    const matching: RecordRow[] = []
    for (const row of rows()) if (matchesFilter(row, filter)) matching.push(row)
    const list: KeptList = { filter, compare: comparator(sort), rows: undefined, waiting: [], sorted: Promise.resolve([]) }
    list.sorted = sortRows(matching, sort).then((sorted) => {
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
