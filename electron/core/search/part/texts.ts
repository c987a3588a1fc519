/**
 * The texts of a part's documents, each a run of bytes: how many code units it has (4 bytes), the text in UTF-16 as JavaScript has it, so
 * that it is read without decoding, and where its pieces stand as JSON in UTF-8, filled up to a multiple of 4. Little-endian.
 */
import { fields, type Field } from '../postings/fields'
import type { Span } from '../postings/segmentBuilder'
import type { PiecePlace, SearchPiece } from './searchDocument'

/** How long each piece is in code units, its field, and its place. */
type StoredPiece = [length: number, field: Field, place: PiecePlace]

const fieldNames: ReadonlySet<unknown> = new Set(fields)
const isTextOrNone = (value: unknown): boolean => value === undefined || typeof value === 'string'
const isPlace = (value: unknown): value is PiecePlace => typeof value === 'object' && value !== null
  && (!('page' in value) || Number.isInteger(value.page))
  && (!('blockId' in value) || isTextOrNone(value.blockId)) && (!('sectionId' in value) || isTextOrNone(value.sectionId))
  && (!('sectionTitle' in value) || isTextOrNone(value.sectionTitle))
const isPiece = (value: unknown): value is StoredPiece => {
  if (!Array.isArray(value) || value.length !== 3) return false
  const all: readonly unknown[] = value
  const [length, field, place] = all
  return Number.isInteger(length) && fieldNames.has(field) && isPlace(place)
}

/** By hand: zod takes several times as long, and twenty documents are read for each key that somebody types. */
const parsePieces = (json: string): StoredPiece[] => {
  const value: unknown = JSON.parse(json)
  if (!Array.isArray(value) || !value.every(isPiece)) throw new Error('pieces of a text are not what was written')
  return value
}

const utf8 = new TextDecoder()

/** A piece of a document's text by its place in it, in code units. */
export interface PlacedPiece extends PiecePlace { field: Field; start: number; end: number }

/** Stands between pieces, and in none of them. */
const pieceDivider = '\n'

export interface PartTexts {
  /** The bytes of one document's text, good until the next are asked for. Throws where they can't be read. */
  bytes: (document: number) => Uint8Array
  close: () => void
}

/** The pieces joined, and where each of them stands. What would divide them within one becomes a space. */
const joinPieces = (pieces: readonly SearchPiece[]): { text: string; spans: Span[] } => {
  let end = -1
  const spans = pieces.map(({ text, field }): Span => {
    const start = end + 1
    end = start + text.length
    return { field, start, end }
  })
  return { text: pieces.map(({ text }) => text.replaceAll(pieceDivider, ' ')).join(pieceDivider), spans }
}

export interface WrittenText { bytes: Uint8Array; units: Uint16Array; spans: Span[] }

export const writeText = (pieces: readonly SearchPiece[]): WrittenText => {
  const { text, spans } = joinPieces(pieces)
  const stored: StoredPiece[] = pieces.map(({ text: { length }, field, ...place }) => [length, field, place])
  const json = new TextEncoder().encode(JSON.stringify(stored))
  const head = 4 + 2 * text.length
  const buffer = new ArrayBuffer(Math.ceil((head + json.length) / 4) * 4)
  const bytes = new Uint8Array(buffer).fill(0x20)
  new DataView(buffer).setUint32(0, text.length, true)
  const units = new Uint16Array(buffer, 4, text.length)
  for (let at = 0; at < text.length; at += 1) units[at] = text.charCodeAt(at)
  bytes.set(json, head)
  return { bytes, units, spans }
}

/** The code units of a text, as it was given. `bytes` begin at a multiple of 2 of their buffer. */
export const unitsOf = (bytes: Uint8Array): Uint16Array => {
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true)
  return new Uint16Array(bytes.buffer, bytes.byteOffset + 4, length)
}

/** The pieces of a text in order. Throws where they are not what was written. */
export const piecesOf = (bytes: Uint8Array): PlacedPiece[] => {
  const head = 4 + 2 * unitsOf(bytes).length
  let end = -1
  return parsePieces(utf8.decode(bytes.subarray(head))).map(([length, field, { blockId, sectionId, sectionTitle, page }]) => {
    const start = end + 1
    end = start + length
    return { field, start, end, blockId, sectionId, sectionTitle, page }
  })
}

/** Texts that are held in memory. */
export const memoryTexts = (all: readonly Uint8Array[]): PartTexts => ({
  bytes: (document) => {
    const bytes = all[document]
    if (!bytes) throw new Error(`no text ${document} of ${all.length}`)
    return bytes
  },
  close: () => undefined,
})
