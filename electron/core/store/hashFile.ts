/** Hashing files without holding them in memory. */
import { createHash } from 'node:crypto'
import { open, readFile, stat } from 'node:fs/promises'
import { AppError } from '#shared/contract/errors'
import { errorCode } from './durableFile'

/** `size` in bytes. */
export interface HashedFile { sha256: string; size: number }

const chunkBytes = 1 << 20

/** Each chunk lies in the same memory as the one before: whoever is given one is done with it before asking for the next. */
async function* chunksOf(path: string): AsyncGenerator<Buffer> {
  try {
    // A pipe or a device may never end.
    const found = await stat(path)
    if (!found.isFile()) throw new AppError('file_unreadable', { path, reason: 'not a file' })
    // A record is small: there is no need of a megabyte for each.
    if (found.size <= chunkBytes) { yield await readFile(path); return }
    const handle = await open(path, 'r')
    try {
      const chunk = Buffer.allocUnsafeSlow(chunkBytes)
      for (let { bytesRead } = await handle.read(chunk); bytesRead > 0; { bytesRead } = await handle.read(chunk)) yield chunk.subarray(0, bytesRead)
    } finally {
      await handle.close()
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
