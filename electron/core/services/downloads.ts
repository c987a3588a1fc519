/** Files that were made to be downloaded: kept in the cache while the app runs, found by an id that the host serves. */
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '#shared/contract/errors'
import { newId } from '#shared/model/ids'
import { errorCode } from '../store/durableFile'

export interface Download { path: string; name: string }

export interface DownloadService {
  /** A place for a file that is about to be made. Throws `store_write_failed`. */
  reserve: (name: string) => Promise<Download & { id: string }>
  find: (id: string) => Download | undefined
  close: () => Promise<void>
}

/** `folder` is emptied at the start: what a run that crashed left there has nobody to fetch it. */
export const createDownloads = (folder: string): DownloadService => {
  const known = new Map<string, Download>()
  const emptied = readdir(folder).then(async (names) => {
    for (const name of names) await rm(join(folder, name), { recursive: true, force: true })
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
    close: async () => {
      for (const { path } of known.values()) await rm(path, { force: true }).catch(() => undefined)
      known.clear()
    },
  }
}
