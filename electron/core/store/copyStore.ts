/** Filled copies on disk: one file each, in a folder for each tool. */
import { AppError, isAppError } from '#shared/contract/errors'
import { copyFormat, FilledCopy } from '#shared/model/forms/copy'
import { formatJson, hashBytes } from './canonicalJson'
import { errorCode, makeCertain, removeDurably, writeDurably } from './durableFile'
import { idOfFile, type LibraryPaths } from './folders'
import type { Journal } from './journal'
import { parseDocument } from './jsonFile'
import { createTurns, type Turns } from './turns'

/** `hash` is that of the file's bytes: what a change is made on. */
export interface StoredCopy { copy: FilledCopy; hash: string }

export interface CopyStore {
  /** The copies of a tool, the latest begun first. One that can't be read is handed to `onDamage` and left out. Throws `file_unreadable`. */
  list: (toolId: string, onDamage: (path: string, error: AppError) => void) => Promise<FilledCopy[]>
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

  return {
    read,
    alone: inTurn,
    list: async (toolId, onDamage) => {
      const ids = (await journal.names(paths.copiesOf(toolId))).flatMap(idOfFile).sort().reverse()
      const copies: FilledCopy[] = []
      for (const id of ids) {
        try {
          const stored = await find(toolId, id)
          if (stored) copies.push(stored.copy)
        } catch (error) {
          if (!isAppError(error)) throw error
          onDamage(paths.copy(toolId, id), error)
        }
      }
      return copies
    },
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
      await writeDurably(path, data)
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
