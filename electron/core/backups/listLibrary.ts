/** Which files a library has now, with what is committed and not in place yet. Temporary files, journal and lock are none. */
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '#shared/contract/errors'
import { errorCode } from '../store/durableFile'
import type { Journal } from '../store/journal'
import { isLibraryPath, type changingFolders, type keptFolders } from './format'
import { inParallel } from './inParallel'

export interface LibrarySource { root: string; journal: Pick<Journal, 'names' | 'find'> }

/** `path` in the library, `size` in bytes, `modified` in milliseconds since 1970. */
export interface ListedFile { path: string; size: number; modified: number }

const atOnce = 24

type Folder = (typeof changingFolders)[number] | (typeof keptFolders)[number] | 'library.json'

/** `onOdd` is told of a file whose name no zip can hold. Throws `file_unreadable` where a folder can't be listed. */
export const listLibrary = async ({ root, journal }: LibrarySource, folders: readonly Folder[], signal: AbortSignal, onOdd: (path: string) => void): Promise<ListedFile[]> => {
  const files: ListedFile[] = []

  const visit = async (path: string): Promise<void> => {
    const place = join(root, path)
    const found = await stat(place).catch(async (error: unknown) => {
      if (errorCode(error) !== 'ENOENT') throw new AppError('file_unreadable', { path: place, reason: errorCode(error) }, { cause: error })
      // Committed and not in place yet, or gone meanwhile.
      const staged = await journal.find(place)
      return staged === undefined ? undefined : stat(staged)
    })
    if (!found) return
    if (found.isDirectory()) return walk(path)
    if (!found.isFile()) return
    if (isLibraryPath(path)) files.push({ path, size: found.size, modified: found.mtimeMs })
    else onOdd(path)
  }

  const walk = async (folder: string): Promise<void> => {
    signal.throwIfAborted()
    const names = (await journal.names(join(root, folder))).filter((name) => !name.endsWith('.tmp')).sort()
    await inParallel(names, atOnce, async (name) => visit(`${folder}/${name}`))
  }

  for (const folder of folders) {
    const from = files.length
    await (folder === 'library.json' ? visit(folder) : walk(folder))
    const ours = files.splice(from).sort((a, b) => (a.path < b.path ? -1 : 1))
    for (const file of ours) files.push(file)
  }
  return files
}
