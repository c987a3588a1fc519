/**
 * What a transaction says it will do, and whether it may: a manifest comes from a folder that others can write to, so that every place it
 * names is looked at before anything is moved. Only files of the library's own folders are named, each once, and nothing is reached through a link.
 */
import { lstat } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { z } from 'zod'
import { AppError } from '#shared/contract/errors'
import { Sha256, Timestamp, Uuid } from '#shared/model/ids'
import { errorCode } from './durableFile'

export const journalFormat = 2

/** No file system takes longer names. */
const longestName = 255
const Path = z.string().min(1).max(1000).refine((path) => !path.includes('\0') && path.split('/').every((name) => name.length <= longestName))

const isEachOnce = (values: readonly string[]): boolean => new Set(values).size === values.length

/**
 * `replaces` is the hash of what stood at `path` when it was staged, null for nothing. Paths are relative to the library, with `/`.
 * `removes` came with format 2: a reader of format 1 would finish only half of such a transaction.
 */
export const JournalManifest = z.looseObject({
  format: z.int().min(1), id: Uuid, device: Uuid, at: Timestamp,
  files: z.array(z.looseObject({ staged: z.string().regex(/^\d+$/), path: Path, replaces: Sha256.nullable() })),
  removes: z.array(z.looseObject({ path: Path, replaces: Sha256.nullable() })),
}).refine(({ files }) => isEachOnce(files.map(({ staged }) => staged)), 'a staged file is named twice')
  .refine(({ files, removes }) => isEachOnce([...files, ...removes].map(({ path }) => path)), 'a place is named twice')
export type JournalManifest = z.infer<typeof JournalManifest>

/** What of a library is written in transactions: never the lock, nor another transaction. */
const folders = ['records', 'history', 'editions', 'comments', 'templates', 'filled', 'attachments', 'exchanges', 'operations', 'trash', 'set-aside']

/** Where a path of a manifest lies. Throws `store_corrupt` for what is no file of the library. */
export const placeOf = (root: string, path: string): string => {
  const place = resolve(root, path)
  const [first = '', ...below] = relative(root, place).split(/[/\\]/)
  const isOurs = !isAbsolute(path) && (first === 'library.json' ? below.length === 0 : folders.includes(first) && below.length > 0)
  if (!isOurs) throw new AppError('store_corrupt', { path, reason: 'a journal names what is no file of the library' })
  return place
}

const kindOf = async (path: string): Promise<'file' | 'folder' | 'none' | 'other'> => {
  try {
    const found = await lstat(path)
    if (found.isFile()) return 'file'
    return found.isDirectory() ? 'folder' : 'other'
  } catch (error) {
    const code = errorCode(error)
    // Where a file is in the way of a folder there is nothing yet.
    if (code === 'ENOENT' || code === 'ENOTDIR') return 'none'
    if (code === 'ENAMETOOLONG') return 'other'
    throw new AppError('file_unreadable', { path, reason: code }, { cause: error })
  }
}

/** Whether a folder is one itself, no link to one. Throws `file_unreadable`. */
export const isPlainFolder = async (path: string): Promise<boolean> => (await kindOf(path)) === 'folder'

/**
 * Throws `store_corrupt` unless a place is a plain file or nothing, and nothing on the way to it from the library is a link; and
 * `file_unreadable`. `known` holds the folders that were looked at.
 */
export const expectPlain = async (root: string, place: string, known: Set<string>): Promise<void> => {
  const refuse = (path: string): never => { throw new AppError('store_corrupt', { path, reason: 'a journal leads through a link, or to what is no file' }) }
  const kind = await kindOf(place)
  if (kind !== 'file' && kind !== 'none') refuse(place)
  for (let folder = dirname(place); folder !== root && !known.has(folder); folder = dirname(folder)) {
    const found = await kindOf(folder)
    if (found === 'other') refuse(folder)
    if (found === 'folder') known.add(folder)
  }
}

/** Whether a transaction was committed. Throws `store_corrupt` where its manifest is no plain file, and `file_unreadable`. */
export const hasManifest = async (transaction: string): Promise<boolean> => {
  const path = join(transaction, 'manifest.json')
  const kind = await kindOf(path)
  if (kind === 'folder' || kind === 'other') throw new AppError('store_corrupt', { path, reason: 'not a file' })
  return kind === 'file'
}
