/** Filled copies on disk: one file each, in a folder for each tool. */
import { AppError } from '#shared/contract/errors'
import { copyFormat, FilledCopy } from '#shared/model/forms/copy'
import { formatJson, hashBytes } from './canonicalJson'
import { createCopyRows, type CopyRows } from './copyRows'
import { errorCode, makeCertain, removeDurably, writeDurably } from './durableFile'
import type { LibraryPaths } from './folders'
import type { Journal } from './journal'
import { parseDocument } from './jsonFile'
import { createTurns, type Turns } from './turns'

/** `hash` is that of the file's bytes: what a change is made on. */
export interface StoredCopy { copy: FilledCopy; hash: string }

export interface CopyStore {
  /** What a list shows of the copies of a tool, from memory as far as nothing changed (copyRows.ts). Throws `file_unreadable`. */
  list: CopyRows['list']
  /** Files of copies that may have changed. Answers whether anybody else may have changed one. */
  noticed: CopyRows['noticed']
  /** Throws `not_found`, `store_corrupt`, `file_unreadable`. */
  read: (toolId: string, id: string) => Promise<StoredCopy>
  /**
   * Writes what `change` makes of the file in place, one change of a copy after another; nothing where it hands back what it was given, which is
   * made certain of. It is given undefined where there is none. Throws what `read` throws, `library_newer_format`, and `store_write_failed`.
   */
  change: (toolId: string, id: string, change: (stored: StoredCopy | undefined) => FilledCopy) => Promise<StoredCopy>
  /** Removes a copy for good. Throws `not_found`, `store_write_failed`. */
  purge: (toolId: string, id: string) => Promise<void>
  /** Runs what writes a copy in another way, while no change of it is under way. */
  alone: Turns
}

export const createCopyStore = (paths: LibraryPaths, journal: Journal): CopyStore => {
  const inTurn = createTurns()

  const find = async (toolId: string, id: string): Promise<StoredCopy | undefined> => {
    const path = paths.copy(toolId, id)
    const bytes = await journal.read(path)
    if (bytes === undefined) return undefined
    const copy = parseDocument(path, bytes, FilledCopy)
    if (copy.id !== id || copy.toolId !== toolId) throw new AppError('store_corrupt', { path, reason: `holds copy ${copy.id}` })
    return { copy, hash: hashBytes(bytes) }
  }

  const read: CopyStore['read'] = async (toolId, id) => {
    const stored = await find(toolId, id)
    if (!stored) throw new AppError('not_found', { kind: 'copy', id })
    return stored
  }

  const rows = createCopyRows(paths, journal, async (toolId, id) => (await find(toolId, id))?.copy)

  return {
    read,
    alone: inTurn,
    list: rows.list,
    noticed: rows.noticed,
    change: async (toolId, id, change) => inTurn(id, async () => {
      await journal.settle()
      const path = paths.copy(toolId, id)
      const before = await find(toolId, id)
      if (before && before.copy.format > copyFormat) throw new AppError('library_newer_format', { path, found: before.copy.format, supported: copyFormat })
      const copy = change(before)
      if (before?.copy === copy) {
        // A try before this one may have put it there without getting to sync it.
        await makeCertain(path)
        return before
      }
      const data = formatJson(copy)
      await writeDurably(path, data).finally(async () => rows.wrote(toolId, id))
      return { copy, hash: hashBytes(data) }
    }),
    purge: async (toolId, id) => inTurn(id, async () => {
      await journal.settle()
      await read(toolId, id)
      const path = paths.copy(toolId, id)
      await removeDurably([path]).catch((error: unknown) => {
        throw new AppError('store_write_failed', { path, reason: errorCode(error) }, { cause: error })
      })
    }),
  }
}
