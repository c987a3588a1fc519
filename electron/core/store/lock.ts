/** One writer at a time: the `lock` file says who has a library open. One left by a crash, or brought from another device, is taken over. */
import { open, readFile, rm, utimes, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { z } from 'zod'
import { AppError, type ErrorData } from '#shared/contract/errors'
import { Timestamp, Uuid } from '#shared/model/ids'
import { errorCode } from './durableFile'

const LockFile = z.looseObject({ device: Uuid, host: z.string(), pid: z.int().positive(), since: Timestamp })

const heartbeatMs = 10_000
/** A holder that has not touched its lock for this long is gone, even if another program has its process id now. */
const staleMs = 60_000

export interface Lock { release: () => Promise<void> }

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}

/** Who really holds the lock, or undefined where it is free, stale or another device's. */
const holder = async (path: string, device: string, now: number): Promise<ErrorData<'library_locked'> | undefined> => {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const touched = await stat(path).then((found) => found.mtimeMs, () => 0)
  const parsed = LockFile.safeParse(safeJson(text))
  if (!parsed.success || parsed.data.device !== device) return undefined
  const { host, pid, since } = parsed.data
  const gone = pid === process.pid ? !held.has(path) : host === hostname() && (!isAlive(pid) || now - touched > staleMs)
  return gone ? undefined : { path, host, pid, since }
}

const safeJson = (text: string): unknown => {
  try { return JSON.parse(text) } catch { return undefined }
}

/** Locks that this process holds, so that a second opening in it is refused as well. */
const held = new Set<string>()

/** Takes the lock. Throws `library_locked` with its holder, `library_read_only` where the folder can't be written. */
export const takeLock = async (path: string, device: string, now: () => number): Promise<Lock> => {
  const content = JSON.stringify({ device, host: hostname(), pid: process.pid, since: new Date(now()).toISOString() })
  const create = async (): Promise<boolean> => {
    try {
      const handle = await open(path, 'wx')
      try { await handle.writeFile(content) } finally { await handle.close() }
      return true
    } catch (error) {
      if (errorCode(error) === 'EEXIST') return false
      throw new AppError('library_read_only', { path, reason: errorCode(error) }, { cause: error })
    }
  }
  if (!(await create())) {
    const other = await holder(path, device, Date.now())
    if (other) throw new AppError('library_locked', other)
    await rm(path, { force: true })
    if (!(await create())) throw new AppError('library_locked', { path, host: '', pid: 0, since: '' })
  }
  held.add(path)
  const beat = setInterval(() => { const time = new Date(); void utimes(path, time, time).catch(() => undefined) }, heartbeatMs)
  beat.unref()
  return {
    release: async () => {
      clearInterval(beat)
      if (held.delete(path)) await rm(path, { force: true })
    },
  }
}
