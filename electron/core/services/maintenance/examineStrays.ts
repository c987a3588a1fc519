/** Files that stand where none belongs: conflict copies, leftovers of processes that ended while they wrote, and whatever else. */
import { readFile, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { isAppError } from '#shared/contract/errors'
import { besideCopyOf } from '../../store/besideCopies'
import { conflictCopyOf, libraryConflictCopies, oddRecordFiles } from '../../store/conflictCopies'
import { isThere, namesIn } from '../../store/durableFile'
import type { Examination } from './examination'
import { corrupt, namedRecord } from './problems'

const expand = promisify(gunzip)
const leftoverAfterMs = 24 * 60 * 60_000
/** What is larger is no record. */
const mostBytes = 64 * 1024 * 1024

/** All that a file may name, whatever it is, as far as it can be read. */
export const nameWhatItHolds = async ({ name }: Examination, path: string): Promise<void> => {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile() || found.size > mostBytes) return
  const bytes = await readFile(path).catch(() => undefined)
  if (!bytes) return
  name(bytes.toString('latin1'))
  await expand(bytes, { maxOutputLength: mostBytes }).then((text) => { name(text.toString('latin1')) }, () => undefined)
}

/** What was left by a process that ended while it wrote: a temporary file that nobody wrote to for a day. */
const examineLeftover = async ({ report }: Examination, path: string): Promise<void> => {
  const found = await stat(path).catch(() => undefined)
  const isOld = found !== undefined && Date.now() - Math.max(found.mtimeMs, found.birthtimeMs) > leftoverAfterMs
  if (isOld && found.isFile()) report('leftover', path, corrupt(path, 'left by a process that ended while it wrote'))
}

/** A file with an odd name: `misplaced` answers where what it holds belongs. */
export const examineStray = async (examination: Examination, path: string, misplaced: () => Promise<object | undefined>): Promise<void> => {
  if (path.endsWith('.tmp')) { await examineLeftover(examination, path); return }
  const { check, report } = examination
  const held = await check('stray', path, async () => ({ found: await misplaced() }))
  if (!held) return
  await nameWhatItHolds(examination, path)
  report('stray', path, corrupt(path, 'stands where no file belongs'), { isWhole: held.found !== undefined })
}

/** A file among comments, templates or filled copies that is not named as one of them: a copy of one, or whatever else. */
export const examineBeside = async (examination: Examination, path: string): Promise<void> => {
  const { session: { folder: { paths }, catalog }, check, report } = examination
  if (path.endsWith('.tmp')) { await examineLeftover(examination, path); return }
  const held = await check('stray', path, async () => ({ found: await besideCopyOf(path, relative(paths.root, path)) }))
  if (!held) return
  if (!held.found) { await examineStray(examination, path, async () => Promise.resolve(undefined)); return }
  await nameWhatItHolds(examination, path)
  const { kind, file, isWhole } = held.found
  const owner = kind === 'comments' ? file.recordId : kind === 'copy' ? file.toolId : undefined
  const record = owner === undefined ? undefined : catalog.get(owner)
  const isWanted = owner === undefined || record !== undefined || await isThere(paths.trashed(owner))
  report('conflictCopy', path, corrupt(path, 'a copy that a sync tool left'), { isWhole: isWhole && isWanted, records: record ? [namedRecord(record.id, record)] : [] })
}

const examineRecordFiles = async (examination: Examination): Promise<void> => {
  const { session: { folder, catalog }, check, report } = examination
  for await (const path of oddRecordFiles(folder.paths)) {
    const copy = await check('stray', path, async () => ({ found: await conflictCopyOf(path) }))
    if (!copy) continue
    await nameWhatItHolds(examination, path)
    if (!copy.found) { report('stray', path, corrupt(path, 'stands where no file belongs')); continue }
    const { record, isWhole } = copy.found
    const isTrashed = await isThere(folder.paths.trashed(record.id))
    report('conflictCopy', path, corrupt(path, `a copy of record ${record.id}`), {
      isWhole: isWhole && !isTrashed, records: [namedRecord(record.id, catalog.get(record.id) ?? record.content)],
    })
  }
}

/** Temporary files in the folders that nothing else looks into name by name. */
const examineTemporary = async (examination: Examination): Promise<void> => {
  const { session: { folder: { paths, root } } } = examination
  const shards = async (folder: string): Promise<string[]> =>
    (await namesIn(folder)).filter((name) => /^[0-9a-f]{2}$/.test(name)).map((name) => join(folder, name))
  const folders = [root, join(root, 'history'), paths.exchanges, paths.operations, paths.templates, ...await shards(paths.records), ...await shards(paths.trash), ...await shards(paths.commentFiles), ...await shards(paths.attachments)]
  for (const folder of folders) {
    // What is no folder is reported by what reads it.
    const names = await namesIn(folder).catch((error: unknown) => {
      if (isAppError(error)) return []
      throw error
    })
    for (const name of names) if (name.endsWith('.tmp')) await examineLeftover(examination, join(folder, name))
  }
}

export const examineStrays = async (examination: Examination): Promise<void> => {
  const { session: { folder: { paths } }, check, report } = examination
  await check('folder', paths.records, async () => examineRecordFiles(examination))
  await check('folder', paths.root, async () => examineTemporary(examination))
  for (const path of (await check('folder', paths.root, async () => libraryConflictCopies(paths))) ?? []) {
    report('libraryConflict', path, corrupt(path, 'a copy of library.json'))
  }
}
