/**
 * What could not be read, and what was replaced by a repair: kept as it was under `set-aside/<time>-<id>/<its path>` until the user removes it.
 * Nothing here is ever read by the rest of the store.
 */
import { readdir, stat } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { AppError } from '#shared/contract/errors'
import { newId } from '#shared/model/ids'
import { errorCode, isThere, moveDurably, syncEntries, writeNew } from './durableFile'
import type { LibraryPaths } from './folders'
import { hashFile } from './hashFile'
import { hashBytes } from './canonicalJson'
import type { Remove, Stage } from './journal'

type SetAsidePaths = Pick<LibraryPaths, 'root' | 'setAside'>

/** The folder of one time, such as `20261125T101500Z-<id>`. */
export const newAside = ({ setAside }: SetAsidePaths, now: number): string =>
  join(setAside, `${new Date(now).toISOString().replaceAll(/[-:]|\.\d+/g, '')}-${newId()}`)

/** A place in the folder of one time that nothing stands at: the same file may be set aside twice. */
export const placeAside = async ({ root }: SetAsidePaths, run: string, path: string): Promise<string> => {
  const wanted = join(run, relative(root, path))
  for (let count = 2, place = wanted; ; place = `${wanted}.${count}`, count += 1) if (!(await isThere(place))) return place
}

/** Moves a file or folder aside as it is, durably: it need not be readable. Throws `store_write_failed`. */
export const moveAside = async (paths: SetAsidePaths, run: string, path: string): Promise<string> => {
  const place = await placeAside(paths, run, path)
  try {
    await moveDurably([{ from: path, to: place }])
    await syncEntries(dirname(path))
    return place
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('store_write_failed', { path, reason: errorCode(error) }, { cause: error })
  }
}

/** Copies a file that is replaced by a transaction aside in that transaction. `bytes` is what was read of it. */
export const stageAside = async (paths: SetAsidePaths, stage: Stage, run: string, path: string, bytes: Uint8Array): Promise<void> => {
  const place = await placeAside(paths, run, path)
  await stage(place, async (staged) => writeNew(staged, bytes))
}

/** Copies a file aside and removes it from where it is, in one transaction. Throws `file_unreadable` where it is not what was read any more. */
export const stageMoveAside = async (
  paths: SetAsidePaths, { stage, remove }: { stage: Stage; remove: Remove }, run: string, path: string, bytes: Uint8Array,
): Promise<void> => {
  await stageAside(paths, stage, run, path, bytes)
  if ((await hashFile(path)).sha256 !== hashBytes(bytes)) throw new AppError('file_unreadable', { path, reason: 'changed while it was being read' })
  await remove(path)
}

/** `bytes` is what they take on disk. */
export interface SetAsideFiles { path: string; count: number; bytes: number }

/** How much lies set aside. Throws `file_unreadable`. */
export const setAsideFiles = async ({ setAside: path }: SetAsidePaths): Promise<SetAsideFiles> => {
  try {
    const entries = await readdir(path, { recursive: true, withFileTypes: true })
    const sizes = await Promise.all(entries.filter((entry) => entry.isFile()).map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size))
    return { path, count: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) }
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { path, count: 0, bytes: 0 }
    throw new AppError('file_unreadable', { path, reason: errorCode(error) }, { cause: error })
  }
}

/** The path that a file had before it was set aside: what follows the folder of its time. */
export const pathBeforeAside = ({ setAside }: SetAsidePaths, place: string): string => relative(setAside, place).split(sep).slice(1).join('/')
