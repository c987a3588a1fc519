/**
 * The lists of a segment in a file, read a term at a time: at 100,000 records they are nine tenths of an index, of which a search needs
 * little. The system keeps in memory what is read often.
 */
import { closeSync, fstatSync, openSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import type { Lists } from '../postings/segment'
import { Recent } from '../recent'
import { readFully, SnapshotDamaged } from './files'

const checkedAtOnce = 1 << 20
/** Lists that are looked at together mostly stand together: so much is read at once, which takes hardly longer than reading little. */
const readAtOnce = 1 << 12
/** Files are told apart by their numbers, and are smaller than this. */
const largestFile = 2 ** 33
const mostRecent = 6 << 20

/** What was read, by file and place, of all files together. */
const recent = new Recent<number, Uint8Array<ArrayBuffer>>(mostRecent)
let files = 0

const checked = new Uint8Array(checkedAtOnce)

const checksumOf = (file: number, path: string, size: number): number => {
  let checksum = 0
  for (let at = 0; at < size; at += checkedAtOnce) {
    const bytes = checked.subarray(0, Math.min(checkedAtOnce, size - at))
    readFully(file, path, bytes, at)
    checksum = crc32(bytes, checksum)
  }
  return checksum
}

/** Throws where the file can't be read or has another checksum. */
export const openListFile = (path: string, checksum: number): Lists => {
  const file = openSync(path, 'r')
  const { size } = fstatSync(file)
  try {
    if (checksumOf(file, path, size) !== checksum) throw new SnapshotDamaged(`${path} is not what was written`)
  } catch (error) {
    closeSync(file)
    throw error
  }
  files += 1
  const number = files
  let window = { from: 0, bytes: new Uint8Array(0) }
  const read = (start: number, end: number): Uint8Array<ArrayBuffer> => {
    const bytes = new Uint8Array(Math.min(size - start, Math.max(end - start, readAtOnce)))
    readFully(file, path, bytes, start)
    recent.keep(number * largestFile + start, bytes, bytes.length)
    return bytes
  }
  return {
    length: size,
    bytes: (start, end) => {
      if (start < window.from || end > window.from + window.bytes.length) {
        const known = recent.get(number * largestFile + start)
        window = { from: start, bytes: known && known.length >= end - start ? known : read(start, end) }
      }
      return window.bytes.subarray(start - window.from, end - window.from)
    },
    close: () => { closeSync(file) },
  }
}
