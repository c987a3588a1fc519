/**
 * What a text sounds like, a unit for each character that has a sound: its syllable, read as the word that it stands in is read (重庆 is
 * chongqing), or a Latin letter or digit as it is. Spaces and signs have none.
 */
import { pinyin } from 'pinyin-pro'
import { foldUnits, unitsToText } from '#shared/text/fold'
import { hanNumber, visitRuns } from '#shared/text/runs'
import { readingsOf, syllableOf } from './sounds'
import { syllables } from './syllables'

/** Numbers of syllables as they are; Latin letters and digits by their codes above these. */
const latinStart = 512
/** Units below begin a run of letters, or are no letters. */
export const latinNext = 1024
const unitCount = 2048
/** What is a letter or a character of which the sound is not known. */
export const silent = 0

export const isSyllable = (unit: number): boolean => unit > silent && unit < latinStart
/** A letter or digit inside of a run of them. */
export const isInside = (unit: number): boolean => unit >= latinNext

/** Which syllables may stand at a place, 1 for each by its number. */
export type Allowed = Readonly<Uint8Array>
export const allowing = (numbers: readonly number[]): Allowed => {
  const allowed = new Uint8Array(latinStart)
  for (const number of numbers) allowed[number] = 1
  return allowed
}

const asciiEnd = 0x80
const lineEnd = 10

/** The code of the letter that each unit begins with; a line end for a silent one. */
export const initialCodes: Readonly<Uint8Array> = Uint8Array.from({ length: unitCount }, (_, unit) => {
  if (unit >= latinStart) return unit % latinStart < asciiEnd ? unit % latinStart : lineEnd
  const letters = syllables[unit] ?? ''
  return letters === '' ? lineEnd : letters.charCodeAt(0)
})

const byInitial: readonly (readonly number[])[] = Array.from({ length: asciiEnd }, (_, code) =>
  Array.from({ length: latinNext - 1 }, (__, unit) => unit + 1).filter((unit) => initialCodes[unit] === code))

/** The units that begin with a letter, by its code, and stand inside of no run. */
export const beginningUnits = (code: number): readonly number[] => byInitial[code] ?? []

/** A unit's letters. */
export const unitLetters = (unit: number): string =>
  isSyllable(unit) ? syllables[unit] ?? '' : unit === silent ? '' : String.fromCharCode(initialCodes[unit] ?? 0)

export interface SoundUnits {
  units: number[]
  /** Where in the text each unit stands. */
  places: number[]
}

/** The fastest of pinyin-pro's ways to find words; tones, which it would change for 一 and 不, are not wanted. */
const reading = { type: 'array', toneSandhi: false, segmentit: 1 } as const

/** The syllables of a run of Han characters. */
const readHan = (run: Uint16Array): number[] => {
  const readings = Array.from(run, (code) => readingsOf(hanNumber(code)))
  const isAmbiguous = run.length > 1 && readings.some((each) => each.length > 1)
  return isAmbiguous ? pinyin(unitsToText(run), reading).map(syllableOf) : readings.map(([first = silent]) => first)
}

const latinUnit = (code: number, isFirst: boolean): number => (code < asciiEnd ? code + (isFirst ? latinStart : latinNext) : silent)

export const soundUnits = (text: string): SoundUnits => {
  const folded = foldUnits(text)
  const units: number[] = []
  const places: number[] = []
  visitRuns(folded, (start, end, isHan) => {
    const run = folded.subarray(start, end)
    const own = isHan ? readHan(run) : Array.from(run, (code, place) => latinUnit(code, place === 0))
    own.forEach((unit, place) => {
      units.push(unit)
      places.push(start + place)
    })
  })
  return { units, places }
}
