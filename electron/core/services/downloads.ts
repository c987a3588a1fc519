/**
 * Where files that are made go: to a path that the user chose, or to be downloaded. Those are kept in the cache while the app runs, found
 * by an id that the host serves.
 */
import { mkdir, readdir, realpath, rm } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { AppError } from '#shared/contract/errors'
import { newId } from '#shared/model/ids'
import { errorCode } from '../store/durableFile'
import { isAlive } from '../store/processes'

export interface Download { path: string; name: string }

export interface DownloadService {
  /** A place for a file that is about to be made. Throws `store_write_failed`. */
  reserve: (name: string) => Promise<Download & { id: string }>
  find: (id: string) => Download | undefined
  /** Nothing happens where it is gone already. */
  remove: (id: string) => Promise<void>
  close: () => Promise<void>
}

/** `download` is the id of one, null for a file at a path that the user chose. */
export interface Target { path: string; name: string; download: string | null }

/**
 * Throws `invalid` for a path that is none, or that lies in the folder of the library: what is made there could take the place of a
 * record. `null` stands for a download.
 */
export const checkPath = async (to: string | null, library: string): Promise<void> => {
  if (to === null) return
  if (!isAbsolute(to)) throw new AppError('invalid', { issues: [{ path: 'to', message: 'not an absolute path' }] })
  const folder = dirname(resolve(to))
  const below = relative(library, await realpath(folder).catch(() => folder))
  if (!below.startsWith('..') && !isAbsolute(below)) throw new AppError('invalid', { issues: [{ path: 'to', message: 'inside the library' }] })
}

/** `to`, or a new place for a download under `name`. Throws `store_write_failed`. */
export const targetOf = async (downloads: DownloadService, to: string | null, name: string): Promise<Target> => {
  if (to !== null) return { path: to, name: basename(to), download: null }
  const { id, path } = await downloads.reserve(name)
  return { path, name, download: id }
}

const isOfRunning = (name: string): boolean => {
  const [, pid] = /^([1-9]\d*)-/.exec(name) ?? []
  return pid !== undefined && isAlive(Number(pid))
}

/** Each run has a folder of its own in `exports`. Those of runs that are over are removed: nobody is left to fetch what is in them. */
export const createDownloads = (exports: string): DownloadService => {
  const known = new Map<string, Download>()
  const folder = join(exports, `${process.pid}-${newId()}`)
  const emptied = readdir(exports).then(async (names) => {
    for (const name of names) if (!isOfRunning(name)) await rm(join(exports, name), { recursive: true, force: true })
  }).catch(() => undefined)

  return {
    reserve: async (name) => {
      await emptied
      const id = newId()
      const path = join(folder, id)
      await mkdir(folder, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
        throw new AppError('store_write_failed', { path: folder, reason: errorCode(error) }, { cause: error })
      })
      known.set(id, { path, name })
      return { id, path, name }
    },
    find: (id) => known.get(id),
    remove: async (id) => {
      const found = known.get(id)
      known.delete(id)
      if (found) await rm(found.path, { force: true }).catch(() => undefined)
    },
    close: async () => {
      known.clear()
      await rm(folder, { recursive: true, force: true }).catch(() => undefined)
    },
  }
}
