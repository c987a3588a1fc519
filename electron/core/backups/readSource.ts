/** Reads files of a library to be copied: small ones whole and at one moment, large ones streamed. */
import { createHash } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import type { Stats } from 'node:fs'
import { join } from 'node:path'
import type { LibrarySource } from './listLibrary'

/** What was read; `modified` in milliseconds since 1970. */
export interface ReadFile { bytes: Buffer; size: number; modified: number; sha256: string }

const tries = 5
const chunkSize = 1024 * 1024

const sameMoment = (a: Stats, b: Stats): boolean => a.size === b.size && a.mtimeMs === b.mtimeMs

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Opens a file where it lies now; undefined where it is gone. */
const openSource = async ({ root, journal }: LibrarySource, path: string): Promise<FileHandle | undefined> => {
  const place = await journal.find(join(root, path))
  return place === undefined ? undefined : open(place, 'r')
}

const readOnce = async (handle: FileHandle): Promise<ReadFile | undefined> => {
  const before = await handle.stat()
  const bytes = await handle.readFile()
  const after = await handle.stat()
  return sameMoment(before, after) ? { bytes, size: bytes.length, modified: after.mtimeMs, sha256: sha256Of(bytes) } : undefined
}

/** A whole file; one that changes meanwhile is read again. Undefined where it is gone. Throws errors of the system. */
export const readWhole = async (source: LibrarySource, path: string): Promise<ReadFile | undefined> => {
  for (let attempt = 1; ; attempt += 1) {
    const handle = await openSource(source, path)
    if (!handle) return undefined
    try {
      const read = await readOnce(handle)
      if (read) return read
    } finally {
      await handle.close()
    }
    if (attempt === tries) throw Object.assign(new Error('it changes all the time'), { code: 'EBUSY', syscall: 'read' })
  }
}

export interface StreamedFile {
  chunks: () => AsyncGenerator<Buffer>
  /** Once all chunks were given: what they were; undefined if the file changed meanwhile, or could not be read to its end. */
  result: () => Omit<ReadFile, 'bytes'> | undefined
  /** Why it could not be read to its end. The chunks end early then, so that what is written around them stays whole. */
  failure: () => unknown
}

/** A large file, from one handle that is open while it is read. Undefined where it is gone. */
export const streamSource = async (source: LibrarySource, path: string): Promise<StreamedFile | undefined> => {
  const handle = await openSource(source, path)
  if (!handle) return undefined
  let result: Omit<ReadFile, 'bytes'> | undefined
  let failure: unknown
  return {
    result: () => result,
    failure: () => failure,
    async *chunks() {
      const hash = createHash('sha256')
      let size = 0
      try {
        const before = await handle.stat()
        for (;;) {
          const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(chunkSize), 0, chunkSize, size)
          if (bytesRead === 0) break
          const chunk = buffer.subarray(0, bytesRead)
          hash.update(chunk)
          size += bytesRead
          yield chunk
        }
        const after = await handle.stat()
        if (sameMoment(before, after) && size === after.size) result = { size, modified: after.mtimeMs, sha256: hash.digest('hex') }
      } catch (error) {
        failure = error
      } finally {
        await handle.close()
      }
    },
  }
}

/** Hash of a large file; undefined where it is gone, changes or can't be read. */
export const hashSource = async (source: LibrarySource, path: string): Promise<string | undefined> => {
  const streamed = await streamSource(source, path)
  if (!streamed) return undefined
  for await (const _chunk of streamed.chunks());
  return streamed.result()?.sha256
}
