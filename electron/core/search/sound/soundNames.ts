/**
 * The names of documents (titles and tags), searched by what they sound like: where two units begin as what was typed may, the syllables
 * are compared.
 */
import type { Range } from '#shared/text/excerpt'
import { beginningsOf, placesOf } from './soundBeginnings'
import { initialCodes, isInside, isSyllable, silent, soundUnits } from './soundUnits'
import { readTyped, type TypedSound, type TypedWay } from './typedSound'

const fields = ['title', 'tags'] as const
export type NameField = (typeof fields)[number]

export interface SoundName { document: number; field: NameField; text: string }

export interface SoundNames {
  /** What each name sounds like (`soundUnits`), one after the other, a silent unit behind each. */
  units: Uint16Array
  /** Where each name begins in them, and at last where they end. */
  starts: Uint32Array
  /** Of each name: its document, and its field as a place in the list of them. */
  documents: Uint32Array
  fields: Uint8Array
  /** Above the number of every document. */
  documentCount: number
}

/** Documents in order of their numbers, and how well each matches, above 0 and up to 1. */
export interface SoundMatches { documents: Uint32Array; weights: Float32Array }

/** A tag that is typed whole comes after every title that it stands in. */
const fieldWeights = [1, 0.5]

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
    own.push(fields.indexOf(field))
  }
  return assembleNames({
    units: Uint16Array.from(units), starts: Uint32Array.from(starts), documents: Uint32Array.from(documents), fields: Uint8Array.from(own),
  })
}

/** Which name stands at a place. Places are mostly asked for in order: `last` is the name of the one before. */
const nameAt = (starts: Uint32Array, at: number, last: number): number => {
  let name = at < (starts[last] ?? 0) ? 0 : last
  while ((starts[name + 1] ?? Infinity) <= at) name += 1
  return name
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

/** How much of the units from a place is typed out, between 0 and 1, -1 where they are others. */
const fullnessAt = ({ units }: SoundNames, at: number, { initials, ways }: TypedSound): number => {
  for (let place = 0; place < initials.length; place += 1) if (initialCodes[units[at + place] ?? 0] !== initials.charCodeAt(place)) return -1
  if (isInside(units[at] ?? 0) || !hasSyllable(units, at, initials.length)) return -1
  for (const way of ways) if (isWay(way, units, at)) return way.fullness
  return -1
}

/** Best is the whole name, then its beginning, then what stands inside; of each, more of the name and more of its syllables. */
const weigh = (names: SoundNames, name: number, at: number, length: number, fullness: number): number => {
  const start = names.starts[name] ?? 0
  const covered = length / Math.max(1, (names.starts[name + 1] ?? 0) - 1 - start)
  const placed = covered === 1 ? 1 : (at === start ? 0.7 : 0.5) + 0.2 * covered
  return placed * (0.8 + 0.2 * fullness) * (fieldWeights[names.fields[name] ?? 0] ?? 0)
}

/** The documents that have a weight. */
const collect = (weights: Float32Array): SoundMatches => {
  let count = 0
  for (const weight of weights) if (weight > 0) count += 1
  const found = { documents: new Uint32Array(count), weights: new Float32Array(count) }
  let next = 0
  for (let document = 0; next < count; document += 1) {
    const weight = weights[document] ?? 0
    if (weight === 0) continue
    found.documents[next] = document
    found.weights[next] = weight
    next += 1
  }
  return found
}

/** `letters`: folded Latin letters and digits as they were typed, without spaces. */
export const findBySound = (names: SoundNames, letters: string): SoundMatches => {
  const weights = new Float32Array(names.documentCount)
  const beginnings = beginningsOf(names)
  for (const typed of readTyped(letters)) {
    const { length } = typed.initials
    const places = placesOf(beginnings, typed.initials)
    let name = 0
    for (const at of places) {
      const fullness = fullnessAt(names, at, typed)
      if (fullness < 0) continue
      name = nameAt(names.starts, at, name)
      const weight = weigh(names, name, at, length, fullness)
      const document = names.documents[name] ?? 0
      if (weight > (weights[document] ?? 0)) weights[document] = weight
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
    const fullness = fullnessAt(names, at, typed)
    return fullness < 0 ? [] : [{ at, length, weight: weigh(names, 0, at, length, fullness) }]
  })).flat()
  const [best] = matches.sort((a, b) => b.weight - a.weight)
  return best ? [[places[best.at] ?? 0, (places[best.at + best.length - 1] ?? 0) + 1]] : []
}
