/** The `lock` file itself: what is in it, and putting it in place whole, by a hard link, so that of two who come at once exactly one gets it. */
import { link, readFile, realpath, rename, rm, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { z } from 'zod'
import { AppError } from '#shared/contract/errors'
import { newId, Timestamp, Uuid } from '#shared/model/ids'
import { errorCode, writeNew } from './durableFile'
import { runningProcess } from './processes'

export const LockFile = z.looseObject({
  device: Uuid, host: z.string(), pid: z.int().positive(), since: Timestamp, token: Uuid,
  /** Tells the process from a later one that was given its number. Where the system does not say it, and in older locks, it is missing. */
  started: z.string().optional(),
  /** The real path of the folder that it was made for: a copy of the folder takes it along. */
  folder: z.string().optional(),
})
export type LockFile = z.infer<typeof LockFile>

export const heartbeatMs = 10_000
/** Another computer's lock that is not touched for this long was left behind, or came with a copy. */
export const staleMs = 60_000

export const notToBeWritten = (path: string, error: unknown): AppError => new AppError('library_read_only', { path, reason: errorCode(error) }, { cause: error })

export const parseLock = (text: string): LockFile | undefined => {
  try { return LockFile.safeParse(JSON.parse(text)).data } catch { return undefined }
}

export const folderOf = async (path: string): Promise<string> => realpath(dirname(path)).catch((error: unknown) => { throw notToBeWritten(path, error) })

/** A lock of this process. */
export const ownLock = async (folder: string, device: string, token: string, since: string): Promise<LockFile> => ({
  device, host: hostname(), pid: process.pid, since, token, started: (await runningProcess(process.pid))?.started, folder,
})

/**
 * Runs `work` with a file beside the lock that holds its text, to be linked or moved into place. Its name is the token's alone.
 * Throws `library_read_only`.
 */
export const withLockBeside = async <T>(path: string, token: string, text: string, work: (beside: string) => Promise<T>): Promise<T> => {
  const beside = `${path}.${token}.tmp`
  try {
    await writeNew(beside, text).catch((error: unknown) => { throw notToBeWritten(path, error) })
    return await work(beside)
  } finally {
    await rm(beside, { force: true }).catch(() => undefined)
  }
}

/** Puts it in place if there is none; answers whether it did. Where there are no hard links (FAT, some network drives), the file is made in place instead. */
export const putInPlace = async (beside: string, path: string, text: string): Promise<boolean> => {
  try {
    await link(beside, path).catch(async (error: unknown) => {
      if (errorCode(error) === 'EEXIST') throw error
      await writeNew(path, text)
    })
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw notToBeWritten(path, error)
  }
}

/**
 * Takes away the lock that is in place, if it is the one meant; answers whether it did. It is moved aside before it is looked at, so that
 * what came in its place meanwhile, where somebody removed it, is put back instead of being removed or written over.
 */
export const takeAway = async (path: string, isMeant: (text: string, touchedMs: number) => boolean): Promise<boolean> => {
  const aside = `${path}.${newId()}.tmp`
  try {
    await rename(path, aside)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false
    throw error
  }
  try {
    const text = await readFile(aside, 'utf8')
    if (isMeant(text, (await stat(aside)).mtimeMs)) return true
    await putInPlace(aside, path, text)
    return false
  } finally {
    await rm(aside, { force: true }).catch(() => undefined)
  }
}
