/** The records at the end of a zip, which say where its directory lies. A library that looks for them forgives more than we may. */
import { commentLength, damaged } from './format'
import { readBytes, type PackageFile } from './packageFile'

/** Of the end record without its comment (APPNOTE.TXT 4.3.16). */
export const endLength = 22
export const endSignature = Buffer.from('PK\x05\x06', 'latin1')

const locatorLength = 20
const zip64EndLength = 56

/** Where the directory begins and ends, in bytes of the file, and how many entries it has. */
export interface ZipEnd { start: number; end: number; entries: number }

interface Fields { entriesHere: number; entries: number; size: number; offset: number }

const readZip64 = (record: Buffer): Fields | undefined => {
  const isOurs = record.readUInt32LE(0) === 0x06064b50 && record.readBigUInt64LE(4) === BigInt(zip64EndLength - 12) && record.readBigUInt64LE(16) === 0n
  const [entriesHere, entries, size, offset] = [24, 32, 40, 48].map((at) => Number(record.readBigUInt64LE(at)))
  return isOurs && entriesHere !== undefined && entries !== undefined && size !== undefined && offset !== undefined
    ? { entriesHere, entries, size, offset } : undefined
}

/** A number of the end record is that of the zip64 record, or full, which refers to it. */
const agrees = (plain: number, full: number, real: number): boolean => plain === real || plain === full

/** Throws `bad_structure` unless directory, end records and the seal's comment follow on one another to the last byte. */
export const readZipEnd = async (file: PackageFile): Promise<ZipEnd> => {
  const bad = damaged(file.path, 'bad_structure')
  const at = file.size - commentLength - endLength
  const end = await readBytes(file, at, endLength)
  if (!end.subarray(0, 4).equals(endSignature) || end.readUInt32LE(4) !== 0 || end.readUInt16LE(20) !== commentLength) throw bad
  const plain: Fields = { entriesHere: end.readUInt16LE(8), entries: end.readUInt16LE(10), size: end.readUInt32LE(12), offset: end.readUInt32LE(16) }

  const locator = at >= locatorLength + zip64EndLength ? await readBytes(file, at - locatorLength, locatorLength) : Buffer.alloc(locatorLength)
  const isZip64 = locator.readUInt32LE(0) === 0x07064b50
  const directoryEnd = isZip64 ? at - locatorLength - zip64EndLength : at
  const zip64 = isZip64 ? readZip64(await readBytes(file, directoryEnd, zip64EndLength)) : undefined
  if (isZip64) {
    if (!zip64 || locator.readUInt32LE(4) !== 0 || locator.readBigUInt64LE(8) !== BigInt(directoryEnd) || locator.readUInt32LE(16) !== 1) throw bad
    const same = agrees(plain.entriesHere, 0xffff, zip64.entriesHere) && agrees(plain.entries, 0xffff, zip64.entries)
      && agrees(plain.size, 0xffffffff, zip64.size) && agrees(plain.offset, 0xffffffff, zip64.offset)
    if (!same) throw bad
  }
  const { entriesHere, entries, size, offset } = zip64 ?? plain
  if (entriesHere !== entries || offset + size !== directoryEnd) throw bad
  return { start: offset, end: directoryEnd, entries }
}
