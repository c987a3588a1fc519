/** Three values of a field made one: lists of words and of named entries as sets, rows by their ids and keys, all else as a whole. */
import { z } from 'zod'
import { FieldRow, saysNothing } from '../fields'
import { isSameJson } from '../sameJson'
import { changedAlone, each, either, plain, quietValue, type FieldPart, type Fork, type MergePick, type Sides } from './parts'
import { entryTaken, sequenceFork, type Entry } from './sequences'

type Values = Readonly<Record<string, unknown>>

/** Where a value stands: the key of its part, the field it belongs to; `long` texts can be put one below the other. */
export interface Place { key: string; field: string; kind: FieldPart['kind']; long?: boolean }

const isQuiet = ({ mine, theirs }: Sides<unknown>): boolean => isSameJson(mine, theirs) || (saysNothing(mine) && saysNothing(theirs))

const choice = <T>(sides: Sides<T>, place: Place, taken: MergePick | null, both?: T): Fork<T | undefined> => {
  const { base, mine, theirs } = sides
  const part: FieldPart = { key: place.key, field: place.field, kind: place.kind, base, mine, theirs, taken, choices: both === undefined ? either : each }
  return {
    parts: [part],
    take: (pickOf) => {
      const pick = pickOf(part)
      return pick === 'both' ? both : sides[pick]
    },
  }
}

/** A value that is taken as a whole; of two long texts both can be. */
export const wholeFork = <T>(sides: Sides<T>, place: Place, both?: T): Fork<T | undefined> =>
  (isQuiet(sides) ? plain(quietValue(sides)) : choice(sides, place, changedAlone(sides), both))

/** Entries by what names them; of several with one name each is one of its own. */
const named = <T>(entries: readonly T[], nameOf: (entry: T) => string): Map<string, T> => {
  const times = new Map<string, number>()
  return new Map(entries.map((entry) => {
    const name = nameOf(entry)
    const time = times.get(name) ?? 0
    times.set(name, time + 1)
    return [`${name} ${time}`, entry]
  }))
}

/** A set made of both sides, and whether an entry was changed on both. What was added stands last, in an order that is nobody's. */
const joinedSet = <T>({ base, mine, theirs, known }: Sides<readonly T[]>, nameOf: (entry: T) => string): { all: T[]; clashes: boolean } => {
  const [b, m, t] = [named(base ?? [], nameOf), named(mine ?? [], nameOf), named(theirs ?? [], nameOf)]
  let clashes = !known
  const joined = (name: string): T[] => {
    const entry = { base: b.get(name), mine: m.get(name), theirs: t.get(name), known: true }
    if (isSameJson(entry.mine, entry.theirs)) return entry.mine === undefined ? [] : [entry.mine]
    const side = changedAlone(entry)
    if (side === null) clashes = true
    const value = side === null ? entry.mine ?? entry.theirs : entry[side]
    return value === undefined ? [] : [value]
  }
  const added = [...new Set([...m.keys(), ...t.keys()])].filter((name) => !b.has(name)).flatMap(joined)
  const inOrder = known ? added.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)) : added
  return { all: [...[...b.keys()].flatMap(joined), ...inOrder], clashes }
}

/** A list whose order says little. Of one side, what it has is taken as it is there, be it no list at all. */
export const setFork = <T>(lists: Sides<readonly T[]>, place: Place, nameOf: (entry: T) => string, sides: Sides<unknown> = lists): Fork<unknown> => {
  const sorted = (list: readonly T[] = []): unknown[] => list.map((entry) => JSON.stringify(entry)).sort()
  const alone = changedAlone(sides)
  if (isQuiet(sides)) return plain(quietValue(sides))
  // Two that differ in their order alone are put in one that is nobody's, as all that both have changed.
  if (isSameJson(sorted(lists.mine), sorted(lists.theirs))) return plain(sides.known && !alone ? joinedSet(lists, nameOf).all : quietValue(sides))
  if (alone) return choice(sides, place, alone)
  const { all, clashes } = joinedSet(lists, nameOf)
  return choice<unknown>(sides, place, clashes ? null : 'both', all)
}

const rowSchema = z.array(FieldRow)
const rowsOf = (value: unknown): FieldRow[] | undefined => (saysNothing(value) ? [] : rowSchema.safeParse(value).data)
const entriesOf = (rows: readonly FieldRow[]): Entry<FieldRow>[] => [...named(rows, ({ id }) => id).values()].map((row) => ({ id: row.id, item: row, whole: row }))

