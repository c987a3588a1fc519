/** Sorted lists of the filters that were asked for last: sorted once, in slices, then kept by what each edit changes. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { RecordFilter, RecordSort } from '#shared/contract/records'
import type { CatalogEntry } from './entry'
import { createMatch } from './facetCounts'
import { groupEntries, type Grouped } from './groups'
import type { Knowledge } from './knowledge'
import { isBeforeTexts, isPlain, sortKey } from './values'

type Compare<T> = (a: T, b: T) => number

const keptLists = 6
/** Rows sorted or merged before others have their turn: some milliseconds, even where Chinese is compared. */
const slice = 8192

const collator = new Intl.Collator('zh-CN', { numeric: true })

const byAge: Compare<CatalogEntry> = ({ row: a }, { row: b }) => (a.id < b.id ? 1 : a.id > b.id ? -1 : 0)

/** An empty value comes last in either direction. */
const keyComparator = ({ by, descending }: RecordSort): Compare<string> => {
  const plain = isPlain(by)
  return (x, y) => {
    if (x === '' || y === '') return x === y ? 0 : x === '' ? 1 : -1
    const order = plain || isBeforeTexts(x) || isBeforeTexts(y) ? (x < y ? -1 : x > y ? 1 : 0) : x === y ? 0 : collator.compare(x, y)
    return descending ? -order : order
  }
}

/** What a list is sorted by, and in which direction. */
interface Order { key: (entry: CatalogEntry) => string; compare: Compare<string> }

const orderOf = ({ type }: RecordFilter, sort: RecordSort, knowledge: Knowledge): Order => ({ key: sortKey(type, sort.by, knowledge), compare: keyComparator(sort) })

/** Equal ones newest first. */
const comparator = ({ key, compare }: Order): Compare<CatalogEntry> => (a, b) => compare(key(a), key(b)) || byAge(a, b)

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

/** Entries in the order of `comparator`: their keys are sorted, each once, for many share a date or a unit. */
const sortEntries = async (entries: readonly CatalogEntry[], { key, compare }: Order): Promise<CatalogEntry[]> => {
  const groups = new Map<string, CatalogEntry[]>()
  for (const entry of entries) {
    const value = key(entry)
    const group = groups.get(value)
    if (group) group.push(entry)
    else groups.set(value, [entry])
  }
  const keys = await sortInSlices([...groups.keys()], compare)
  const sorted: CatalogEntry[] = []
  for (let at = 0; at < keys.length;) {
    const first = keys[at] ?? ''
    let group: CatalogEntry[] = []
    // Different keys may be equal in the language's order.
    for (; at < keys.length && compare(first, keys[at] ?? '') === 0; at += 1) group = group.length === 0 ? groups.get(keys[at] ?? '') ?? [] : [...group, ...groups.get(keys[at] ?? '') ?? []]
    for (const entry of group.length > 1 ? await sortInSlices(group, byAge) : group) sorted.push(entry)
    if (at % slice === 0) await nextTurn()
  }
  return sorted
}

/** Where an entry stands in a sorted list, or would stand. */
const placeOf = (entries: readonly CatalogEntry[], entry: CatalogEntry, compare: Compare<CatalogEntry>): number => {
  let [low, high] = [0, entries.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const there = entries[middle]
    if (there && compare(there, entry) < 0) low = middle + 1
    else high = middle
  }
  return low
}

interface Change { before: CatalogEntry | undefined; after: CatalogEntry | undefined }

interface KeptList {
  matches: (entry: CatalogEntry) => boolean
  compare: Compare<CatalogEntry>
  /** Undefined while it is being sorted; what changes meanwhile waits. */
  entries: CatalogEntry[] | undefined
  waiting: Change[]
  sorted: Promise<CatalogEntry[]>
  /** By what it was grouped since it changed last. */
  grouped: Map<string, Grouped>
}

const apply = (entries: CatalogEntry[], { matches, compare, grouped }: KeptList, { before, after }: Change): void => {
  if (before && matches(before)) {
    const place = placeOf(entries, before, compare)
    if (entries[place]?.row.id === before.row.id) entries.splice(place, 1)
    grouped.clear()
  }
  if (after && matches(after)) {
    entries.splice(placeOf(entries, after, compare), 0, after)
    grouped.clear()
  }
}

export interface Lists {
  /** All entries of a filter in order; the array is the lists' own. */
  sorted: (filter: RecordFilter, sort: RecordSort) => Promise<readonly CatalogEntry[]>
  /** The same in groups; they are the lists' own too. */
  grouped: (filter: RecordFilter, sort: RecordSort, group: string) => Promise<Grouped>
  changed: (before: CatalogEntry | undefined, after: CatalogEntry | undefined) => void
  forget: () => void
}

export const createLists = (all: () => Iterable<CatalogEntry>, knowledge: () => Knowledge): Lists => {
  const kept = new Map<string, KeptList>()

  const begin = (filter: RecordFilter, sort: RecordSort): KeptList => {
    const order = orderOf(filter, sort, knowledge())
    const matches = createMatch(filter, knowledge())
    const matching: CatalogEntry[] = []
    for (const entry of all()) if (matches(entry)) matching.push(entry)
    const list: KeptList = { matches, compare: comparator(order), entries: undefined, waiting: [], sorted: Promise.resolve([]), grouped: new Map() }
    list.sorted = sortEntries(matching, order).then((sorted) => {
      for (const change of list.waiting.splice(0)) apply(sorted, list, change)
      list.entries = sorted
      return sorted
    })
    return list
  }

  const keptList = (filter: RecordFilter, sort: RecordSort): KeptList => {
    const key = JSON.stringify([filter, sort])
    const list = kept.get(key) ?? begin(filter, sort)
    kept.delete(key)
    kept.set(key, list)
    for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - keptLists))) kept.delete(oldest)
    return list
  }

  return {
    sorted: async (filter, sort) => keptList(filter, sort).sorted,
    grouped: async (filter, sort, group) => {
      const list = keptList(filter, sort)
      const sorted = await list.sorted
      const known = list.grouped.get(group) ?? groupEntries(sorted, filter.type, group, knowledge())
      list.grouped.set(group, known)
      return known
    },
    changed: (before, after) => {
      for (const list of kept.values()) {
        if (list.entries) apply(list.entries, list, { before, after })
        else list.waiting.push({ before, after })
      }
    },
    forget: () => { kept.clear() },
  }
}
