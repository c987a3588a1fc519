/**
 * Makes one run of a backup: copies what is new, reads every part back and compares it, then writes list and manifest. The manifest
 * commits; a run that fails or is cancelled leaves nothing that counts.
 */
import { createHash } from 'node:crypto'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { AppError } from '#shared/contract/errors'
import { backupFormat, type BackedUpFile, type BackedUpRecord, type BackupManifest } from '#shared/model/backup'
import { errorCode } from '../store/durableFile'
import { copyFiles, type Copying } from './copyFiles'
import { writeList } from './fileList'
import { changingFolders, damaged, isRunName, keptFolders, limits as usual, listName, manifestName, nameOfRun, putInPlace, syncTargetFolder, targetFailure, timeOfRun, type Limits } from './format'
import { listLibrary, type LibrarySource } from './listLibrary'
import { createPartWriter } from './partWriter'
import { loadBefore } from './before'
import type { Run } from './runs'
import { compareFiles } from './verifyRun'

export interface RunFacts { library: BackupManifest['library']; device: string; now: () => number }

export interface RunControl {
  signal: AbortSignal
  /** Files, and bytes written so far; `total` grows while files are found. */
  onProgress: (step: { done: number; total: number; bytes: number; current: string }) => void
  /** The 受控 records of the library, those first that this run holds anew: throws where they may not leave. Before anything is committed. */
  onRestricted: (all: readonly BackedUpRecord[]) => void
  /** Just before the run is committed: `restricted` are those that leave with it, `sha256` the hash of the manifest. */
  beforeCommit: (run: { name: string; manifest: BackupManifest; sha256: string; restricted: readonly BackedUpRecord[] }) => Promise<void>
  /** For tests. */
  limits?: Limits
}

const passes = 4
/** A run without a manifest that nobody has touched for this long was left behind. */
const leftAfterMs = 24 * 3600_000

/** A new folder for a run, later than all others. Throws `backup_failed`. */
const makeRunFolder = async (libraryFolder: string, now: number): Promise<string> => {
  try {
    await mkdir(libraryFolder).catch((error: unknown) => { if (errorCode(error) !== 'EEXIST') throw error })
    const latest = (await readdir(libraryFolder)).filter(isRunName).sort().at(-1)
    const folder = join(libraryFolder, nameOfRun(Math.max(now, latest === undefined ? 0 : timeOfRun(latest) + 1000)))
    await mkdir(folder)
    return folder
  } catch (error) {
    throw targetFailure(libraryFolder, error)
  }
}

const removeLeftovers = async (libraryFolder: string, current: string, now: number): Promise<void> => {
  for (const name of (await readdir(libraryFolder)).filter(isRunName)) {
    const folder = join(libraryFolder, name)
    if (folder === current || now - (await stat(folder)).mtimeMs < leftAfterMs) continue
    const isCommitted = (await readdir(folder)).includes(manifestName)
    if (!isCommitted) await rm(folder, { recursive: true, force: true })
  }
}

/** What is known of the library so far. */
interface Gathered { files: Map<string, BackedUpFile>; added: Set<string>; leftOut: Map<string, string>; bytes: number; done: number; total: number }

const restrictedOf = (files: Iterable<BackedUpFile>): BackedUpRecord[] =>
  [...files].flatMap(({ record }) => (record?.confidentiality === 'restricted' ? [record] : []))

const fill = async (source: LibrarySource, copying: Copying, gathered: Gathered, { signal, onRestricted, onProgress }: RunControl): Promise<void> => {
  const { files, leftOut, added } = gathered

  /** Answers whether anything is not as it was the last time. */
  const copyAll = async (folders: Parameters<typeof listLibrary>[1]): Promise<boolean> => {
    const listed = await listLibrary(source, folders, signal, (path) => leftOut.set(path, 'no zip can hold its name'))
    const isKnown = ({ path, size, modified }: (typeof listed)[number]): boolean => {
      const file = files.get(path)
      return leftOut.has(path) || (file?.size === size && file.modified === modified)
    }
    const changed = listed.filter((file) => !isKnown(file))
    const there = new Set(listed.map(({ path }) => path))
    const inFolders = (path: string): boolean => folders.some((folder) => path === folder || path.startsWith(`${folder}/`))
    const gone = [...files.keys()].filter((path) => inFolders(path) && !there.has(path))
    for (const path of gone) { files.delete(path); added.delete(path) }
    gathered.total += changed.length
    onProgress({ done: gathered.done, total: gathered.total, bytes: gathered.bytes, current: '' })
    await copyFiles(copying, changed)
    return changed.length > 0 || gone.length > 0
  }

  // What refers to other files is copied before those are listed: all that it refers to is there by then. Whatever changed meanwhile is
  // looked for again, until nothing did.
  for (let pass = 0; pass < passes; pass += 1) {
    const hasChanged = await copyAll(['library.json', ...changingFolders])
    if (!hasChanged) break
    onRestricted(restrictedOf(files.values()))
    await copyAll(keptFolders)
  }
}

