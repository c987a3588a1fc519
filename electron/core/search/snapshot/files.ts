/** Files of a snapshot, whole or not at all: synced before anybody refers to them, and checked against their checksum when read. */
import { closeSync, fsyncSync, openSync, readSync, fstatSync, rmSync, writeSync } from 'node:fs'
import { crc32 } from 'node:zlib'

/** A file of a snapshot is not what was written: all of it is to be made again. */
export class SnapshotDamaged extends Error {}

/** Writes a new file; answers with its checksum. */
export const writeWhole = (path: string, bytes: Uint8Array): number => {
  const file = openSync(path, 'wx')
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  return crc32(bytes)
}

/** Fills `bytes` from a place in a file on. Throws where it ends before. */
export const readFully = (file: number, path: string, bytes: Uint8Array, from: number): void => {
  for (let at = 0; at < bytes.length;) {
    const count = readSync(file, bytes, at, bytes.length - at, from + at)
    if (count === 0) throw new SnapshotDamaged(`${path} ends before ${from + bytes.length} bytes`)
    at += count
  }
}

/** What was just read is checked before it leaves the processor's own memory. */
const checkedAtOnce = 1 << 16

/** Reads a file into memory of its own, from the beginning of a buffer. Throws where it can't be read or has another checksum. */
export const readWhole = (path: string, checksum: number): Uint8Array<ArrayBuffer> => {
  const file = openSync(path, 'r')
  try {
    const bytes = new Uint8Array(fstatSync(file).size)
    let own = 0
    for (let at = 0; at < bytes.length; at += checkedAtOnce) {
      const next = bytes.subarray(at, at + checkedAtOnce)
      readFully(file, path, next, at)
      own = crc32(next, own)
    }
    if (own !== checksum) throw new SnapshotDamaged(`${path} is not what was written`)
    return bytes
  } finally {
    closeSync(file)
  }
}

/** Removes a file that nothing refers to any more; one that somebody still has open stays until it is old enough to go with what was left over. */
export const removeIfMay = (path: string): void => {
  try { rmSync(path, { force: true }) } catch { /* It goes another time. */ }
}
