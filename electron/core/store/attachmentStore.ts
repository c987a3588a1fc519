/** Attachments by content: each file once, under the SHA-256 of its bytes. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, open, stat } from 'node:fs/promises'
import { AppError } from '#shared/contract/errors'
import { errorCode, replaceFile, writeDurably } from './durableFile'
import type { LibraryPaths } from './folders'

export interface StoredAttachment { sha256: string; size: number }

export interface AttachmentStore {
  /** Copies a file in, streamed; `known` saves hashing it again. Throws `file_unreadable`, `store_write_failed`. */
  addFile: (path: string, known?: StoredAttachment) => Promise<StoredAttachment>
  addBytes: (bytes: Uint8Array) => Promise<StoredAttachment>
  /** Where an attachment lies, or undefined where there is none. */
  find: (sha256: string) => Promise<string | undefined>
}

async function* chunksOf(path: string): AsyncGenerator<Buffer> {
  try {
    // A pipe or a device may never end.
    if (!(await stat(path)).isFile()) throw new AppError('file_unreadable', { path, reason: 'not a file' })
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
      if (!Buffer.isBuffer(chunk)) throw new TypeError('a file stream gives buffers')
      yield chunk
    }
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('file_unreadable', { path, reason: errorCode(error) }, { cause: error })
  }
}

/** Hash and size of a file in bytes, streamed. Throws `file_unreadable`, and what `onChunk` throws. */
export const hashFile = async (path: string, onChunk?: (chunk: Buffer) => Promise<unknown>): Promise<StoredAttachment> => {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of chunksOf(path)) {
    hash.update(chunk)
    size += chunk.length
    await onChunk?.(chunk)
  }
  return { sha256: hash.digest('hex'), size }
}

export const createAttachmentStore = (paths: LibraryPaths): AttachmentStore => {
  const find: AttachmentStore['find'] = async (sha256) => {
    const path = paths.attachment(sha256)
    return access(path).then(() => path, () => undefined)
  }

  const has = async ({ sha256, size }: StoredAttachment): Promise<boolean> =>
    stat(paths.attachment(sha256)).then((found) => found.size === size, () => false)

  return {
    find,
    addFile: async (source, known) => {
      const expected = known ?? await hashFile(source)
      if (await has(expected)) return expected
      await replaceFile(paths.attachment(expected.sha256), async (temporary) => {
        const handle = await open(temporary, 'wx')
        try {
          const copied = await hashFile(source, async (chunk) => handle.writeFile(chunk))
          if (copied.sha256 !== expected.sha256) throw new AppError('file_unreadable', { path: source, reason: 'changed while it was being read' })
          await handle.sync()
        } finally {
          await handle.close()
        }
      })
      return expected
    },
    addBytes: async (bytes) => {
      const stored = { sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.byteLength }
      if (!(await has(stored))) await writeDurably(paths.attachment(stored.sha256), bytes)
      return stored
    },
  }
}
