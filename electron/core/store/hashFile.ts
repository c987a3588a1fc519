/** Hashing files without holding them in memory. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { AppError } from '#shared/contract/errors'
import { errorCode } from './durableFile'

/** `size` in bytes. */
export interface HashedFile { sha256: string; size: number }

const chunkBytes = 1 << 20

async function* chunksOf(path: string): AsyncGenerator<Buffer> {
  try {
    // A pipe or a device may never end.
    const found = await stat(path)
    if (!found.isFile()) throw new AppError('file_unreadable', { path, reason: 'not a file' })
    // A record is small: a stream of it would take more time to set up than to read, and a megabyte for each.
    if (found.size <= chunkBytes) { yield await readFile(path); return }
    for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) {
      if (!Buffer.isBuffer(chunk)) throw new TypeError('a file stream gives buffers')
      yield chunk
    }
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('file_unreadable', { path, reason: errorCode(error) }, { cause: error })
  }
}

/** Hash and size of a file in bytes, streamed. Throws `file_unreadable`, and what `onChunk` throws. */
export const hashFile = async (path: string, onChunk?: (chunk: Buffer) => Promise<unknown>): Promise<HashedFile> => {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of chunksOf(path)) {
    hash.update(chunk)
    size += chunk.length
    await onChunk?.(chunk)
  }
  return { sha256: hash.digest('hex'), size }
}
