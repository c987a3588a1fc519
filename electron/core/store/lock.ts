/**
 * One writer at a time: the `lock` file says who has a library open to write. Here it is taken. One that a crash left, or that a copy of the
 * folder or a sync tool brought along, is taken over; `foundLock.ts` says which is, `heldLock.ts` keeps what is ours.
 */
import { mkdir, rmdir, stat } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { AppError } from '#shared/contract/errors'
import { newId } from '#shared/model/ids'
import { errorCode } from './durableFile'
import { findLock, heldHere, isSameLock, watchLock, type FoundLock } from './foundLock'
import { holdLock, type Lock } from './heldLock'
import { folderOf, notToBeWritten, ownLock, putInPlace, staleMs, takeAway, withLockBeside } from './lockFile'

export type { Lock } from './heldLock'

const attempts = 20
const betweenAttemptsMs = 25

/**
 * Puts our lock in the place of one that was left, if it is still the one we saw and nobody touched it. One at a time: whoever else sees it
 * left meanwhile tries again. A take-over that a crash broke off is cleared after a minute.
 */
const takeOver = async (path: string, folder: string, text: string, expected: FoundLock, beside: string): Promise<boolean> => {
  const turn = `${path}.takeover`
  try {
    await mkdir(turn)
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw notToBeWritten(path, error)
    const since = await stat(turn).then((found) => found.mtimeMs, () => Date.now())
    if (Date.now() - since > staleMs) await rmdir(turn).catch(() => undefined)
    return false
  }
  try {
    if (!isSameLock(expected, await findLock(path, folder))) return false
    const isLeft = await takeAway(path, (found, touchedMs) => found === expected.text && touchedMs === expected.touchedMs)
    return isLeft && await putInPlace(beside, path, text)
  } catch (error) {
    throw error instanceof AppError ? error : notToBeWritten(path, error)
  } finally {
    await rmdir(turn).catch(() => undefined)
  }
}

/** One try: whether ours is in place now. Throws `library_locked` where another one's holder writes. */
const take = async (path: string, folder: string, text: string, beside: string): Promise<boolean> => {
  if (await putInPlace(beside, path, text)) return true
  const found = await findLock(path, folder)
  if (!found) return false
  const state = found.state === 'silent' ? await watchLock(path, folder, found) : found.state
  if (state === 'held') throw new AppError('library_locked', found.holder)
  return state === 'left' && takeOver(path, folder, text, found, beside)
}

/** Takes the lock. Throws `library_locked` with its holder, `library_read_only` where the folder can't be written. */
export const takeLock = async (path: string, device: string, now: () => number): Promise<Lock> => {
  const token = newId()
  const folder = await folderOf(path)
  const text = JSON.stringify(await ownLock(folder, device, token, new Date(now()).toISOString()))
  // Before it is in place: whoever opens it in this process meanwhile must not take it for one that was left.
  heldHere.set(token, folder)
  try {
    return await withLockBeside(path, token, text, async (beside) => {
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        if (await take(path, folder, text, beside)) return holdLock(path, text, token)
        await wait(betweenAttemptsMs)
      }
      throw new AppError('library_locked', { path, host: '', pid: 0, since: '' })
    })
  } catch (error) {
    heldHere.delete(token)
    throw error
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
