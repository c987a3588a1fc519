/**
 * Many arrays in one run of bytes, so that they can lie over a file as it is: a 4-byte length, a JSON directory of so many bytes, then the
 * arrays, each at a multiple of 8 from the beginning. Little-endian, as every machine is that this runs on.
 */
import { z } from 'zod'

const Kind = z.enum(['u8', 'u32', 'f64'])
type Kind = z.infer<typeof Kind>
export type Column = Uint8Array | Uint32Array | Float64Array

const Directory = z.record(z.string(), z.object({ kind: Kind, offset: z.int().min(0), length: z.int().min(0) }))
type Directory = z.infer<typeof Directory>

const alignment = 8
const aligned = (offset: number): number => Math.ceil(offset / alignment) * alignment

const kindOf = (column: Column): Kind => (column instanceof Uint32Array ? 'u32' : column instanceof Float64Array ? 'f64' : 'u8')

/** Room for the directory is left before its offsets are known: they have at most this many digits more than none. */
const layOut = (columns: ReadonlyMap<string, Column>, start: number): { directory: Directory; size: number } => {
  const directory: Directory = {}
  let offset = start
  for (const [name, column] of columns) {
    directory[name] = { kind: kindOf(column), offset, length: column.length }
    offset = aligned(offset + column.byteLength)
  }
  return { directory, size: offset }
}

export const packColumns = (columns: ReadonlyMap<string, Column>): Uint8Array<ArrayBuffer> => {
  const encode = (directory: Directory): Uint8Array => new TextEncoder().encode(JSON.stringify(directory))
  // Offsets grow with the directory that says them: laid out for more room than it needs.
  const room = aligned(4 + encode(layOut(columns, 1e12).directory).length)
  const { directory, size } = layOut(columns, room)
  const bytes = new Uint8Array(size)
  const head = encode(directory)
  new DataView(bytes.buffer).setUint32(0, head.length, true)
  bytes.set(head, 4)
  for (const [name, column] of columns) bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), directory[name]?.offset)
  return bytes
}

export interface Columns {
  u8: (name: string) => Uint8Array
  u32: (name: string) => Uint32Array
  f64: (name: string) => Float64Array
}

/** Lays the arrays over the bytes, which begin at a multiple of 8 of their buffer. Throws where they are not what was packed. */
export const readColumns = (bytes: Uint8Array<ArrayBuffer>): Columns => {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true)
  const directory = Directory.parse(JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))))
  const place = (name: string, kind: Kind) => {
    const entry = directory[name]
    if (entry?.kind !== kind) throw new Error(`no ${kind} column ${name}`)
    return { at: bytes.byteOffset + entry.offset, length: entry.length }
  }
  return {
    u8: (name) => { const { at, length: count } = place(name, 'u8'); return new Uint8Array(bytes.buffer, at, count) },
    u32: (name) => { const { at, length: count } = place(name, 'u32'); return new Uint32Array(bytes.buffer, at, count) },
    f64: (name) => { const { at, length: count } = place(name, 'f64'); return new Float64Array(bytes.buffer, at, count) },
  }
}

/** Strings as one column, and back. Whatever is in them stays: JSON escapes half of a pair as well. */
export const packStrings = (strings: readonly string[]): Uint8Array => new TextEncoder().encode(JSON.stringify(strings))

const isStrings = (value: unknown): value is string[] => Array.isArray(value) && value.every((each) => typeof each === 'string')

/** By hand: zod takes several times as long, and an index has hundreds of thousands. */
export const readStrings = (bytes: Uint8Array): string[] => {
  const strings: unknown = JSON.parse(new TextDecoder().decode(bytes))
  if (!isStrings(strings)) throw new Error('strings are not what was written')
  return strings
}
