/**
 * Three sequences of named entries made one: what one side brought, dropped or moved is so in the outcome. Both brought something to one
 * place, both moved, or one changed what the other dropped: that is for the user to choose.
 */
import { fingerprint } from '../difference/fingerprint'
import { isSameJson } from '../sameJson'
import { changedAlone, each, either, type Fork, type MergePick, type PickOf, type Sides, type ThreeWayPart } from './parts'

/** `whole` is what must not have changed for the entry to go where the other side dropped it; `owner` the id of the entry that it goes along with. */
export interface Entry<T> { id: string; item: T; whole: unknown; owner?: string }

export interface Sequences<T> { base: readonly Entry<T>[]; mine: readonly Entry<T>[]; theirs: readonly Entry<T>[]; known: boolean }

/** A part of the sequence: what its `name` is there, and the entries that are chosen with it. */
export interface Stretch<T> { name: string; base: readonly Entry<T>[]; mine: readonly Entry<T>[]; theirs: readonly Entry<T>[]; taken: MergePick | null; choices: readonly MergePick[] }

interface Making<T> {
  /** The part for the screen. */
  part: (stretch: Stretch<T>) => ThreeWayPart
  /** What is made of an entry that both sides have. */
  item: (id: string, sides: Sides<Entry<T>>) => Fork<T[]>
}

type Side = 'mine' | 'theirs'

const otherOf = (side: Side): Side => (side === 'mine' ? 'theirs' : 'mine')
const idsOf = (entries: readonly Entry<unknown>[]): string[] => entries.map(({ id }) => id)

/** The entries that only this side has, by the id of the common one that they stand behind ('' at the beginning). */
const runsOf = <T>(entries: readonly Entry<T>[], common: ReadonlySet<string>): Map<string, Entry<T>[]> => {
  const runs = new Map<string, Entry<T>[]>()
  let anchor = ''
  for (const entry of entries) {
    if (common.has(entry.id)) anchor = entry.id
    else runs.set(anchor, [...runs.get(anchor) ?? [], entry])
  }
  return runs
}

/** Which side moved what both have; the part is undefined where they stand in one order. */
const orderPart = <T>(sequences: Sequences<T>, common: ReadonlySet<string>, part: Making<T>['part']): ThreeWayPart | undefined => {
  const [mine, theirs] = [sequences.mine, sequences.theirs].map((side) => side.filter(({ id }) => common.has(id)))
  if (!mine || !theirs || isSameJson(idsOf(mine), idsOf(theirs))) return undefined
  const base = sequences.base.filter(({ id }) => common.has(id))
  const there = new Set(idsOf(base))
  const inBase = (side: readonly Entry<T>[]): string[] => idsOf(side).filter((id) => there.has(id))
  const [mineMoved, theirsMoved] = [!isSameJson(inBase(mine), idsOf(base)), !isSameJson(inBase(theirs), idsOf(base))]
  const taken = !sequences.known || mineMoved === theirsMoved ? null : mineMoved ? 'mine' : 'theirs'
  return part({ name: 'order', base, mine, theirs, taken, choices: either })
}

/** The parts that decide of what only one side has, by the side and id of the entry; what no part decides of is on both sides alike. */
interface Decided<T> { partOf: ReadonlyMap<string, ThreeWayPart>; quiet: ReadonlyMap<string, readonly Entry<T>[]> }

const nameOf = (side: Side, id: string): string => `${side} ${id}`

/** What one side dropped: each entry by itself, or along with the one that it belongs to. */
const decideDropped = <T>(sequences: Sequences<T>, side: Side, common: ReadonlySet<string>, part: Making<T>['part']): [string, ThreeWayPart][] => {
  const before = new Map(sequences.base.map((entry) => [entry.id, entry]))
  const own = sequences[side].filter(({ id }) => !common.has(id))
  const owners = new Set(sequences[side].flatMap(({ owner }) => owner ?? []))
  const heads = new Set(own.filter(({ id }) => before.has(id) && owners.has(id)).map(({ id }) => id))
  const headOf = ({ id, owner }: Entry<T>): string => (heads.has(id) || owner === undefined || !heads.has(owner) ? id : owner)
  const groups = new Map<string, Entry<T>[]>()
  for (const entry of own) groups.set(headOf(entry), [...groups.get(headOf(entry)) ?? [], entry])
  return own.filter((entry) => before.has(entry.id) && headOf(entry) === entry.id).flatMap((entry) => {
    const along = groups.get(entry.id) ?? []
    const taken = isSameJson(before.get(entry.id)?.whole, entry.whole) ? otherOf(side) : null
    const base = heads.has(entry.id) ? sequences.base.filter(({ id, owner }) => id === entry.id || owner === entry.id) : [before.get(entry.id) ?? entry]
    const decides = part({ name: entry.id, base, mine: [], theirs: [], [side]: along, taken, choices: either })
    return along.map(({ id }): [string, ThreeWayPart] => [nameOf(side, id), decides])
  })
}

