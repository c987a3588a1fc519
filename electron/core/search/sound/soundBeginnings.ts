/** Where the units of names begin with what was typed: so that only those places are looked at. */
import { beginningUnits, initialCodes, isInside, latinNext } from './soundUnits'
import { worthOf, type Sounding } from './soundWorth'
import type { TypedSound } from './typedSound'

interface Beginnings {
  units: Uint16Array
  /** Where the places of each unit begin in `places`, and at last where they end. */
  unitStarts: Uint32Array
  /** By their unit, then by the letter that the next unit begins with. */
  places: Uint32Array
  /** Which name each of these places is in. */
  names: Uint32Array
  /** What each of these places counts where a unit alone is typed, in 255ths: so many are looked at then that there is no time to reckon it. */
  worth: Uint8Array
}

/** Places that begin with a unit, from `first` up to, not with, `end`. */
interface Row { unit: number; first: number; end: number }

const codeBits = 7
const codeCount = 1 << codeBits

const nextCodeAt = (units: Uint16Array, at: number): number => initialCodes[units[at + 1] ?? 0] ?? 0
const keyAt = (units: Uint16Array, at: number): number => ((units[at] ?? 0) << codeBits) | nextCodeAt(units, at)

/** Places inside of a run of letters are left out: nothing is found there. */
const makeBeginnings = (sounding: Sounding): Beginnings => {
  const { units, starts } = sounding
  const ends = new Uint32Array(latinNext * codeCount)
  let count = 0
  for (let at = 0; at < units.length; at += 1) {
    if (isInside(units[at] ?? 0)) continue
    const key = keyAt(units, at)
    ends[key] = (ends[key] ?? 0) + 1
    count += 1
  }
  for (let key = 1; key < ends.length; key += 1) ends[key] = (ends[key] ?? 0) + (ends[key - 1] ?? 0)
  const places = new Uint32Array(count)
  const names = new Uint32Array(count)
  const worth = new Uint8Array(count)
  let name = starts.length - 1
  // Each end is counted down to where the places of its key begin.
  for (let at = units.length - 1; at >= 0; at -= 1) {
    if (isInside(units[at] ?? 0)) continue
    while ((starts[name] ?? 0) > at) name -= 1
    const key = keyAt(units, at)
    const place = (ends[key] ?? 0) - 1
    ends[key] = place
    places[place] = at
    names[place] = name
    worth[place] = Math.max(1, Math.round(255 * worthOf(sounding, name, at, 1)))
  }
  return { units, places, names, worth, unitStarts: Uint32Array.from({ length: latinNext + 1 }, (_, unit) => ends[unit << codeBits] ?? count) }
}

const known = new WeakMap<Sounding, Beginnings>()

/** Made when names are first searched. */
export const beginningsOf = (names: Sounding): Beginnings => {
  const beginnings = known.get(names) ?? makeBeginnings(names)
  known.set(names, beginnings)
  return beginnings
}

/** The first of a row whose next unit begins with a letter that is not before `code`. */
const lowerBound = ({ units, places }: Beginnings, { first, end }: Omit<Row, 'unit'>, code: number): number => {
  let [low, high] = [first, end]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (nextCodeAt(units, places[middle] ?? 0) < code) low = middle + 1
    else high = middle
  }
  return low
}

/** Where the units that one of the ways begins with stand, those first whose next one begins as it may. */
export const rowsOf = (beginnings: Beginnings, { initials, ways }: TypedSound): Row[] => {
  const isAllowed = (unit: number): boolean => ways.some(({ units: [own] }) => own === undefined || own[unit] === 1)
  return beginningUnits(initials.charCodeAt(0)).filter(isAllowed).flatMap((unit) => {
    const all = { first: beginnings.unitStarts[unit] ?? 0, end: beginnings.unitStarts[unit + 1] ?? 0 }
    const next = initials.charCodeAt(1)
    const row = initials.length === 1 ? all : { first: lowerBound(beginnings, all, next), end: lowerBound(beginnings, all, next + 1) }
    return row.end > row.first ? [{ unit, ...row }] : []
  })
}
