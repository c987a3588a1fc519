/**
 * Runs: what a folded text is read in. Chinese has no spaces, so a run of Han characters is taken in pairs; letters and digits stand in
 * runs of their own, `110kV母线` being `110kv` and `母线`. All else divides.
 */
import { foldTable } from './fold'

/** Of code units: what a run is made of. */
const divider = 0
const letter = 1
const han = 2
/** A Han character that has no number of its own: it stands alone as a word. */
const rareHan = 3
const highSurrogate = 4

/** Han characters are numbered from 1 in 15 bits: the unified ideographs, extension A, and 〇 and 々, which are read as ones. */
const hanRanges: readonly (readonly [first: number, last: number])[] = [[0x4e00, 0x9fff], [0x3400, 0x4dbf], [0x3007, 0x3007], [0x3005, 0x3005]]

const isHanPoint = (point: string): boolean => /^\p{Script=Han}$/u.test(point)
const isLetterPoint = (point: string): boolean => /^[\p{L}\p{N}\p{M}]$/u.test(point)

const makeTables = () => {
  const kinds = new Uint8Array(0x10000)
  const numbers = new Uint16Array(0x10000)
  const codes = [0]
  for (const [first, last] of hanRanges) {
    for (let code = first; code <= last; code += 1) {
      kinds[code] = han
      // What is folded away stands in no folded text.
      if (foldTable[code] === code) numbers[code] = codes.push(code) - 1
    }
  }
  for (let code = 0; code < 0x10000; code += 1) {
    if (kinds[code] === han) continue
    const point = String.fromCharCode(code)
    if (code >= 0xd800 && code < 0xdc00) kinds[code] = highSurrogate
    else if (isHanPoint(point)) kinds[code] = rareHan
    else if (isLetterPoint(point)) kinds[code] = letter
  }
  return { kinds, numbers, codes: Uint16Array.from(codes) }
}

const { kinds, numbers, codes } = makeTables()

/** The number of a folded Han character, 1 to 32,767; 0 for all else. */
export const hanNumber = (code: number): number => numbers[code] ?? 0
/** The character that has a number, and how many numbers there are. */
export const hanOf = (number: number): string => String.fromCharCode(codes[number] ?? 0)
export const hanCount = codes.length

/** The kind of what stands at a place, and how many code units it takes. */
const kindAt = (units: Readonly<Uint16Array>, at: number): { kind: number; width: number } => {
  const kind = kinds[units[at] ?? 0] ?? divider
  if (kind !== highSurrogate) return { kind, width: 1 }
  const low = units[at + 1] ?? 0
  if (low < 0xdc00 || low > 0xdfff) return { kind: divider, width: 1 }
  const point = String.fromCharCode(units[at] ?? 0, low)
  return { kind: isHanPoint(point) ? rareHan : isLetterPoint(point) ? letter : divider, width: 2 }
}

/** Given each run in order: where it starts and ends, and whether it is of Han characters that have numbers. */
export type RunVisitor = (start: number, end: number, isHan: boolean) => void

/** Walks the runs of folded code units between two places. */
export const visitRuns = (units: Readonly<Uint16Array>, visit: RunVisitor, from = 0, to = units.length): void => {
  let start = from
  let open = divider
  for (let at = from; at < to;) {
    const fast = kinds[units[at] ?? 0] ?? divider
    const { kind, width } = fast === highSurrogate ? kindAt(units, at) : { kind: fast, width: 1 }
    if (kind !== open || kind === rareHan) {
      if (open !== divider) visit(start, at, open === han)
      start = at
      open = kind
    }
    at += width
  }
  if (open !== divider) visit(start, to, open === han)
}
