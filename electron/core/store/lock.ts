/**
 * One writer at a time: the `lock` file says who has a library open to write. It is put in place whole, by a hard link, so that of two
 * who come at once exactly one gets it. A lock that a crash left, or that a sync tool brought from another computer, is taken over.
 */
import { link, mkdir, readFile, rename, rm, rmdir, stat, utimes } from 'node:fs/promises'
import { hostname, uptime } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { AppError, type ErrorData } from '#shared/contract/errors'
import { newId, Timestamp, Uuid } from '#shared/model/ids'
import { errorCode, writeNew } from './durableFile'

const LockFile = z.looseObject({ device: Uuid, host: z.string(), pid: z.int().positive(), since: Timestamp, token: Uuid })

const heartbeatMs = 10_000
/** Another computer's lock that is not touched for this long was left behind, or came with a copy. */
const staleMs = 60_000
/** A writer that looked at its lock this short a time ago need not look again. */
const sureForMs = 2000
const attempts = 20
const betweenAttemptsMs = 25

export interface Lock {
  /** False once another program has taken the lock over: this one must not write any more. */
  isHeld: () => boolean
  /** Looks at the lock again if that was not done just now. */
  makeSure: () => Promise<void>
  release: () => Promise<void>
}

interface FoundLock { text: string; holder: ErrorData<'library_locked'>; isLeft: boolean }

/** Tokens of the locks that this process holds. */
const held = new Set<string>()

/** Whether a process of this computer runs. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}

const parse = (text: string): z.infer<typeof LockFile> | undefined => {
  try { return LockFile.safeParse(JSON.parse(text)).data } catch { return undefined }
}

/** On this computer a lock is left if its process is gone or it is from before the last start of the system; elsewhere, if nobody touches it. */
const isLeft = (found: z.infer<typeof LockFile> | undefined, touchedMs: number): boolean => {
  const untouched = Date.now() - touchedMs > staleMs
  if (!found) return untouched
  if (found.host !== hostname()) return untouched
  if (found.pid === process.pid) return !held.has(found.token)
  return !isAlive(found.pid) || Date.parse(found.since) < Date.now() - uptime() * 1000 - staleMs
}

const unreadable = (path: string, error: unknown): AppError => new AppError('library_read_only', { path, reason: errorCode(error) }, { cause: error })

const find = async (path: string): Promise<FoundLock | undefined> => {
  try {
    const text = await readFile(path, 'utf8')
    const parsed = parse(text)
    const { host, pid, since } = parsed ?? { host: '', pid: 0, since: '' }
    return { text, holder: { path, host, pid, since }, isLeft: isLeft(parsed, (await stat(path)).mtimeMs) }
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw unreadable(path, error)
  }
}

/** Where there are no hard links (FAT, some network drives), the file is made in place instead. */
const putInPlace = async (temporary: string, path: string, text: string): Promise<boolean> => {
  try {
    await link(temporary, path).catch(async (error: unknown) => {
      if (errorCode(error) === 'EEXIST') throw error
      await writeNew(path, text)
    })
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw unreadable(path, error)
  }
}

/**
 * Puts our lock in the place of one that was left, if it is still the one we saw. One at a time: whoever else sees it left meanwhile
 * tries again. A take-over that a crash broke off is cleared after a minute.
 */
const takeOver = async (path: string, expected: string, temporary: string): Promise<boolean> => {
  const turn = `${path}.takeover`
  try {
    await mkdir(turn)
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw unreadable(path, error)
    const since = await stat(turn).then((found) => found.mtimeMs, () => Date.now())
    if (Date.now() - since > staleMs) await rmdir(turn).catch(() => undefined)
    return false
  }
  try {
    if ((await find(path))?.text !== expected) return false
    await rename(temporary, path)
    return true
  } catch (error) {
    throw error instanceof AppError ? error : unreadable(path, error)
  } finally {
    await rmdir(turn).catch(() => undefined)
  }
}

/** Takes the lock. Throws `library_locked` with its holder, `library_read_only` where the folder can't be written. */
export const takeLock = async (path: string, device: string, now: () => number): Promise<Lock> => {
  const token = newId()
  const text = JSON.stringify({ device, host: hostname(), pid: process.pid, since: new Date(now()).toISOString(), token })
  const temporary = `${path}.${token}.tmp`
  try {
    await writeNew(temporary, text).catch((error: unknown) => { throw unreadable(path, error) })
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      held.add(token)
      if (await putInPlace(temporary, path, text)) return hold(path, text, token)
      held.delete(token)
      const found = await find(path)
      if (found && !found.isLeft) throw new AppError('library_locked', found.holder)
      held.add(token)
      if (found && await takeOver(path, found.text, temporary)) return hold(path, text, token)
      held.delete(token)
      await wait(betweenAttemptsMs)
    }
    throw new AppError('library_locked', { path, host: '', pid: 0, since: '' })
  } finally {
    await rm(temporary, { force: true }).catch(() => undefined)
  }
}

/** Runs `work` with the lock, and lets it go after. Throws what `takeLock` throws. */
export const withLock = async <T>(path: string, device: string, now: () => number, work: () => Promise<T>): Promise<T> => {
  const lock = await takeLock(path, device, now)
  try {
    return await work()
  } finally {
    await lock.release()
  }
}

const hold = (path: string, text: string, token: string): Lock => {
  let isHeld = true
  let checkedAt = Date.now()
  /** Whether what is in place is ours for certain. */
  const check = async (): Promise<boolean> => {
    const found = await readFile(path, 'utf8').catch(() => undefined)
    if (found !== undefined && found !== text) isHeld = false
    checkedAt = Date.now()
    return found === text
  }
  const beat = setInterval(() => {
    const time = new Date()
    void check().then(async () => { if (isHeld) await utimes(path, time, time).catch(() => undefined) })
  }, heartbeatMs)
  beat.unref()
  return {
    isHeld: () => isHeld,
    makeSure: async () => { if (Date.now() - checkedAt > sureForMs) await check() },
    release: async () => {
      clearInterval(beat)
      if (await check()) await rm(path, { force: true })
      // Only now: whoever opens it in this process meanwhile must not take the lock for one that was left.
      held.delete(token)
      isHeld = false
    },
  }
}
