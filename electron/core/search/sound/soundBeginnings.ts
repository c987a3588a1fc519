/** Where the units of names begin with which two letters: so that only those places are looked at that what was typed may begin at. */
import { initialCodes, isInside } from './soundUnits'

/** Names by their sounds, one after the other (`soundNames.ts`). */
export interface Sounding { units: Uint16Array }

interface Beginnings {
  /** Where the places of each pair of letters begin in `places`, and at last where they end. */
  starts: Uint32Array
  places: Uint32Array
}

const codeBits = 7
const codeCount = 1 << codeBits

const pairAt = (units: Uint16Array, at: number): number => ((initialCodes[units[at] ?? 0] ?? 0) << codeBits) | (initialCodes[units[at + 1] ?? 0] ?? 0)

/** Places inside of a run of letters are left out: nothing is found there. */
const makeBeginnings = ({ units }: Sounding): Beginnings => {
  const starts = new Uint32Array(codeCount * codeCount + 1)
  let count = 0
  for (let at = 0; at < units.length; at += 1) {
    if (isInside(units[at] ?? 0)) continue
    const pair = pairAt(units, at)
    starts[pair] = (starts[pair] ?? 0) + 1
    count += 1
  }
  // Each start is counted down to from its end.
  for (let pair = 1; pair < starts.length; pair += 1) starts[pair] = (starts[pair] ?? 0) + (starts[pair - 1] ?? 0)
  const places = new Uint32Array(count)
  for (let at = units.length - 1; at >= 0; at -= 1) {
    if (isInside(units[at] ?? 0)) continue
    const pair = pairAt(units, at)
    const place = (starts[pair] ?? 0) - 1
    starts[pair] = place
    places[place] = at
  }
  return { starts, places }
}

const known = new WeakMap<Sounding, Beginnings>()

/** Made when names are first searched. */
export const beginningsOf = (names: Sounding): Beginnings => {
  const beginnings = known.get(names) ?? makeBeginnings(names)
  known.set(names, beginnings)
  return beginnings
}

/** The places that begin with the letters of a few units; one alone is followed by any. */
export const placesOf = ({ starts, places }: Beginnings, initials: string): Uint32Array => {
  const row = initials.charCodeAt(0) << codeBits
  const [first, end] = initials.length > 1 ? [row | initials.charCodeAt(1), (row | initials.charCodeAt(1)) + 1] : [row, row + codeCount]
  return places.subarray(starts[first], starts[end])
}
