/**
 * The trash on disk: the head of each deleted record, one file each. What was deleted stays whole until it is emptied, and only the head
 * moves: history, editions and attachments are never changed, so they stay where whoever refers to them finds them.
 */
import { rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError, isAppError } from '#shared/contract/errors'
import { TrashFile, trashFormat } from '#shared/model/trash'
import { formatJson } from './canonicalJson'
import { errorCode } from './durableFile'
import { idOfFile, type LibraryPaths } from './folders'
import type { Journal } from './journal'
import { parseRecordDocument } from './recordDocument'
import type { FileWrite } from './fileWrite'
import { adoptOutsideEdit } from './revisions'

export interface TrashStore {
  /** Ids of all that is in the trash, by the names of their files. A folder that can't be read is handed to `onDamage`. */
  ids: (onDamage: (path: string, error: AppError) => void) => Promise<string[]>
  /** Throws `not_found`, `store_corrupt`, `file_unreadable`, `library_newer_format`. */
  read: (id: string) => Promise<TrashFile>
  write: (entry: TrashFile) => FileWrite
  /** Removes the folder of a record's history if nothing is left in it. */
  clear: (id: string) => Promise<void>
}

export const createTrashStore = (paths: LibraryPaths, journal: Journal): TrashStore => ({
  ids: async (onDamage) => {
    const found: string[] = []
    for (const name of (await journal.names(paths.trash)).filter((each) => /^[0-9a-f]{2}$/.test(each))) {
      const folder = join(paths.trash, name)
      try {
        found.push(...(await journal.names(folder)).flatMap(idOfFile))
      } catch (error) {
        if (!isAppError(error)) throw error
        onDamage(folder, error)
      }
    }
    return found
  },
  read: async (id) => {
    const path = paths.trashed(id)
    const bytes = await journal.read(path)
    if (bytes === undefined) throw new AppError('not_found', { kind: 'trash', id })
    const entry = parseRecordDocument(path, bytes, TrashFile)
    if (entry.format > trashFormat) throw new AppError('library_newer_format', { path, found: entry.format, supported: trashFormat })
    if (entry.id !== id || entry.record.id !== id) throw new AppError('store_corrupt', { path, reason: `holds record ${entry.record.id}` })
    return { ...entry, record: adoptOutsideEdit(entry.record) }
  },
  write: (entry) => ({ path: paths.trashed(entry.id), data: formatJson(entry) }),
  clear: async (id) => {
    await rmdir(paths.historyOf(id)).catch((error: unknown) => {
      if (!['ENOENT', 'ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES', 'EBUSY'].includes(errorCode(error))) throw error
    })
  },
})
