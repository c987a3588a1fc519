/**
 * `node:fs/promises` with a fault at a chosen step. A step is one call that reaches the disk: of the module, or of a file it opened.
 * A crash stops every step from the chosen one on and tears what was written and not synced; a failure is an EIO of that one step alone.
 */
import { statSync, truncateSync } from 'node:fs'
import type * as fsPromises from 'node:fs/promises'

export type FaultKind = 'crash' | 'failure'

interface Armed { kind: FaultKind; at: number; steps: number; unsynced: Set<string> }

let armed: Armed | undefined

export const faults = {
  /** The fault comes at step `at`, counted from 1. */
  arm: (kind: FaultKind, at: number): void => { armed = { kind, at, steps: 0, unsynced: new Set() } },
  /** From now on all is well; answers whether the fault has come. */
  disarm: (): boolean => {
    const hasCome = armed !== undefined && armed.steps >= armed.at
    armed = undefined
    return hasCome
  },
}

const tear = (path: string): void => { truncateSync(path, Math.floor(statSync(path).size / 2)) }

const step = (): void => {
  if (!armed) return
  armed.steps += 1
  if (armed.steps < armed.at || (armed.kind === 'failure' && armed.steps > armed.at)) return
  if (armed.kind === 'crash') {
    armed.unsynced.forEach(tear)
    armed.unsynced.clear()
  }
  throw Object.assign(new Error(`EIO: step ${armed.at}`), { code: 'EIO', syscall: armed.kind })
}

const counted = <A extends unknown[], R>(work: (...given: A) => Promise<R>) => async (...given: A): Promise<R> => {
  step()
  return work(...given)
}

/** Closing is no step: what a process had open is closed when it dies. Nothing is really synced, which costs most of the time. */
const withFaults = (handle: fsPromises.FileHandle, path: string): fsPromises.FileHandle => {
  const writeFile = handle.writeFile.bind(handle)
  return Object.assign(handle, {
    writeFile: counted(async (data: string | Uint8Array) => {
      armed?.unsynced.add(path)
      await writeFile(data)
    }),
    sync: counted(async () => {
      armed?.unsynced.delete(path)
      return Promise.resolve()
    }),
  })
}

export const withFaultsIn = (actual: typeof fsPromises): typeof fsPromises => ({
  ...actual,
  access: counted(actual.access), mkdir: counted(actual.mkdir) as typeof actual.mkdir, readFile: counted(actual.readFile) as typeof actual.readFile,
  readdir: counted(actual.readdir) as typeof actual.readdir, rm: counted(actual.rm), stat: counted(actual.stat) as typeof actual.stat,
  open: async (path, flags, mode) => {
    step()
    return withFaults(await actual.open(path, flags, mode), String(path))
  },
  rename: counted(async (from, to) => {
    await actual.rename(from, to)
    if (armed?.unsynced.delete(String(from))) armed.unsynced.add(String(to))
  }),
})
