/** A sorted list in groups: one after another, in each the order of the list. Units stand as a tree, one above what belongs to it. */
import type { RecordGroup } from '#shared/contract/records'
import type { RecordType } from '#shared/model/recordTypes'
import type { CatalogEntry } from './entry'
import type { Knowledge } from './knowledge'
import { valuesReader } from './values'

export interface Grouped { groups: RecordGroup[]; entries: CatalogEntry[] }

const collator = new Intl.Collator('zh-CN', { numeric: true })

/** Years from the latest, what has an order of its own by it, all else by the language; what is not given comes last. */
const comparator = (type: RecordType, key: string, { orderOf, unitPlace }: Knowledge): ((a: string, b: string) => number) => {
  const places = new Map((orderOf(type, key) ?? []).map((value, place) => [value, place]))
  const placeOf = (value: string): number => (key === 'unit' ? unitPlace(value) : places.get(value)) ?? Number.MAX_SAFE_INTEGER
  return (a, b) => {
    if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1
    return key === 'year' ? collator.compare(b, a) : placeOf(a) - placeOf(b) || collator.compare(a, b)
  }
}

/** All that stand above one of them stand there too, each before what is below it. */
const inTree = (values: readonly string[], { parentOf }: Knowledge, compare: (a: string, b: string) => number): { value: string; level: number }[] => {
  const all = new Set(values)
  for (const value of all) {
    const parent = parentOf(value)
    if (parent !== undefined) all.add(parent)
  }
  const below = new Map<string | undefined, string[]>()
  for (const value of all) below.set(parentOf(value), [...below.get(parentOf(value)) ?? [], value])
  const from = (parent: string | undefined, level: number): { value: string; level: number }[] =>
    (below.get(parent) ?? []).sort(compare).flatMap((value) => [{ value, level }, ...from(value, level + 1)])
  return from(undefined, 0)
}

/** The value under which each entry stands; a unit is that of the team, if there is one. */
const placesOf = (key: string, knowledge: Knowledge): ((entry: CatalogEntry) => readonly string[]) =>
  (key === 'unit' ? ({ row: { unit, team } }) => { knowledge.unitsOf(unit, team); return [team || unit] } : valuesReader(key, knowledge))

export const groupEntries = (sorted: readonly CatalogEntry[], type: RecordType, key: string, knowledge: Knowledge): Grouped => {
  const read = placesOf(key, knowledge)
  const buckets = new Map<string, CatalogEntry[]>()
  for (const entry of sorted) {
    const said = read(entry)
    for (const value of said.length > 1 ? new Set(said) : said) {
      const bucket = buckets.get(value)
      if (bucket) bucket.push(entry)
      else buckets.set(value, [entry])
    }
  }
  const compare = comparator(type, key, knowledge)
  const values = [...buckets.keys()]
  const ordered = key === 'unit' ? inTree(values, knowledge, compare) : values.sort(compare).map((value) => ({ value, level: 0 }))
  const groups: RecordGroup[] = []
  const entries: CatalogEntry[] = []
  for (const { value, level } of ordered) {
    const bucket = buckets.get(value) ?? []
    groups.push({ value, level, count: bucket.length, total: bucket.length })
    for (const entry of bucket) entries.push(entry)
  }
  // From the last to the first: what is below a group is counted before it.
  for (let at = groups.length - 1; at >= 0; at -= 1) {
    const group = groups[at]
    if (!group) continue
    for (let below = at + 1; (groups[below]?.level ?? -1) > group.level; below += 1) if (groups[below]?.level === group.level + 1) group.total += groups[below]?.total ?? 0
  }
  return { groups, entries }
}