const rowsFork = (rows: { base: readonly FieldRow[]; mine: readonly FieldRow[]; theirs: readonly FieldRow[]; known: boolean }, place: Place): Fork<unknown[]> => sequenceFork(
  { base: entriesOf(rows.base), mine: entriesOf(rows.mine), theirs: entriesOf(rows.theirs), known: rows.known },
  {
    part: ({ name, taken, choices, ...sides }) => {
      const of = (entries: readonly Entry<FieldRow>[]): unknown => (entries.length > 0 ? entries.map(({ item }) => item) : undefined)
      return { key: `${place.key}.${name}`, field: place.field, kind: name === 'order' ? 'list' : 'row', base: of(sides.base), mine: of(sides.mine), theirs: of(sides.theirs), taken, choices }
    },
    item: (id, sides) => {
      const side = entryTaken(sides)
      const of = { base: sides.base?.item, mine: sides.mine?.item, theirs: sides.theirs?.item, known: sides.known }
      const fork = side === null ? keysFork(of, (key) => ({ key: `${place.key}.${id}.${key}`, field: place.field, kind: 'row' })) : wholeFork<Values>(of, { key: `${place.key}.${id}`, field: place.field, kind: 'row' })
      return { parts: fork.parts, take: (pickOf) => { const row = fork.take(pickOf); return row === undefined ? [] : [{ ...row, id }] } }
    },
  },
)

const wordsSchema = z.array(z.string())
const allOf = <T>(sides: Sides<unknown>, read: (value: unknown) => T | undefined): { base: T; mine: T; theirs: T } | undefined => {
  const [base, mine, theirs] = [read(sides.base), read(sides.mine), read(sides.theirs)]
  return base === undefined || mine === undefined || theirs === undefined ? undefined : { base, mine, theirs }
}
const wordsOf = (value: unknown): string[] | undefined => (saysNothing(value) ? [] : wordsSchema.safeParse(value).data)

const hasOnce = (rows: readonly FieldRow[]): boolean => new Set(rows.map(({ id }) => id)).size === rows.length

const joinedText = (one: unknown, other: unknown): string | undefined =>
  (typeof one === 'string' && typeof other === 'string' && one.trim() !== '' && other.trim() !== '' ? `${one}\n${other}` : undefined)

/** No rows, as that side has it that has none. */
const orNothing = ({ parts, take }: Fork<unknown[]>, { mine, theirs }: Sides<unknown>): Fork<unknown> => ({
  parts, take: (pickOf) => {
    const rows = take(pickOf)
    return rows.length === 0 && saysNothing(mine) ? mine : rows.length === 0 && saysNothing(theirs) ? theirs : rows
  },
})

/** Any value, by what it is on all sides. */
export const valueFork = (sides: Sides<unknown>, place: Place): Fork<unknown> => {
  if (isQuiet(sides)) return plain(quietValue(sides))
  const words = allOf(sides, wordsOf)
  if (words) return setFork({ ...words, known: sides.known }, { ...place, kind: 'list' }, (word) => word, sides)
  const rows = allOf(sides, rowsOf)
  if (rows && changedAlone(sides) === null && hasOnce(rows.base) && hasOnce(rows.mine) && hasOnce(rows.theirs)) return orNothing(rowsFork({ ...rows, known: sides.known }, place), sides)
  return wholeFork(sides, rows ? { ...place, kind: 'list' } : place, place.long ? joinedText(sides.mine, sides.theirs) : undefined)
}

/** Values by their keys; a key whose value is taken as none is left out. */
export const keysFork = (sides: Sides<Values>, placeOf: (key: string) => Place, forkOf = valueFork): Fork<Record<string, unknown>> => {
  const forks = Object.keys({ ...sides.base, ...sides.mine, ...sides.theirs })
    .map((key) => [key, forkOf({ base: sides.base?.[key], mine: sides.mine?.[key], theirs: sides.theirs?.[key], known: sides.known }, placeOf(key))] as const)
  return {
    parts: forks.flatMap(([, { parts }]) => parts),
    take: (pickOf) => Object.fromEntries(forks.map(([key, fork]) => [key, fork.take(pickOf)] as const).filter(([, value]) => value !== undefined)),
  }
}
