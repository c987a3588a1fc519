/** The folder that a library is backed up to: where it may be, whether it is there, and whether it is on another disk. */
import { readdir, realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, relative } from 'node:path'
import { AppError } from '#shared/contract/errors'
import { isRunName, manifestName, timeOfRun } from '../../backups/format'
import { folderOfLibrary } from '../../backups/runs'
import { errorCode } from '../../store/durableFile'
import type { BackupPlan } from '#shared/model/settings'
import type { Session } from '../session'

const refused = (message: string): AppError => new AppError('invalid', { issues: [{ path: 'folder', message }] })

/** Throws `invalid` for a path that is none or lies in the library, `backup_failed` where there is no folder. */
export const checkTarget = async (folder: string, library: string): Promise<void> => {
  if (!isAbsolute(folder)) throw refused('not an absolute path')
  const found = await stat(folder).catch((error: unknown) => { throw new AppError('backup_failed', { path: folder, reason: errorCode(error) }, { cause: error }) })
  if (!found.isDirectory()) throw new AppError('backup_failed', { path: folder, reason: 'ENOTDIR' })
  const below = relative(library, await realpath(folder))
  if (!below.startsWith('..') && !isAbsolute(below)) throw refused('inside the library')
}

const deviceOf = async (path: string): Promise<number | undefined> => stat(path).then(({ dev }) => dev, () => undefined)

export const isSameDisk = async (folder: string, library: string): Promise<boolean | null> => {
  const [there, here] = await Promise.all([deviceOf(folder), deviceOf(library)])
  return there === undefined || here === undefined ? null : there === here
}

export interface FoundTarget {
  isReachable: boolean
  /** The time of the last run there that counts, in milliseconds since 1970. */
  lastGood: number | null
}

/** The last committed run in a folder, by its name: another program may have made one meanwhile. */
const latestIn = async (folder: string): Promise<number | null> => {
  for (const name of (await readdir(folder)).filter(isRunName).sort().reverse()) {
    const isCommitted = await stat(join(folder, name, manifestName)).then(() => true, () => false)
    if (isCommitted) return timeOfRun(name)
  }
  return null
}

/**
 * A folder counts as there if it still holds what was backed up to it: the folder that a drive is mounted on is there without the drive
 * too, and a backup must not land beside it.
 */
export const lookAtTarget = async ({ folder, lastGood }: Pick<BackupPlan, 'folder' | 'lastGood'>, { folder: { library } }: Session): Promise<FoundTarget> => {
  const known = lastGood === null ? null : Date.parse(lastGood.at)
  try {
    const there = await folderOfLibrary(folder, library.current())
    if (!there.isThere) return { isReachable: known === null, lastGood: known }
    const latest = await latestIn(there.folder)
    return { isReachable: true, lastGood: known === null || latest === null ? latest ?? known : Math.max(known, latest) }
  } catch {
    // Whatever keeps it from being looked at: it is not there to be written to.
    return { isReachable: false, lastGood: known }
  }
}
