/** A lock that somebody else put in place: whether its holder still writes. */
import { readFile, stat } from 'node:fs/promises'
import { hostname, uptime } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import type { ErrorData } from '#shared/contract/errors'
import { errorCode } from './durableFile'
import { heartbeatMs, notToBeWritten, parseLock, staleMs, type LockFile } from './lockFile'
import { runningProcess } from './processes'
import { startStopwatch } from './stopwatch'

/** `silent`: its process seems to run and does not touch it. It is left if that goes on while we watch. */
type LockState = 'held' | 'silent' | 'left'

export interface FoundLock { text: string; touchedMs: number; holder: ErrorData<'library_locked'>; state: LockState }

/** Folders that this process has open to write, by the tokens of their locks. */
export const heldHere = new Map<string, string>()

/** A writer of this computer that has not touched its lock for this long hangs, or is another program that was given its number. */
const silentMs = 300_000
/** Both may have slept: within this time awake a writer has touched its lock. */
const watchMs = heartbeatMs + 5000
const lookEveryMs = 500

/** Whoever holds the lock here under the same path touches it; another path is a copy, or the same folder mounted in two places. */
const stateHere = async (found: LockFile, folder: string, untouchedMs: number): Promise<LockState> => {
  if (found.pid === process.pid) return heldHere.get(found.token) === folder ? 'held' : 'left'
  const running = await runningProcess(found.pid)
  if (!running || Date.parse(found.since) < Date.now() - uptime() * 1000 - staleMs) return 'left'
  const isKnown = found.started !== undefined && running.started !== undefined
  if (isKnown && found.started !== running.started) return 'left'
  if (isKnown && running.isStopped) return 'held'
  return Math.abs(untouchedMs) > silentMs || (found.folder !== undefined && found.folder !== folder) ? 'silent' : 'held'
}

const stateOf = async (found: LockFile | undefined, folder: string, touchedMs: number): Promise<LockState> => {
  const untouchedMs = Date.now() - touchedMs
  if (found?.host === hostname()) return stateHere(found, folder, untouchedMs)
  return untouchedMs > staleMs ? 'left' : 'held'
}

/** The lock that is in place, if any. Throws `library_read_only`. */
export const findLock = async (path: string, folder: string): Promise<FoundLock | undefined> => {
  try {
    const found = await stat(path)
    // A pipe would be waited for without end.
    if (!found.isFile()) throw new Error('not a file')
    const touchedMs = found.mtimeMs
    const text = await readFile(path, 'utf8')
    const parsed = parseLock(text)
    const { host, pid, since } = parsed ?? { host: '', pid: 0, since: '' }
    return { text, touchedMs, holder: { path, host, pid, since }, state: await stateOf(parsed, folder, touchedMs) }
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw notToBeWritten(path, error)
  }
}

export const isSameLock = (one: FoundLock, other: FoundLock | undefined): boolean => one.text === other?.text && one.touchedMs === other.touchedMs

/** Watches a silent lock: `left` if nobody touches it, `undefined` if another one or none is there, or that can't be said since we slept ourselves. */
export const watchLock = async (path: string, folder: string, silent: FoundLock): Promise<'held' | 'left' | undefined> => {
  for (let watchedMs = 0; watchedMs < watchMs; watchedMs += lookEveryMs) {
    const passed = startStopwatch()
    await wait(lookEveryMs)
    const now = await findLock(path, folder)
    if (now?.text !== silent.text || passed() > heartbeatMs) return undefined
    if (now.touchedMs !== silent.touchedMs) return 'held'
  }
  return 'left'
}
