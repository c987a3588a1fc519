/** Restores a run whole to an empty folder: every file compared with its hash, `library.json` last, so that a part of a library is none. */
import { mkdir, open, readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError } from '#shared/contract/errors'
import type { BackedUpFile } from '#shared/model/backup'
import { errorCode, makeFolder, removeDurably, syncEntries } from '../store/durableFile'
import { inParallel } from './inParallel'
import { readFiles, type Run } from './runs'
import { eachFile } from './verifyRun'

const libraryFile = 'library.json'
const syncsAtOnce = 16

/** What lies in a folder that is as good as empty. */
const isNothing = (name: string): boolean => name.startsWith('.') || name === 'desktop.ini'

const failed = (path: string, error: unknown): unknown => {
  const isSystem = error instanceof Error && 'syscall' in error
  return isSystem ? new AppError('store_write_failed', { path, reason: errorCode(error) }, { cause: error }) : error
}

/** Makes the folder, or takes one that is empty. Throws `library_exists`, `folder_not_empty`, `store_write_failed`. */
const prepareFolder = async (to: string): Promise<void> => {
  try {
    await makeFolder(to)
    const names = await readdir(to)
    if (names.includes(libraryFile)) throw new AppError('library_exists', { path: to })
    if (!names.every(isNothing)) throw new AppError('folder_not_empty', { path: to })
  } catch (error) {
    throw failed(to, error)
  }
}

/** Writes a new file; it is not synced yet. Throws errors of the system, and what the chunks throw. */
export const writeChunks = async (path: string, chunks: AsyncIterable<Buffer>, sync: boolean): Promise<void> => {
  const handle = await open(path, 'wx')
  try {
    for await (const chunk of chunks) await handle.writeFile(chunk)
    if (sync) await handle.sync()
  } finally {
    await handle.close()
  }
}

const syncFile = async (path: string): Promise<void> => {
  const handle = await open(path, process.platform === 'win32' ? 'r+' : 'r')
  try { await handle.sync() } finally { await handle.close() }
}

/** All folders that hold one of the paths, those above them too, the deepest first. */
const foldersOf = (paths: Iterable<string>): string[] => {
  const folders = new Set<string>()
  for (const path of paths) for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) folders.add(folder)
  return [...folders].sort((a, b) => b.length - a.length)
}

export interface RestoredRun { path: string; files: number; bytes: number }

/**
 * Nothing is written over. A restore that fails or is cancelled removes what it wrote. Throws `folder_not_empty`, `library_exists`,
 * `store_write_failed`, `backup_damaged`, and the reason of the signal.
 */
export const restoreRun = async (run: Run, to: string, signal: AbortSignal, onProgress: (done: number, total: number, current: string) => void): Promise<RestoredRun> => {
  await prepareFolder(to)
  const written: string[] = []
  try {
    const files = await readFiles(run)
    let done = 0
    const step = (current: string): void => { onProgress((done += 1), 2 * files.size, current) }
    const made = new Set<string>()
    const put = async (file: BackedUpFile, chunks: AsyncIterable<Buffer>): Promise<void> => {
      const path = join(to, file.path)
      if (!made.has(dirname(path))) await mkdir(dirname(path), { recursive: true })
      made.add(dirname(path))
      written.push(path)
      await writeChunks(path, chunks, false)
      step(file.path)
    }
    const write = async (some: BackedUpFile[]): Promise<void> => eachFile(run, some, signal, put, (_problem, error) => { throw error })

    const head = files.get(libraryFile)
    await write([...files.values()].filter((file) => file !== head))
    // Most of it has reached the disk by itself by now: syncing each file while it is written would take many times longer.
    await inParallel([...written], syncsAtOnce, async (path) => { signal.throwIfAborted(); await syncFile(path); step(path) })
    await inParallel(foldersOf(files.keys()), syncsAtOnce, async (folder) => syncEntries(join(to, folder)))
    if (head) {
      await write([head])
      await syncFile(join(to, libraryFile))
    }
    await syncEntries(to)
    return { path: to, files: files.size, bytes: run.manifest.bytes }
  } catch (error) {
    await removeDurably([join(to, libraryFile)]).catch(() => undefined)
    for (const path of written) await rm(path, { force: true }).catch(() => undefined)
    for (const folder of new Set(written.map((path) => path.slice(to.length + 1).split(/[\\/]/)[0] ?? ''))) {
      if (folder !== '' && folder !== libraryFile) await rm(join(to, folder), { recursive: true, force: true }).catch(() => undefined)
    }
    signal.throwIfAborted()
    throw failed(to, error)
  }
}
