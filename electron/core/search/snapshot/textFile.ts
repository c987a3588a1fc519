/** The texts of a part in a file, one after another; where each begins, and its checksum, is known beside it. Read a document at a time. */
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import type { PartTexts } from '../part/texts'
import { readFully, SnapshotDamaged } from './files'

/** `starts`: where each text begins, and where the last one ends. */
export interface TextPlaces { starts: Float64Array; checksums: Uint32Array }

export interface TextFileWriter {
  keep: (bytes: Uint8Array) => void
  finish: () => TextPlaces
  /** Gives the file up. */
  close: () => void
}

const buffered = 1 << 20

export const writeTextFile = (path: string): TextFileWriter => {
  const file = openSync(path, 'wx')
  const buffer = new Uint8Array(buffered)
  const starts = [0]
  const checksums: number[] = []
  let length = 0
  let end = 0
  let isOpen = true
  const write = (bytes: Uint8Array): void => { for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at) }
  const flush = (): void => {
    write(buffer.subarray(0, length))
    length = 0
  }
  const close = (): void => {
    if (isOpen) closeSync(file)
    isOpen = false
  }
  return {
    keep: (bytes) => {
      if (length + bytes.length > buffered) flush()
      if (bytes.length > buffered) write(bytes)
      else {
        buffer.set(bytes, length)
        length += bytes.length
      }
      end += bytes.length
      starts.push(end)
      checksums.push(crc32(bytes))
    },
    finish: () => {
      flush()
      fsyncSync(file)
      close()
      return { starts: Float64Array.from(starts), checksums: Uint32Array.from(checksums) }
    },
    close,
  }
}

/** Texts are read into it, longer ones into memory of their own: new memory for each would take longer than reading it. */
const room = new Uint8Array(buffered)

export const openTextFile = (path: string, { starts, checksums }: TextPlaces): PartTexts => {
  const file = openSync(path, 'r')
  return {
    bytes: (document) => {
      const start = starts[document] ?? 0
      const size = (starts[document + 1] ?? start) - start
      const bytes = size > buffered ? new Uint8Array(size) : room.subarray(0, size)
      readFully(file, path, bytes, start)
      if (crc32(bytes) !== checksums[document]) throw new SnapshotDamaged(`${path}: text ${document} is not what was written`)
      return bytes
    },
    close: () => { closeSync(file) },
  }
}
