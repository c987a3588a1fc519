/**
 * Writing so that it stays: temporary file, fsync, rename, fsync of the folder. What this answers for survives a power cut.
 * Our own and not write-file-atomic, which takes a short write (a disk that fills up) for a whole one.
 */
import { randomBytes } from 'node:crypto'
import { constants, type Stats } from 'node:fs'
import { access, mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { AppError } from '#shared/contract/errors'
import { atATime } from './atATime'

export const errorCode = (error: unknown): string => {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  return error instanceof Error ? error.message : String(error)
}

/** Whether there is anything at a path. Throws `file_unreadable` where that can't be told: what can't be reached is not gone. */
export const isThere = async (path: string): Promise<boolean> => {
  try {
    await access(path)
    return true
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return false
    throw new AppError('file_unreadable', { path, reason: errorCode(error) }, { cause: error })
  }
}

/** Held by another program everywhere. */
const isBusy = (code: string): boolean => code === 'EBUSY'

/** Windows says EPERM or EACCES where a virus scanner or an indexer holds a new file; elsewhere they mean that it is not allowed. */
const isHeld = (code: string): boolean => isBusy(code) || (process.platform === 'win32' && (code === 'EPERM' || code === 'EACCES'))

const longestWaitMs = 1000

/** What is in use for a moment is tried again for a second in all, with growing pauses; then it is the user's to know. */
const whenFree = async <T>(passes: (code: string) => boolean, work: () => Promise<T>, waitMs = 20): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if (waitMs > longestWaitMs || !passes(errorCode(error))) throw error
    await wait(waitMs)
    return whenFree(passes, work, waitMs * 2)
  }
}

/** The names in a folder, none where it does not exist. Throws `file_unreadable`. */
export const namesIn = async (path: string): Promise<string[]> => whenFree(isBusy, async () => readdir(path)).catch((error: unknown) => {
  if (errorCode(error) === 'ENOENT') return []
  throw new AppError('file_unreadable', { path, reason: errorCode(error) }, { cause: error })
})

const sync = async (path: string, flags: string): Promise<void> => {
  const handle = await open(path, flags)
  try { await handle.sync() } finally { await handle.close() }
}

/** Where a platform can't fsync a folder (Windows), the file itself is opened again and synced after the rename. */
const syncFolder = async (folder: string, file: string): Promise<void> => {
  if (process.platform === 'win32') await sync(file, 'r+')
  else await sync(folder, 'r')
}

/** Makes what was put into a folder durable. On Windows the files themselves were synced. */
export const syncEntries = async (folder: string): Promise<void> => {
  if (process.platform !== 'win32') await sync(folder, 'r')
}

/** Syncs under way at once: the system then writes several with one turn of the disk. */
export const syncsAtOnce = 8

/** Folders whose entries in the folders above them this process has synced. */
const lasting = new Set<string>()
const mostLasting = 10_000

/** Also those that were there already: whoever made them may have failed to sync, or be about to. What lies above us may not be ours to open. */
const makeLast = async (folders: readonly string[], made: ReadonlySet<string>): Promise<void> => {
  if (process.platform === 'win32') return
  const unsure = new Set<string>()
  for (const folder of folders) {
    for (let each = folder; dirname(each) !== each && !lasting.has(each) && !unsure.has(each); each = dirname(each)) unsure.add(each)
  }
  const hasNew = new Map<string, boolean>()
  for (const each of unsure) hasNew.set(dirname(each), made.has(each) || (hasNew.get(dirname(each)) ?? false))
  await atATime(syncsAtOnce, hasNew, async ([parent, isOurs]) => sync(parent, 'r').catch((error: unknown) => {
    if (isOurs || !['EACCES', 'EPERM', 'EROFS', 'EINVAL'].includes(errorCode(error))) throw error
  }))
  if (lasting.size + unsure.size > mostLasting) lasting.clear()
  for (const each of unsure) lasting.add(each)
}

/** Makes a folder and all above it, and notes which were not there. Level by level: Node's own recursion never ends where nothing can be made. */
const makeWithAbove = async (folder: string, made: Set<string>): Promise<void> => {
  try {
    await mkdir(folder)
  } catch (error) {
    if (errorCode(error) === 'EEXIST' && (await stat(folder)).isDirectory()) return
    // Another writer may make the folder above meanwhile: what counts is whether the second try works.
    if (errorCode(error) !== 'ENOENT' || dirname(folder) === folder) throw error
    await makeWithAbove(dirname(folder), made)
    await mkdir(folder).catch((again: unknown) => { if (errorCode(again) !== 'EEXIST') throw again })
  }
  lasting.delete(folder)
  made.add(folder)
}

/** Makes folders and all above them, each of them durable; what they lie in is synced once for all of them. */
const makeFolders = async (folders: readonly string[]): Promise<void> => {
  const made = new Set<string>()
  await atATime(syncsAtOnce, folders, async (folder) => makeWithAbove(folder, made))
  await makeLast(folders, made)
}

/** Makes a folder and all above it, each of them durable. */
export const makeFolder = async (folder: string): Promise<void> => makeFolders([folder])

/** What is gone from where it was and stands in its place was moved by a try before this one. */
const moveOnce = async (from: string, to: string): Promise<void> => rename(from, to).catch(async (error: unknown) => {
  if (errorCode(error) !== 'ENOENT' || !(await isThere(to))) throw error
})

