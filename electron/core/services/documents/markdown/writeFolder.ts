/** A folder of files, whole or not at all: written beside where it is to stand, or into it under another name, then put there. */
import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { copyFile, mkdir, open, rename, rm, rmdir, stat } from 'node:fs/promises'
import { basename, dirname, join, posix, resolve } from 'node:path'
import { AppError } from '#shared/contract/errors'
import { indexFile } from '../../../documents/writers/markdown/form'
import type { TreeFile } from '../../../documents/writers/markdown/zip'
import { atATime } from '../../../store/atATime'
import { errorCode, makeFolder, namesIn, syncEntries, syncsAtOnce, writeNew } from '../../../store/durableFile'

const copyNew = async (from: string, to: string): Promise<void> => {
  await copyFile(from, to, constants.COPYFILE_EXCL)
  const handle = await open(to, 'r+')
  try { await handle.sync() } finally { await handle.close() }
}

const expectEmpty = async (path: string): Promise<void> => {
  if ((await namesIn(path)).length > 0) throw new AppError('folder_not_empty', { path })
}

/** Entries go into a folder that is there one by one, what is in the folder's index last; what went in goes again where one can't. */
const moveInto = async (from: string, to: string): Promise<void> => {
  if ((await namesIn(to)).some((name) => name !== basename(from))) throw new AppError('folder_not_empty', { path: to })
  const moved: string[] = []
  try {
    for (const name of (await namesIn(from)).sort((a, b) => Number(a === indexFile) - Number(b === indexFile))) {
      await rename(join(from, name), join(to, name))
      moved.push(name)
    }
    await rmdir(from)
    await syncEntries(to)
  } catch (error) {
    for (const name of moved) await rm(join(to, name), { recursive: true, force: true })
    throw error
  }
}

const putInPlace = async (from: string, to: string): Promise<void> => {
  if ((await namesIn(to)).length > 0) throw new AppError('folder_not_empty', { path: to })
  await rename(from, to)
  await syncEntries(dirname(to))
}

const isThere = async (path: string): Promise<boolean> => stat(path).then((found) => found.isDirectory(), () => false)

/**
 * A folder that is there stays: it may be where a disk is mounted, and what is written beside it lie on another.
 * Throws `folder_not_empty`, `store_write_failed`, and what `onFile`, the texts and `beforePlacing` throw.
 */
export const writeFolder = async (to: string, files: readonly TreeFile[], onFile: (path: string) => void, beforePlacing: () => Promise<void>): Promise<void> => {
  const target = resolve(to)
  await expectEmpty(target)
  const isInside = await isThere(target)
  const temporaryName = `${basename(target)}.${randomBytes(6).toString('hex')}.tmp`
  const temporary = join(isInside ? target : dirname(target), temporaryName)
  const folders = [...new Set(files.map(({ path }) => posix.dirname(path)))].filter((folder) => folder !== '.')
  try {
    await makeFolder(temporary)
    for (const folder of folders) await mkdir(join(temporary, folder), { recursive: true })
    await atATime(syncsAtOnce, files, async (file) => {
      const path = join(temporary, file.path)
      await ('file' in file ? copyNew(file.file, path) : writeNew(path, await file.text()))
      onFile(file.path)
    })
    for (const folder of ['.', ...folders]) await syncEntries(join(temporary, folder))
    await beforePlacing()
    await (isInside ? moveInto : putInPlace)(temporary, target)
  } catch (error) {
    await rm(temporary, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined)
    if (error instanceof AppError || (error instanceof Error && error.name === 'AbortError')) throw error
    if (errorCode(error).startsWith('E')) throw new AppError('store_write_failed', { path: target, reason: errorCode(error) }, { cause: error })
    throw error
  }
}
