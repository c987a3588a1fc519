/**
 * How Han characters sound, tones left out, and which characters sound so. Characters are named by their numbers (`hanNumber`), syllables
 * by theirs. Read from pinyin-pro's dictionary when first asked for, which takes about a tenth of a second.
 */
import { polyphonic } from 'pinyin-pro'
import { hanCount, hanNumber, hanOf } from '#shared/text/runs'
import { syllableNumber, syllables } from './syllables'

interface Sounds {
  /** By character, the commonest reading first. */
  readings: readonly (readonly number[])[]
  /** By syllable, the commonest character first. */
  characters: readonly (readonly number[])[]
}

const none: readonly number[] = []

const tone = /[\u0300\u0301\u0304\u030c]/g
const known = new Map<string, number>()

/** The syllable of a reading as dictionaries print it, such as `lǜ`; 0 for what is none. */
export const syllableOf = (printed: string): number => {
  const before = known.get(printed)
  if (before !== undefined) return before
  const number = syllableNumber(printed.normalize('NFD').replace(tone, '').replace('u\u0308', 'v'))
  known.set(printed, number)
  return number
}

const single = syllables.map((_, number): readonly number[] => [number])

/** Readings that differ in tone only are one. */
const syllablesOf = (printed: readonly string[]): readonly number[] => {
  const numbers: number[] = []
  for (const each of printed) {
    const number = syllableOf(each)
    if (number > 0 && !numbers.includes(number)) numbers.push(number)
  }
  return numbers.length === 1 ? single[numbers[0] ?? 0] ?? none : numbers
}

/** The dictionary has none of extension A. */
const unread = /^[\u3400-\u4dbf]*$/
/** Characters asked for at once: what the dictionary makes of them is thrown away before it has cost much. */
const slice = 512

const readAll = (): (readonly number[])[] => {
  const readings = Array.from({ length: hanCount }, () => none)
  for (let from = 0; from < hanCount; from += slice) {
    const characters = Array.from({ length: Math.min(slice, hanCount - from) }, (_, place) => hanOf(from + place)).join('')
    if (unread.test(characters)) continue
    polyphonic(characters, { type: 'array' }).forEach((printed, place) => { readings[from + place] = syllablesOf(printed) })
  }
  return readings
}

/** The 3,755 characters of everyday use: level 1 of GB 2312, rows 16 to 55. */
const makeEveryday = (): ReadonlySet<number> => {
  const bytes: number[] = []
  for (let row = 0xb0; row <= 0xd7; row += 1) {
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell += 1) bytes.push(row, cell)
  }
  const text = new TextDecoder('gb18030').decode(Uint8Array.from(bytes))
  return new Set(Array.from(text, (character) => hanNumber(character.charCodeAt(0))))
}

const makeSounds = (): Sounds => {
  const readings = readAll()
  const everyday = makeEveryday()
  const characters = Array.from(syllables, (): number[] => [])
  for (const isEveryday of [true, false]) {
    const asked = readings.flatMap((own, han) => (own.length > 0 && everyday.has(han) === isEveryday ? [han] : []))
    for (const han of asked) characters[readings[han]?.[0] ?? 0]?.push(han)
    for (const han of asked) readings[han]?.slice(1).forEach((syllable) => characters[syllable]?.push(han))
  }
  return { readings, characters }
}

let made: Sounds | undefined
const sounds = (): Sounds => (made ??= makeSounds())

/** The syllables that a character may be read as, the commonest first; none for what the dictionary does not know. */
export const readingsOf = (han: number): readonly number[] => sounds().readings[han] ?? none

/** The characters that may be read so: those of everyday use first, of each those that are mostly read so. */
export const charactersOf = (syllable: number): readonly number[] => sounds().characters[syllable] ?? none

/** The other characters that may sound the same, as `charactersOf` orders them, the commonest reading first. */
export const soundsAlike = (han: number): readonly number[] =>
  [...new Set(readingsOf(han).flatMap(charactersOf))].filter((other) => other !== han)