/**
 * Moves finished files into place, then makes that durable: each of their folders is synced once. All folders last before the first file is
 * moved, so that none is moved to where it may not be found. May be repeated, and syncs them again then.
 */
export const moveDurably = async (moves: readonly { from: string; to: string }[]): Promise<void> => {
  const folders = [...new Set(moves.map(({ to }) => dirname(to)))]
  await makeFolders(folders)
  await atATime(syncsAtOnce, moves, async ({ from, to }) => {
    await whenFree(isHeld, async () => moveOnce(from, to))
    if (process.platform === 'win32') await whenFree(isHeld, async () => sync(to, 'r+'))
  })
  await atATime(syncsAtOnce, folders, syncEntries)
}

/** Removes files, and makes that durable. What is gone already is no failure: it may be repeated. */
export const removeDurably = async (paths: readonly string[]): Promise<void> => {
  await atATime(syncsAtOnce, paths, async (path) => whenFree(isHeld, async () => rm(path, { force: true })))
  await atATime(syncsAtOnce, new Set(paths.map((path) => dirname(path))), async (folder) => { if (await isThere(folder)) await syncEntries(folder) })
}

/**
 * Makes certain of a file that a try before this one may have put in place without getting to sync it, before it is answered for.
 * Throws `store_write_failed`.
 */
export const makeCertain = async (path: string): Promise<void> => {
  try {
    if (process.platform !== 'win32') await sync(path, 'r')
    await syncFolder(dirname(path), path)
  } catch (error) {
    throw new AppError('store_write_failed', { path, reason: errorCode(error) }, { cause: error })
  }
}

/** Writes a new file and syncs it; its folder is not. `onSynced` may look at it then. */
export const writeNew = async (path: string, data: string | Uint8Array, onSynced?: (handle: FileHandle) => Promise<void>): Promise<void> => {
  const handle = await whenFree(isBusy, async () => open(path, 'wx'))
  try {
    await handle.writeFile(data)
    await handle.sync()
    await onSynced?.(handle)
  } finally {
    await handle.close()
  }
}

/** The same of a text that comes in pieces, which is never in memory whole. */
export const writeNewInPieces = async (path: string, pieces: AsyncIterable<string>): Promise<void> => {
  const handle = await whenFree(isBusy, async () => open(path, 'wx'))
  try {
    for await (const piece of pieces) await handle.writeFile(piece)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Lets `write` fill a new file beside `path`, then puts it in place durably, unless `isStillWanted`, asked right before, says no:
 * answers whether it did. A failure leaves `path` as it was, or, if only its sync
 * failed, with the new content that is not promised to last: whoever tries again must get there from either.
 */
export const replaceFile = async (
  path: string, write: (temporary: string) => Promise<void>, isStillWanted: () => Promise<boolean> = async () => Promise.resolve(true),
): Promise<boolean> => {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`
  try {
    const folder = dirname(path)
    if (!lasting.has(folder)) await makeFolder(folder)
    await write(temporary).catch(async (error: unknown) => {
      // Somebody removed the folder meanwhile.
      if (errorCode(error) !== 'ENOENT') throw error
      await makeFolder(folder)
      await write(temporary)
    })
    if (!(await isStillWanted())) {
      await rm(temporary, { force: true })
      return false
    }
    await whenFree(isHeld, async () => rename(temporary, path))
    await whenFree(isHeld, async () => syncFolder(dirname(path), path))
    return true
  } catch (error) {
    await whenFree(isHeld, async () => rm(temporary, { force: true })).catch(() => undefined)
    if (error instanceof AppError) throw error
    throw new AppError('store_write_failed', { path, reason: errorCode(error) }, { cause: error })
  }
}

/** Writes a whole file durably. Throws `store_write_failed`. */
export const writeDurably = async (path: string, data: string | Uint8Array, isStillWanted?: () => Promise<boolean>): Promise<boolean> =>
  replaceFile(path, async (temporary) => writeNew(temporary, data), isStillWanted)

/** Throws `file_unreadable` for what is no file: a pipe or a device may never end. */
export const expectFile = (path: string, found: Stats): void => {
  if (!found.isFile()) throw new AppError('file_unreadable', { path, reason: found.isDirectory() ? 'EISDIR' : 'not a file' })
}

/** A pipe is opened without waiting for whoever writes to it. Windows has no such flag, and no pipes among files. */
const toRead = process.platform === 'win32' ? 'r' : constants.O_RDONLY | constants.O_NONBLOCK

const readWhole = async (path: string): Promise<Buffer> => {
  const handle = await open(path, toRead)
  try {
    expectFile(path, await handle.stat())
    return await handle.readFile()
  } finally {
    await handle.close()
  }
}

/** The bytes of a file, or undefined where there is none. Throws `file_unreadable` where there is one that can't be read, or what is no file. */
export const readIfThere = async (path: string): Promise<Buffer | undefined> => {
  try {
    return await whenFree(isBusy, async () => readWhole(path))
  } catch (error) {
    if (error instanceof AppError) throw error
    if (errorCode(error) === 'ENOENT') return undefined
    // A socket can't even be opened.
    if (errorCode(error) === 'ENXIO') throw new AppError('file_unreadable', { path, reason: 'not a file' }, { cause: error })
    throw new AppError('file_unreadable', { path, reason: errorCode(error) }, { cause: error })
  }
}
