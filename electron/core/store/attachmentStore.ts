/** Attachments by content: each file once, under the SHA-256 of its bytes. */
import { createHash } from 'node:crypto'
import { open, stat, utimes } from 'node:fs/promises'
import { AppError } from '#shared/contract/errors'
import { isThere, makeCertain, replaceFile, writeDurably } from './durableFile'
import type { LibraryPaths } from './folders'
import { hashFile, type HashedFile } from './hashFile'
import type { Journal } from './journal'

export interface AttachmentStore {
  /** Copies a file in, streamed; `known` saves hashing it again. One that is here is young again. Throws `file_unreadable`, `store_write_failed`. */
  addFile: (path: string, known?: HashedFile) => Promise<HashedFile>
  addBytes: (bytes: Uint8Array) => Promise<HashedFile>
  /** Bytes of an attachment, undefined where there is none. */
  sizeOf: (sha256: string) => Promise<number | undefined>
  /** Where an attachment lies, or undefined where there is none. */
  find: (sha256: string) => Promise<string | undefined>
  /**
   * Makes an attachment that is here young again, so that a sweep leaves it alone: whoever is about to name one does this first. False
   * where there is none of this size, or where it can't be done.
   */
  keepYoung: (file: HashedFile) => Promise<boolean>
}

/** Sets the time of a file to now; false where there is none or it can't be done. */
export const makeYoung = async (path: string, now: number): Promise<boolean> => {
  const time = new Date(now)
  return utimes(path, time, time).then(() => true, () => false)
}

export const createAttachmentStore = (paths: LibraryPaths, journal: Journal, now: () => number): AttachmentStore => {
  const find: AttachmentStore['find'] = async (sha256) => journal.find(paths.attachment(sha256))

  const sizeOf: AttachmentStore['sizeOf'] = async (sha256) => {
    const path = await find(sha256)
    return path === undefined ? undefined : stat(path).then((found) => found.size, () => undefined)
  }

  const keepYoung: AttachmentStore['keepYoung'] = async ({ sha256, size }) => {
    const path = await find(sha256)
    if (path === undefined || !(await makeYoung(path, now())) || await sizeOf(sha256) !== size) return false
    // Another try may have put it there and not have synced it, or not yet. What is only staged is committed.
    if (path !== paths.attachment(sha256)) return true
    return makeCertain(path).then(() => true, async (error: unknown) => {
      // A sweep took it in between.
      if (await isThere(path)) throw error
      return false
    })
  }

  return {
    find,
    sizeOf,
    keepYoung,
    addFile: async (source, known) => {
      const expected = known ?? await hashFile(source)
      if (await keepYoung(expected)) return expected
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
      if (!(await keepYoung(stored))) await writeDurably(paths.attachment(stored.sha256), bytes)
      return stored
    },
  }
}
