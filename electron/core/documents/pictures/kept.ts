/** What is kept of a picture's file, piece by piece, and what kinds of things are not. */

/** What is noted in a picture beside its pixels. `other` is what no reader of pictures needs, whatever it is. */
export type Noted = 'exif' | 'xmp' | 'iptc' | 'comment' | 'text' | 'time' | 'thumbnail' | 'trailer' | 'other'

export interface Kept { pieces: Uint8Array[]; removed: Set<Noted> }

export const nothingKept = (): Kept => ({ pieces: [], removed: new Set() })

/** A piece of a file. Throws RangeError where the file breaks off before its end. */
export const cut = (bytes: Uint8Array, start: number, end: number): Uint8Array => {
  if (start < 0 || end < start || end > bytes.length) throw new RangeError('a picture that breaks off')
  return bytes.subarray(start, end)
}

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

export const ascii = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

export const startsWith = (bytes: Uint8Array, begin: string): boolean => ascii(bytes.subarray(0, begin.length)) === begin

export const isSameBytes = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0
