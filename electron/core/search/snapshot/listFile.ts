/**
 * The lists of a segment in a file, read a term at a time: at 100,000 records they are nine tenths of an index, of which a search needs
 * little. The system keeps in memory what is read often.
 */
import { closeSync, fstatSync, openSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import type { Lists } from '../postings/segment'
import { readFully } from './files'

const checkedAtOnce = 1 << 20

/** Lists are read into it: new memory for each would take longer than reading it. */
let room = new Uint8Array(checkedAtOnce)

const checksumOf = (file: number, path: string, size: number): number => {
  let checksum = 0
  for (let at = 0; at < size; at += checkedAtOnce) {
    const bytes = room.subarray(0, Math.min(checkedAtOnce, size - at))
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
    if (checksumOf(file, path, size) !== checksum) throw new Error(`${path} is not what was written`)
  } catch (error) {
    closeSync(file)
    throw error
  }
  return {
    length: size,
    bytes: (start, end) => {
      if (end - start > room.length) room = new Uint8Array((end - start) * 2)
      const bytes = room.subarray(0, end - start)
      readFully(file, path, bytes, start)
      return bytes
    },
    close: () => { closeSync(file) },
  }
}
