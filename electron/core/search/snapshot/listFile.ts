/**
 * The lists of a segment in a file, read a term at a time: at 100,000 records they are nine tenths of an index, of which a search needs
 * little. The system keeps in memory what is read often.
 */
import { closeSync, fstatSync, openSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import type { Lists } from '../postings/segment'
import { Recent } from '../recent'
import { readFully, SnapshotDamaged } from './files'

/** A search that comes meanwhile waits for so much, a millisecond or two. */
const checkedAtOnce = 1 << 20
/** Lists that are looked at together mostly stand together: so much is read at once, which takes hardly longer than reading little. */
const readAtOnce = 1 << 12
/** Files are told apart by their numbers, and are smaller than this. */
const largestFile = 2 ** 33
const mostRecent = 6 << 20

/** What was read, by file and place, of all files together. */
const recent = new Recent<number, Uint8Array<ArrayBuffer>>(mostRecent)
let files = 0

/** Memory for what is read is taken from pieces of this size: thousands of small ones would each have to be cleared away. */
const slabSize = 1 << 18
let slab = new Uint8Array(0)

const roomFor = (size: number): Uint8Array<ArrayBuffer> => {
  if (size > slabSize / 4) return new Uint8Array(size)
  if (size > slab.length) slab = new Uint8Array(slabSize)
  const room = slab.subarray(0, size)
  slab = slab.subarray(size)
  return room
}

/** Opens a file that is `length` bytes long and has a checksum, which `check` compares. Throws where it can't be read or is of another length. */
export const openListFile = (path: string, length: number, checksum: number): Lists => {
  const file = openSync(path, 'r')
  if (fstatSync(file).size !== length) {
    closeSync(file)
    throw new SnapshotDamaged(`${path} is not ${length} bytes long`)
  }
  let isClosed = false
  files += 1
  const number = files
  let window = { from: 0, bytes: new Uint8Array(0) }
  const read = (start: number, end: number): Uint8Array<ArrayBuffer> => {
    const bytes = roomFor(Math.min(length - start, Math.max(end - start, readAtOnce)))
    readFully(file, path, bytes, start)
    recent.keep(number * largestFile + start, bytes, bytes.length)
    return bytes
  }
  function* check(): Generator<undefined, void> {
    const bytes = new Uint8Array(Math.min(length, checkedAtOnce))
    let own = 0
    for (let at = 0; at < length && !isClosed; at += checkedAtOnce) {
      const next = bytes.subarray(0, Math.min(checkedAtOnce, length - at))
      readFully(file, path, next, at)
      own = crc32(next, own)
      yield
    }
    if (!isClosed && own !== checksum) throw new SnapshotDamaged(`${path} is not what was written`)
  }
  return {
    length,
    bytes: (start, end) => {
      if (start < window.from || end > window.from + window.bytes.length) {
        const known = recent.get(number * largestFile + start)
        window = { from: start, bytes: known && known.length >= end - start ? known : read(start, end) }
      }
      return window.bytes.subarray(start - window.from, end - window.from)
    },
    check,
    close: () => {
      isClosed = true
      closeSync(file)
    },
  }
}
