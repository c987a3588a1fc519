/** Reads a part: its directory once, then any file of it, unpacked and compared with the hash that the list gives. */
import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { pipeline, Readable } from 'node:stream'
import { promisify } from 'node:util'
import { createInflateRaw, inflateRaw } from 'node:zlib'
import { fromRandomAccessReaderPromise, RandomAccessReader } from 'yauzl'
import { AppError } from '#shared/contract/errors'
import { damaged, openToRead, sourceFailure } from './format'

const inflateWhole = promisify(inflateRaw)
const windowSize = 1024 * 1024
const localHeader = 30

/** Sizes in bytes; `offset` is where the header before the data begins. */
export interface PartEntry { path: string; offset: number; packedSize: number; size: number; isDeflated: boolean }

/** `size` in bytes and `sha256` as the list gives them. */
export interface ExpectedFile { path: string; size: number; sha256: string }

export interface PartReader {
  /** Where a file lies in the part, to read them in that order; undefined where it is not in it. */
  offsetOf: (path: string) => number | undefined
  /** The bytes of a file, known to be right only at their end. Throws `backup_damaged`, `file_unreadable`. */
  read: (file: ExpectedFile) => AsyncGenerator<Buffer>
  close: () => Promise<void>
}

/** The file through a window that moves on: files are mostly read one after another. */
class WindowReader extends RandomAccessReader {
  readonly #path: string
  readonly #handle: FileHandle
  readonly #size: number
  #window = { start: 0, bytes: Buffer.alloc(0) }

  constructor(path: string, handle: FileHandle, size: number) {
    super()
    this.#path = path
    this.#handle = handle
    this.#size = size
  }

  async bytes(position: number, length: number): Promise<Buffer> {
    const { start, bytes } = this.#window
    if (position >= start && position + length <= start + bytes.length) return bytes.subarray(position - start, position - start + length)
    if (position + length > this.#size) throw damaged(this.#path, 'it ends too early')
    const wanted = Math.max(length, Math.min(windowSize, this.#size - position))
    const buffer = Buffer.allocUnsafe(wanted)
    let at = 0
    while (at < wanted) {
      const { bytesRead } = await this.#handle.read(buffer, at, wanted - at, position + at).catch((error: unknown) => { throw sourceFailure(this.#path, error) })
      if (bytesRead === 0) throw damaged(this.#path, 'it ends too early')
      at += bytesRead
    }
    this.#window = { start: position, bytes: buffer }
    return buffer.subarray(0, length)
  }

  override read(buffer: Buffer, offset: number, length: number, position: number, callback: (error: Error | null) => void): void {
    this.bytes(position, length).then((bytes) => {
      bytes.copy(buffer, offset)
      callback(null)
    }, callback)
  }
}

/** A file that is in a part twice is the one written last. */
const readDirectory = async (path: string, reader: WindowReader, size: number): Promise<Map<string, PartEntry>> => {
  const entries = new Map<string, PartEntry>()
  try {
    const zip = await fromRandomAccessReaderPromise(reader, size, { autoClose: false })
    for await (const entry of zip.eachEntry()) {
      const isReadable = (entry.compressionMethod === 0 || entry.compressionMethod === 8) && !entry.isEncrypted()
      if (!isReadable) throw damaged(path, entry.fileName)
      entries.set(entry.fileName, {
        path: entry.fileName, offset: entry.relativeOffsetOfLocalHeader, packedSize: entry.compressedSize, size: entry.uncompressedSize,
        isDeflated: entry.compressionMethod === 8,
      })
    }
  } catch (error) {
    throw error instanceof AppError ? error : damaged(path, String(error), { cause: error })
  }
  return entries
}

async function* inflated(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw()
  try {
    // Its callback has nothing to say: what fails reaches whoever reads the last stream.
    for await (const chunk of pipeline(Readable.from(packed), inflate, () => undefined)) {
      if (!Buffer.isBuffer(chunk)) throw new TypeError('zlib gives buffers')
      yield chunk
    }
  } finally {
    inflate.destroy()
  }
}

/** Throws `backup_damaged` where there is no such part or its directory can't be read, `file_unreadable`. */
export const openPart = async (path: string): Promise<PartReader> => {
  const handle = await openToRead(path)
  try {
    const { size } = await handle.stat()
    const reader = new WindowReader(path, handle, size)
    const entries = await readDirectory(path, reader, size)

    async function* packedBytes({ offset, packedSize, path: name }: PartEntry): AsyncGenerator<Buffer> {
      const header = await reader.bytes(offset, localHeader)
      if (header.readUInt32LE(0) !== 0x04034b50) throw damaged(path, name)
      const start = offset + localHeader + header.readUInt16LE(26) + header.readUInt16LE(28)
      for (let at = 0; at < packedSize;) {
        const chunk = await reader.bytes(start + at, Math.min(windowSize, packedSize - at))
        yield chunk
        at += chunk.length
      }
    }

    async function* unpacked(entry: PartEntry): AsyncGenerator<Buffer> {
      if (!entry.isDeflated) yield* packedBytes(entry)
      else if (entry.packedSize > windowSize || entry.size > 8 * windowSize) yield* inflated(packedBytes(entry))
      else for await (const packed of packedBytes(entry)) yield await inflateWhole(packed, { maxOutputLength: Math.max(1, entry.size) })
    }

    return {
      offsetOf: (name) => entries.get(name)?.offset,
      async *read(file) {
        const entry = entries.get(file.path)
        if (entry?.size !== file.size) throw damaged(path, file.path)
        const hash = createHash('sha256')
        let given = 0
        try {
          for await (const chunk of unpacked(entry)) {
            hash.update(chunk)
            given += chunk.length
            if (given > file.size) break
            yield chunk
          }
        } catch (error) {
          throw error instanceof AppError ? error : damaged(path, file.path, { cause: error })
        }
        if (given !== file.size || hash.digest('hex') !== file.sha256) throw damaged(path, file.path)
      },
      close: async () => handle.close(),
    }
  } catch (error) {
    await handle.close()
    throw error
  }
}
