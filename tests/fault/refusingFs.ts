/** `node:fs/promises` that refuses chosen calls with a code of the system for a while: a file in use, a full disk, a right that is gone. */
import type * as fsPromises from 'node:fs/promises'

/** A call of the module, or one of a file that it opened. */
export type RefusedCall = 'open' | 'readFile' | 'readdir' | 'rename' | 'rm' | 'mkdir' | 'writeFile' | 'sync'

interface Refusal { call: RefusedCall; code: string; times: number; path: RegExp }

let refusals: Refusal[] = []
const refused: string[] = []

export const refusing = {
  /** The next `times` of these calls on a path that fits are refused. */
  refuse: (call: RefusedCall, code: string, times = Infinity, path = /(?:)/): void => { refusals.push({ call, code, times, path }) },
  /** From now on all is well; answers what was refused since the last time, as `call code`. */
  stop: (): string[] => {
    refusals = []
    return refused.splice(0)
  },
}

const pass = (call: RefusedCall, path: string): void => {
  const refusal = refusals.find((each) => each.call === call && each.times > 0 && each.path.test(path))
  if (!refusal) return
  refusal.times -= 1
  refused.push(`${call} ${refusal.code}`)
  throw Object.assign(new Error(`${refusal.code}: ${call} ${path}`), { code: refusal.code, syscall: call })
}

const refusable = <A extends unknown[], R>(call: RefusedCall, work: (...given: A) => Promise<R>) => async (...given: A): Promise<R> => {
  pass(call, String(given[0]))
  return work(...given)
}

/** A full disk takes some of what is written, then refuses. */
const withRefusals = (handle: fsPromises.FileHandle, path: string): fsPromises.FileHandle => {
  const [writeFile, sync] = [handle.writeFile.bind(handle), handle.sync.bind(handle)]
  return Object.assign(handle, {
    writeFile: async (data: string | Uint8Array) => {
      try {
        pass('writeFile', path)
      } catch (error) {
        await writeFile(data.slice(0, Math.floor(data.length / 2)))
        throw error
      }
      await writeFile(data)
    },
    sync: async () => {
      pass('sync', path)
      await sync()
    },
  })
}

export const withRefusalsIn = (actual: typeof fsPromises): typeof fsPromises => ({
  ...actual,
  mkdir: refusable('mkdir', actual.mkdir) as typeof actual.mkdir, readFile: refusable('readFile', actual.readFile) as typeof actual.readFile,
  readdir: refusable('readdir', actual.readdir) as typeof actual.readdir, rename: refusable('rename', actual.rename), rm: refusable('rm', actual.rm),
  open: async (path, flags, mode) => {
    // What is opened by the system's own flags is opened to be read.
    pass(typeof flags === 'number' ? 'readFile' : 'open', String(path))
    return withRefusals(await actual.open(path, flags, mode), String(path))
  },
})
