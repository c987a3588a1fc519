/**
 * `node:fs/promises` with a fault at a chosen step. A step is one call that reaches the disk: of the module, or of a file it opened.
 * Nothing is really synced, which costs most of the time: what a sync is good for is known by `disk.ts`, which follows every change.
 */
import { statSync, truncateSync } from 'node:fs'
import type * as fsPromises from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import type { Disk } from './disk'

/**
 * `crash`: every step from the chosen one on fails, and what was written and not synced is torn. `failure`: an EIO of that one step.
 * `full`: whatever needs room fails from there on until the disk is disarmed. `busy`: the step and the two after it fail with EBUSY.
 * `torn`: half of what is to be written is, then it fails; where nothing is written it is a failure. `slow`: others go first.
 */
export const faultKinds = ['crash', 'failure', 'full', 'busy', 'torn', 'slow'] as const
export type FaultKind = (typeof faultKinds)[number]

interface Armed { kind: FaultKind | 'outside'; at: number; steps: number; unsynced: Set<string>; outside: () => void }

let armed: Armed | undefined
let disk: Disk | undefined

export const faults = {
  /** The fault comes at step `at`, counted from 1. */
  arm: (kind: FaultKind, at: number): void => { armed = { kind, at, steps: 0, unsynced: new Set(), outside: () => undefined } },
  /** Another program does something right before step `at`. */
  armOutside: (at: number, outside: () => void): void => { armed = { kind: 'outside', at, steps: 0, unsynced: new Set(), outside } },
  /** From now on all is well; answers whether the fault has come. */
  disarm: (): boolean => {
    const hasCome = armed !== undefined && armed.steps >= armed.at
    armed = undefined
    return hasCome
  },
  hasCome: (): boolean => armed !== undefined && armed.steps >= armed.at,
  /** From now on a disk follows what is done; none to let it be. */
  follow: (following: Disk | undefined): void => { disk = following },
}

const tear = (path: string): void => { truncateSync(path, Math.floor(statSync(path).size / 2)) }

const failWith = (code: string, { kind, at }: Armed): never => { throw Object.assign(new Error(`${code}: step ${at}`), { code, syscall: kind }) }

interface StepKind { needsRoom: boolean; half?: () => Promise<void> }

const step = async ({ needsRoom, half }: StepKind): Promise<void> => {
  if (!armed) return
  const now = armed
  now.steps += 1
  const { kind, at, steps } = now
  if (steps < at) return
  if (kind === 'crash') {
    now.unsynced.forEach(tear)
    now.unsynced.clear()
    failWith('EIO', now)
  }
  if (kind === 'full' && needsRoom) failWith('ENOSPC', now)
  if (kind === 'busy' && steps < at + 3) failWith('EBUSY', now)
  if (steps > at) return
  if (kind === 'outside') now.outside()
  if (kind === 'slow') await wait(15)
  if (kind === 'torn') await half?.()
  if (kind === 'failure' || kind === 'torn') failWith('EIO', now)
}

let turn: Promise<unknown> = Promise.resolve()

/** While a disk follows, it sees the calls in the order in which they are done: two that run at once may be answered the other way round. */
const inOrder = async <R>(work: () => Promise<R>): Promise<R> => {
  if (!disk) return work()
  const result = turn.then(work)
  turn = result.catch(() => undefined)
  return result
}

const counted = <A extends unknown[], R>(work: (...given: A) => Promise<R>, needsRoom = false, after: (...given: A) => void = () => undefined) =>
  async (...given: A): Promise<R> => {
    await step({ needsRoom })
    return inOrder(async () => {
      const result = await work(...given)
      after(...given)
      return result
    })
  }

/** Closing is no step: what a process had open is closed when it dies. */
const withFaults = (handle: fsPromises.FileHandle, path: string): fsPromises.FileHandle => {
  const writeFile = handle.writeFile.bind(handle)
  const node = disk?.nodeAt(path)
  const write = async (data: string | Uint8Array): Promise<void> => {
    armed?.unsynced.add(path)
    await writeFile(data)
    disk?.written(node, Buffer.from(data))
  }
  return Object.assign(handle, {
    writeFile: async (data: string | Uint8Array) => {
      const bytes = Buffer.from(data)
      await step({ needsRoom: true, half: async () => write(bytes.subarray(0, Math.floor(bytes.length / 2))) })
      await write(bytes)
    },
    sync: async () => {
      await step({ needsRoom: false })
      armed?.unsynced.delete(path)
      disk?.synced(node)
    },
  })
}

export const withFaultsIn = (actual: typeof fsPromises): typeof fsPromises => ({
  ...actual,
  access: counted(actual.access), readFile: counted(actual.readFile) as typeof actual.readFile, readdir: counted(actual.readdir) as typeof actual.readdir,
  stat: counted(actual.stat) as typeof actual.stat,
  mkdir: counted(actual.mkdir, true, (path) => disk?.folderMade(String(path))) as typeof actual.mkdir,
  rm: counted(actual.rm, false, (path) => disk?.removed(String(path))),
  rmdir: counted(actual.rmdir, false, (path) => disk?.removed(String(path))),
  link: counted(actual.link, true, (from, to) => disk?.linked(String(from), String(to))),
  open: async (path, flags, mode) => {
    await step({ needsRoom: typeof flags === 'string' && flags !== 'r' && flags !== 'r+' })
    return inOrder(async () => {
      const handle = await actual.open(path, flags, mode)
      if (flags === 'wx') disk?.created(String(path))
      return withFaults(handle, String(path))
    })
  },
  rename: counted(async (from, to) => {
    await actual.rename(from, to)
    disk?.renamed(String(from), String(to))
    if (armed?.unsynced.delete(String(from))) armed.unsynced.add(String(to))
  }),
})
