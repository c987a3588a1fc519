/** A part as the index holds it: with which of its documents were removed, and how often each of its terms went with them. */
import { foldedUnits, foldTable } from '#shared/text/fold'
import { unitsOf, piecesOf } from '../part/texts'
import type { Part } from '../part/part'
import { findPair, findWord, type PlaceRange } from '../postings/segment'
import { visitTerms } from '../postings/segmentBuilder'
import { Recent } from '../recent'

export interface HeldPart extends Part {
  /** 1 for each document that was removed. */
  removed: Uint8Array
  removedCount: number
  /** For each term, by its place: how many of the documents that hold it were removed. Empty while none was. */
  removedAt: Uint32Array
  /** Under which name it is kept on disk; undefined for one that is in memory only. */
  stored: string | undefined
  /** Whether anything was removed that is not kept on disk yet. */
  isChanged: boolean
  /** Tells it from all other parts. */
  number: number
}

let parts = 0

export const holdPart = (part: Part, stored?: string): HeldPart => {
  parts += 1
  return { ...part, removed: new Uint8Array(part.segment.documentCount), removedCount: 0, removedAt: new Uint32Array(0), stored, isChanged: false, number: parts }
}

export const liveCount = ({ segment, removedCount }: HeldPart): number => segment.documentCount - removedCount

/** The places of the terms of a document, each once. */
const placesOf = ({ segment, texts }: Part, document: number): Set<number> => {
  const places = new Set<number>()
  const note = ({ first, end }: PlaceRange): void => { if (end > first) places.add(first) }
  const bytes = texts.bytes(document)
  const units = foldedUnits(unitsOf(bytes))
  for (const span of piecesOf(bytes)) visitTerms(units, span, (pair) => { note(findPair(segment, pair)) }, (word) => { note(findWord(segment, word)) })
  return places
}

/** Removes a document: it is found no more, and no longer counts for how rare its terms are. Answers with the places of these. */
export const removeDocument = (part: HeldPart, document: number): Iterable<number> => {
  if (part.removed[document] === 1) return []
  if (part.removedAt.length === 0) part.removedAt = new Uint32Array(part.segment.starts.length)
  const places = placesOf(part, document)
  for (const place of places) part.removedAt[place] = (part.removedAt[place] ?? 0) + 1
  part.removed[document] = 1
  part.removedCount += 1
  part.isChanged = true
  return places
}

/** Makes text of code units four times as fast as String does; half of a pair that stands alone becomes another character, which nobody looks for. */
const decoder = new TextDecoder('utf-16le', { ignoreBOM: true })

let room = new Uint16Array(0)

/** Code units folded, good until the next are. */
const foldInPlace = (units: Readonly<Uint16Array>): Uint16Array => {
  if (room.length < units.length) room = new Uint16Array(units.length * 2)
  for (let at = 0; at < units.length; at += 1) room[at] = foldTable[units[at] ?? 0] ?? 0
  return room.subarray(0, units.length)
}

/** In code units, of all parts together. */
const mostRecent = 3 << 20
const recent = new Recent<number, string>(mostRecent)
/** A part has fewer documents. */
const mostDocuments = 2 ** 32

/** The folded text of a document, offsets as in the text itself. */
export const foldedText = ({ texts, number }: HeldPart, document: number): string => {
  const key = number * mostDocuments + document
  const known = recent.get(key)
  if (known !== undefined) return known
  const text = decoder.decode(foldInPlace(unitsOf(texts.bytes(document))))
  recent.keep(key, text, text.length)
  return text
}
