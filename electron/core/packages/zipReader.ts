/**
 * Reads headers and directory of a zip through two windows of the file, one on either side of where the directory begins: both are read
 * from front to end, by turns, and a read of the disk for each of their fields would take longer than all else.
 */
import { RandomAccessReader } from 'yauzl'
import { readBytes, type PackageFile } from './packageFile'

const windowSize = 256 * 1024

interface Window { start: number; bytes: Buffer }

export class ZipReader extends RandomAccessReader {
  readonly #file: PackageFile
  readonly #boundary: number
  #before: Window = { start: 0, bytes: Buffer.alloc(0) }
  #behind: Window = { start: 0, bytes: Buffer.alloc(0) }

  constructor(file: PackageFile, boundary: number) {
    super()
    this.#file = file
    this.#boundary = boundary
  }

  /** Throws `package_damaged`, `truncated`, beyond the end of the file. */
  async bytes(position: number, length: number): Promise<Buffer> {
    const isBehind = position >= this.#boundary
    let window = isBehind ? this.#behind : this.#before
    if (position < window.start || position + length > window.start + window.bytes.length) {
      const wanted = Math.max(length, Math.min(windowSize, this.#file.size - position))
      window = { start: position, bytes: await readBytes(this.#file, position, wanted) }
      if (isBehind) this.#behind = window
      else this.#before = window
    }
    return window.bytes.subarray(position - window.start, position - window.start + length)
  }

  override read(buffer: Buffer, offset: number, length: number, position: number, callback: (error: Error | null) => void): void {
    this.bytes(position, length).then((bytes) => {
      bytes.copy(buffer, offset)
      callback(null)
    }, callback)
  }
}
