/** Packages that the system opens with the app: named on a command line, or handed over by macOS. They wait until a page takes them. */
import { EventEmitter, once } from 'node:events'
import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface OpenedFiles {
  /** Takes what names an existing package, relative to `folder`; options and anything else on a command line are passed over. */
  add: (args: readonly string[], folder: string) => void
  /** Takes those that no page took, for an instance to come. */
  takeAll: () => string[]
  /** The packages that wait, then each further one, until the signal aborts. Each goes to one watcher. */
  watch: (signal: AbortSignal | undefined) => AsyncGenerator<{ path: string }, void>
}

export const isPackageName = (arg: string): boolean => /\.lfpkg$/i.test(arg)

/** Linux desktops name files by URL. Undefined for what is no package there. */
const packagePath = (arg: string, folder: string): string | undefined => {
  if (arg.startsWith('-') || !isPackageName(arg)) return undefined
  try {
    const path = arg.startsWith('file:') ? fileURLToPath(arg) : resolve(folder, arg)
    return statSync(path).isFile() ? path : undefined
  } catch {
    return undefined
  }
}

export const createOpenedFiles = (): OpenedFiles => {
  const waiting: string[] = []
  const added = new EventEmitter().setMaxListeners(0)

  async function* watch(signal: AbortSignal | undefined): AsyncGenerator<{ path: string }, void> {
    while (!signal?.aborted) {
      const path = waiting.shift()
      if (path === undefined) {
        await once(added, 'added', signal ? { signal } : {}).catch(() => undefined)
        continue
      }
      let isTaken = false
      try {
        yield { path }
        isTaken = true
      } finally {
        // The page was gone before it asked for more: the next one gets it.
        if (!isTaken) waiting.unshift(path)
      }
    }
  }

  return {
    add: (args, folder) => {
      waiting.push(...args.flatMap((arg) => packagePath(arg, folder) ?? []))
      added.emit('added')
    },
    takeAll: () => waiting.splice(0),
    watch,
  }
}
