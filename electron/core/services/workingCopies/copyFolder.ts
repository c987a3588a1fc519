/**
 * Where copies of attachments lie that other programs open: `checked-out/<library>/<record>/` beside the settings, `<id>.json` for what a copy
 * was made of, and the file under its own name in the folder `<id>`, where programs may leave files of theirs.
 */
import { copyFile, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '#shared/contract/errors'
import { newBlockId, Sha256, Timestamp, Uuid } from '#shared/model/ids'
import { fileNameOf, folderNameOf } from '#shared/text/fileName'
import type { Log } from '../../ports'
import { errorCode, namesIn, removeDurably, replaceFile } from '../../store/durableFile'
import { createJsonFile } from '../../store/jsonFile'

const CopyFile = z.looseObject({ format: z.literal(1), libraryId: Uuid, recordId: Uuid, sha256: Sha256, name: z.string().min(1), at: Timestamp })

/** `sha256` is the attachment that it was made of, or was last taken back as; `name` is that of the file at `path`. */
export interface Copy { id: string; sha256: string; name: string; at: string; path: string; folder: string }

export interface CopyFolder {
  /** The copies of a record, the oldest first; what can't be read is logged and left as it is. */
  list: (recordId: string) => Promise<Copy[]>
  /** Puts a new copy beside the others. Throws `store_write_failed`. */
  make: (recordId: string, source: string, of: { sha256: string; name: string }) => Promise<Copy>
  /** Puts the file of a copy back that is gone. Throws `store_write_failed`. */
  fill: (copy: Copy, source: string) => Promise<void>
  /** From now on it is a copy of this one. Throws `store_write_failed`. */
  settle: (recordId: string, copy: Copy, sha256: string) => Promise<void>
  /** Throws `store_write_failed`, as where a program holds the file. */
  remove: (recordId: string, copy: Copy) => Promise<void>
  /** Removes the folder of a record if nothing is left in it. */
  clear: (recordId: string) => Promise<void>
}

const jsonName = /^([0-9a-f]{12})\.json$/

/** Office refuses paths of more than 218 characters: the name is shortened, its extension, by which a program is found, stays. */
const longestStem = 60

const nameOf = (name: string): string => {
  const [, stem = name, extension = ''] = /^(.+)\.([^.]{1,10})$/s.exec(name.trim()) ?? []
  const short = stem.slice(0, longestStem).toWellFormed()
  return folderNameOf(extension, '') === '' ? folderNameOf(short, 'file') : fileNameOf(short, 'file', folderNameOf(extension, ''))
}

export const createCopyFolder = (root: string, libraryId: string, log: Log): CopyFolder => {
  const folderOf = (recordId: string): string => join(root, libraryId, recordId)
  const jsonOf = (recordId: string, id: string): string => join(folderOf(recordId), `${id}.json`)

  const write = async (recordId: string, { id, sha256, name, at }: Copy): Promise<void> =>
    createJsonFile(jsonOf(recordId, id), CopyFile).write({ format: 1, libraryId, recordId, sha256, name, at })

  const fill: CopyFolder['fill'] = async ({ path }, source) => { await replaceFile(path, async (temporary) => copyFile(source, temporary)) }

  const read = async (recordId: string, id: string): Promise<Copy[]> => {
    const kept = await createJsonFile(jsonOf(recordId, id), CopyFile).read()
      .catch((error: unknown) => { log.warn('what a working copy was made of was not read', { recordId, id, error: String(error) }); return null })
    const folder = join(folderOf(recordId), id)
    return kept ? [{ id, sha256: kept.sha256, name: kept.name, at: kept.at, folder, path: join(folder, kept.name) }] : []
  }

  return {
    fill,
    list: async (recordId) => {
      const ids = (await namesIn(folderOf(recordId))).flatMap((name) => jsonName.exec(name)?.[1] ?? [])
      const copies = (await Promise.all(ids.map(async (id) => read(recordId, id)))).flat()
      return copies.sort((a, b) => (a.at < b.at ? -1 : 1))
    },
    make: async (recordId, source, { sha256, name: called }) => {
      const id = newBlockId()
      const name = nameOf(called)
      const folder = join(folderOf(recordId), id)
      const copy: Copy = { id, sha256, name, at: new Date().toISOString(), folder, path: join(folder, name) }
      await fill(copy, source)
      // Only what this names is ever opened.
      await write(recordId, copy)
      return copy
    },
    settle: async (recordId, copy, sha256) => write(recordId, { ...copy, sha256 }),
    remove: async (recordId, copy) => {
      try {
        await removeDurably([copy.path])
        await removeDurably([jsonOf(recordId, copy.id)])
      } catch (error) {
        throw new AppError('store_write_failed', { path: copy.path, reason: errorCode(error) }, { cause: error })
      }
      // What a program left there stays.
      await rmdir(copy.folder).catch(() => undefined)
    },
    clear: async (recordId) => { await rmdir(folderOf(recordId)).catch(() => undefined) },
  }
}