const decide = <T>(sequences: Sequences<T>, common: ReadonlySet<string>, part: Making<T>['part']): Decided<T> => {
  const partOf = new Map((sequences.known ? ['mine', 'theirs'] as const : []).flatMap((side) => decideDropped(sequences, side, common, part)))
  const quiet = new Map<string, readonly Entry<T>[]>()
  const brought = (side: Side): Map<string, Entry<T>[]> => new Map([...runsOf(sequences[side], common)].flatMap(([anchor, run]) => {
    const fresh = run.filter(({ id }) => !partOf.has(nameOf(side, id)))
    return fresh.length > 0 ? [[anchor, fresh]] : []
  }))
  const [mineRuns, theirsRuns] = [brought('mine'), brought('theirs')]
  for (const anchor of new Set([...mineRuns.keys(), ...theirsRuns.keys()])) {
    const [mine, theirs] = [mineRuns.get(anchor) ?? [], theirsRuns.get(anchor) ?? []]
    const [sayMine, sayTheirs] = [mine, theirs].map((run) => run.map(({ item }) => item))
    if (fingerprint(sayMine) === fingerprint(sayTheirs)) {
      quiet.set(anchor, sequences.known && JSON.stringify(sayTheirs) < JSON.stringify(sayMine) ? theirs : mine)
      continue
    }
    const both = mine.length > 0 && theirs.length > 0
    const taken = !sequences.known || both ? null : mine.length > 0 ? 'mine' : 'theirs'
    const decides = part({ name: `after ${anchor}`, base: [], mine, theirs, taken, choices: both ? each : either })
    for (const { id } of mine) partOf.set(nameOf('mine', id), decides)
    for (const { id } of theirs) partOf.set(nameOf('theirs', id), decides)
  }
  return { partOf, quiet }
}

const sidesOf = <T>({ base, mine, theirs, known }: Sequences<T>): ((id: string) => Sides<Entry<T>>) => {
  const [b, m, t] = [base, mine, theirs].map((side) => new Map(side.map((entry) => [entry.id, entry])))
  return (id) => ({ base: b?.get(id), mine: m?.get(id), theirs: t?.get(id), known })
}

export const sequenceFork = <T>(sequences: Sequences<T>, { part, item }: Making<T>): Fork<T[]> => {
  const inTheirs = new Set(idsOf(sequences.theirs))
  const common = new Set(idsOf(sequences.mine).filter((id) => inTheirs.has(id)))
  const order = orderPart(sequences, common, part)
  const { partOf, quiet } = decide(sequences, common, part)
  const runs = { mine: runsOf(sequences.mine, common), theirs: runsOf(sequences.theirs, common) }
  const sides = sidesOf(sequences)
  const items = new Map([...common].map((id) => [id, item(id, sides(id))]))
  const partsAt = (anchor: string): ThreeWayPart[] => [
    ...items.get(anchor)?.parts ?? [],
    ...(['mine', 'theirs'] as const).flatMap((side) => (runs[side].get(anchor) ?? []).flatMap(({ id }) => partOf.get(nameOf(side, id)) ?? [])),
  ]
  const keptOf = (side: Side, anchor: string, pickOf: PickOf): T[] => (runs[side].get(anchor) ?? []).flatMap((entry) => {
    const decides = partOf.get(nameOf(side, entry.id))
    const pick = decides && pickOf(decides)
    return pick === side || pick === 'both' ? [entry.item] : []
  })
  return {
    parts: [...new Set([...(order ? [order] : []), ...['', ...common].flatMap(partsAt)])],
    take: (pickOf) => {
      const leading = order && pickOf(order) === 'theirs' ? sequences.theirs : sequences.mine
      return ['', ...idsOf(leading).filter((id) => common.has(id))].flatMap((anchor) => [
        ...items.get(anchor)?.take(pickOf) ?? [],
        ...keptOf('mine', anchor, pickOf), ...(quiet.get(anchor) ?? []).map((entry) => entry.item), ...keptOf('theirs', anchor, pickOf),
      ])
    },
  }
}

/** Whether one side alone has changed an entry that both have, or which: null where both have. */
export const entryTaken = <T>({ base, mine, theirs, known }: Sides<Entry<T>>): 'mine' | 'theirs' | null =>
  changedAlone({ base: base?.item, mine: mine?.item, theirs: theirs?.item, known })
