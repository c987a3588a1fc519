/**
 * Removing attachments that nothing names, while others go on adding and naming them.
 *
 * No lock is held for it; the order of steps is what keeps a picture. Whoever adds or newly names an attachment first makes its file
 * young (`attachmentStore.keepYoung`, `recordStore`), and only then writes what names it. The sweep takes down which files are old before
 * it reads what names them, and to remove one it first moves it out of its place, then looks at its age once more:
 *
 * - made young before the move: the time moved along with the file, the sweep sees it and puts the file back;
 * - made young after the move: there is nothing in the place to make young, so that whoever adds it copies it in anew.
 *
 * A crash between the move and the decision leaves the file in `attachments/swept`, from where the next opening puts it back.
 */
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '#shared/contract/errors'
import { Sha256 } from '#shared/model/ids'
import { errorCode, isThere, makeFolder, moveDurably, namesIn, removeDurably } from './durableFile'
import type { LibraryPaths } from './folders'

/** An attachment may be younger than what will name it: a file that was added for a record that is not saved yet. */
export const sweepAgeMs = 7 * 24 * 60 * 60_000

/** `size` in bytes; `touchedMs` is when it was last written, made young, or put where it is. */
export interface StoredAttachment { sha256: string; size: number; touchedMs: number }

/** Every file in `attachments/` that stands where it belongs. Others are handed to `onStray`. Throws `file_unreadable`. */
export async function* storedAttachments(paths: LibraryPaths, onStray: (path: string) => void): AsyncGenerator<StoredAttachment> {
  for (const shard of await namesIn(paths.attachments)) {
    const folder = join(paths.attachments, shard)
    if (folder === paths.swept) continue
    const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
      if (errorCode(error) === 'ENOENT') return []
      if (errorCode(error) === 'ENOTDIR') { onStray(folder); return [] }
      throw new AppError('file_unreadable', { path: folder, reason: errorCode(error) }, { cause: error })
    })
    for (const entry of entries) {
      const path = join(folder, entry.name)
      if (!entry.isFile() || !Sha256.safeParse(entry.name).success || paths.attachment(entry.name) !== path) { onStray(path); continue }
      const found = await stat(path).catch(() => undefined)
      if (found) yield { sha256: entry.name, size: found.size, touchedMs: Math.max(found.mtimeMs, found.ctimeMs) }
    }
  }
}

const putBack = async (held: string, place: string): Promise<void> => {
  if (await isThere(place)) await rm(held, { force: true })
  else await moveDurably([{ from: held, to: place }])
}

/** Removes an attachment unless it was made young since `limitMs`. Answers whether it did. One sweep at a time. Throws `store_write_failed`. */
export const sweepAttachment = async (paths: LibraryPaths, sha256: string, limitMs: number): Promise<boolean> => {
  const place = paths.attachment(sha256)
  const held = join(paths.swept, sha256)
  try {
    const before = await stat(place).catch(() => undefined)
    if (!before || Math.max(before.mtimeMs, before.ctimeMs) > limitMs) return false
    await makeFolder(paths.swept)
    await moveDurably([{ from: place, to: held }])
    if ((await stat(held)).mtimeMs > limitMs) {
      await putBack(held, place)
      return false
    }
    await removeDurably([held])
    return true
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('store_write_failed', { path: place, reason: errorCode(error) }, { cause: error })
  }
}

/** At opening to write: puts back what a sweep that a crash broke off held. */
export const putBackSwept = async (paths: LibraryPaths): Promise<void> => {
  for (const name of await namesIn(paths.swept)) if (Sha256.safeParse(name).success) await putBack(join(paths.swept, name), paths.attachment(name))
}
