/**
 * The names of documents (titles and tags), searched by what they sound like: where two units begin as what was typed may, the syllables
 * are compared.
 */
import type { Range } from '#shared/text/excerpt'
import { beginningsOf, rowsOf } from './soundBeginnings'
import { fullnessShare, nameFields, worthOf, type NameField, type Sounding } from './soundWorth'
import { initialCodes, isInside, isSyllable, silent, soundUnits } from './soundUnits'
import { readTyped, type TypedSound, type TypedWay } from './typedSound'

export interface SoundName { document: number; field: NameField; text: string }

/** `units`: what each name sounds like (`soundUnits`), a silent unit behind each. */
export interface SoundNames extends Sounding {
  /** The document of each name. */
  documents: Uint32Array
  /** Above the number of every document. */
  documentCount: number
}

/** Documents in order of their numbers, and how well each matches, above 0 and up to 1. */
export interface SoundMatches { documents: Uint32Array; weights: Float32Array }

/** Names of which only the sounds and whose they are is known. */
export const assembleNames = (names: Omit<SoundNames, 'documentCount'>): SoundNames => {
  let documentCount = 0
  for (const document of names.documents) documentCount = Math.max(documentCount, document + 1)
  return { ...names, documentCount }
}

/** Names without a syllable sound like nothing that is typed, and are left out. */
export const makeSoundNames = (names: Iterable<SoundName>): SoundNames => {
  const units: number[] = []
  const starts = [0]
  const documents: number[] = []
  const own: number[] = []
  for (const { document, field, text } of names) {
    const { units: sounding } = soundUnits(text)
    if (!sounding.some(isSyllable)) continue
    for (const unit of sounding) units.push(unit)
    units.push(silent)
    starts.push(units.length)
    documents.push(document)
    own.push(nameFields.indexOf(field))
  }
  return assembleNames({
    units: Uint16Array.from(units), starts: Uint32Array.from(starts), documents: Uint32Array.from(documents), fields: Uint8Array.from(own),
  })
}

/** Whether a syllable is among so many units: Latin letters alone are nothing that sounds. */
const hasSyllable = (units: Uint16Array, at: number, length: number): boolean => {
  for (let place = at; place < at + length; place += 1) if (isSyllable(units[place] ?? 0)) return true
  return false
}

const isWay = ({ units: allowed }: TypedWay, units: Uint16Array, at: number): boolean => {
  for (let place = 0; place < allowed.length; place += 1) {
    const own = allowed[place]
    if (own && own[units[at + place] ?? 0] !== 1) return false
  }
  return true
}

/** How much of the units from a place is typed out, between 0 and 1, -1 where they are others. `known`: of how many the letters are known to be those typed. */
const fullnessAt = ({ units }: SoundNames, at: number, { initials, ways }: TypedSound, known: number): number => {
  for (let place = known; place < initials.length; place += 1) if (initialCodes[units[at + place] ?? 0] !== initials.charCodeAt(place)) return -1
  if (isInside(units[at] ?? 0) || !hasSyllable(units, at, initials.length)) return -1
  for (const way of ways) if (isWay(way, units, at)) return way.fullness
  return -1
}

/** The documents that have a weight. */
const collect = (weights: Float32Array): SoundMatches => {
  const documents = new Uint32Array(weights.length)
  let count = 0
  for (let document = 0; document < weights.length; document += 1) {
    const weight = weights[document] ?? 0
    if (weight === 0) continue
    documents[count] = document
    weights[count] = weight
    count += 1
  }
  return { documents: documents.subarray(0, count), weights: weights.subarray(0, count) }
}

/** `letters`: folded Latin letters and digits as they were typed, without spaces. */
export const findBySound = (names: SoundNames, letters: string): SoundMatches => {
  const weights = new Float32Array(names.documentCount)
  const beginnings = beginningsOf(names)
  const note = (name: number, weight: number): void => {
    const document = names.documents[name] ?? 0
    if (weight > (weights[document] ?? 0)) weights[document] = weight
  }
  for (const typed of readTyped(letters)) {
    const { initials: { length }, ways } = typed
    for (const { unit, first, end } of rowsOf(beginnings, typed)) {
      if (length === 1) {
        const way = ways.find(({ units: [own] }) => own === undefined || own[unit] === 1)
        const share = way && isSyllable(unit) ? fullnessShare(way.fullness) / 255 : 0
        for (let place = first; place < end; place += 1) note(beginnings.names[place] ?? 0, (beginnings.worth[place] ?? 0) * share)
        continue
      }
      for (let place = first; place < end; place += 1) {
        const at = beginnings.places[place] ?? 0
        const fullness = fullnessAt(names, at, typed, 2)
        if (fullness < 0) continue
        const name = beginnings.names[place] ?? 0
        note(name, worthOf(names, name, at, length) * fullnessShare(fullness))
      }
    }
  }
  return collect(weights)
}

/** Where a name sounds most like these letters, to be marked; nothing if it does not. */
export const soundMarks = (text: string, letters: string): Range[] => {
  const { places } = soundUnits(text)
  const names = makeSoundNames([{ document: 0, field: 'title', text }])
  const matches = Array.from(names.units, (_, at) => readTyped(letters).flatMap((typed) => {
    const { length } = typed.initials
    const fullness = fullnessAt(names, at, typed, 0)
    return fullness < 0 ? [] : [{ at, length, weight: worthOf(names, 0, at, length) * fullnessShare(fullness) }]
  })).flat()
  const [best] = matches.sort((a, b) => b.weight - a.weight)
  return best ? [[places[best.at] ?? 0, (places[best.at + best.length - 1] ?? 0) + 1]] : []
}
