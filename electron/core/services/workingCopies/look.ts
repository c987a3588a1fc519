/** What has become of a copy's file, without reading again what has not changed. */
import { stat } from 'node:fs/promises'
import { isAppError } from '#shared/contract/errors'
import { errorCode } from '../../store/durableFile'
import { hashFile } from '../../store/hashFile'

export type Look =
  | { kind: 'read'; sha256: string; size: number; at: string; /** It was written just now, or meanwhile: there may be more to come. */ isFresh: boolean }
  | { kind: 'gone' }
  | { kind: 'unreadable'; reason: string }

/** Milliseconds without a write after which a program counts as done. */
export const quietMs = 1000

export const createLooker = (now: () => number): ((path: string) => Promise<Look>) => {
  const known = new Map<string, { stamp: string; sha256: string }>()

  const stampOf = async (path: string): Promise<{ stamp: string; size: number; writtenAt: number }> => {
    const { mtimeMs, size, ino } = await stat(path)
    return { stamp: `${mtimeMs}/${size}/${ino}`, size, writtenAt: mtimeMs }
  }

  const read = async (path: string): Promise<Look> => {
    const { stamp, size, writtenAt } = await stampOf(path)
    const before = known.get(path)
    const sha256 = before?.stamp === stamp ? before.sha256 : (await hashFile(path)).sha256
    const after = await stampOf(path)
    const age = now() - writtenAt
    const isFresh = after.stamp !== stamp || (age >= 0 && age < quietMs)
    // A file system may tell no times finer than a second or two: what was written just now is read again.
    if (!isFresh) known.set(path, { stamp, sha256 })
    return { kind: 'read', sha256, size, at: new Date(writtenAt).toISOString(), isFresh }
  }

  return async (path) => read(path).catch((error: unknown): Look => {
    const reason = isAppError(error) && 'reason' in error.data ? error.data.reason : errorCode(error)
    return reason === 'ENOENT' || reason === 'ENOTDIR' ? { kind: 'gone' } : { kind: 'unreadable', reason }
  })
}