const finish = async (
  folder: string, parts: readonly { path: string; size: number }[], before: ReadonlyMap<string, number>, gathered: Gathered, facts: RunFacts, control: RunControl,
): Promise<Run> => {
  const { files, added, leftOut, bytes } = gathered
  const all = [...files.values()]
  gathered.total += added.size
  const ours = all.filter(({ path }) => added.has(path))
  const [problem] = await compareFiles({ folder }, ours, control.signal, ({ path }) => {
    control.onProgress({ done: (gathered.done += 1), total: gathered.total, bytes, current: path })
  })
  if (problem) throw damaged(join(dirname(folder), problem.part), problem.path)
  const list = await writeList(join(folder, listName), all, control.signal)
  const sizes = new Map([...before, ...parts.map(({ path, size }) => [path, size] as const)])
  const needed = [...new Set(all.map(({ part }) => part))].sort()
  const manifest: BackupManifest = {
    format: backupFormat, library: facts.library, at: new Date(timeOfRun(basename(folder))).toISOString(), device: facts.device,
    files: all.length, bytes: all.reduce((sum, { size }) => sum + size, 0), records: all.filter(({ path }) => path.startsWith('records/')).length,
    added: { files: ours.length, bytes: ours.reduce((sum, { size }) => sum + size, 0) },
    parts: needed.map((path) => ({ path, size: sizes.get(path) ?? 0 })), list,
    leftOut: [...leftOut].map(([path, reason]) => ({ path, reason })),
  }
  const text = `${JSON.stringify(manifest, undefined, 2)}\n`
  await control.beforeCommit({
    name: basename(folder), manifest, sha256: createHash('sha256').update(text).digest('hex'), restricted: restrictedOf(ours),
  })
  control.signal.throwIfAborted()
  await syncTargetFolder(folder)
  await putInPlace(join(folder, manifestName), text)
  await syncTargetFolder(dirname(folder))
  return { folder, name: basename(folder), manifest }
}

/**
 * Backs a library up into `libraryFolder`, whose parent must be there. Throws `backup_failed`, `backup_damaged` where what was written
 * is read back otherwise, what the control throws, and the reason of the signal.
 */
export const writeRun = async (source: LibrarySource, libraryFolder: string, facts: RunFacts, control: RunControl): Promise<Run> => {
  const { limits = usual, signal, onProgress } = control
  const folder = await makeRunFolder(libraryFolder, facts.now())
  const writer = createPartWriter(libraryFolder, basename(folder), limits, signal)
  const gathered: Gathered = { files: new Map(), added: new Set(), leftOut: new Map(), bytes: 0, done: 0, total: 0 }
  const { files, added, leftOut } = gathered
  const step = (current: string): void => { onProgress({ done: (gathered.done += 1), total: gathered.total, bytes: gathered.bytes, current }) }
  try {
    await removeLeftovers(libraryFolder, folder, facts.now())
    const before = await loadBefore(libraryFolder)
    await fill(source, {
      source, writer, limits, signal, before: before.find,
      onFile: (file, isNew) => {
        files.set(file.path, file)
        if (isNew) { added.add(file.path); gathered.bytes += file.size }
        step(file.path)
      },
      onGone: (path) => { files.delete(path); step(path) },
      // The last good copy is better than none.
      onUnreadable: (path, reason) => {
        leftOut.set(path, reason)
        const known = before.find(path)
        if (known) files.set(path, known)
        step(path)
      },
    }, gathered, control)
    await writer.endPart()
    return await finish(folder, writer.parts(), before.parts, gathered, facts, control)
  } catch (error) {
    await writer.abandon()
    await rm(folder, { recursive: true, force: true }).catch(() => undefined)
    signal.throwIfAborted()
    const failure = targetFailure(folder, error)
    // The drive was pulled: what can't be read back was not written.
    const isGone = failure instanceof AppError && failure.code === 'file_unreadable'
    throw isGone ? new AppError('backup_failed', { path: folder, reason: 'EIO' }, { cause: error }) : failure
  }
}
