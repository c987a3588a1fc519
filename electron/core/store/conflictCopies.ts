/**
 * Conflict copies: what a sync tool or a person leaves beside a record's file when two devices wrote it, such as
 * `<id> (冲突副本 2026-11-25).json` or `<id>.sync-conflict-….json`. They are known by what they hold, not by their names. Nothing that a copy
 * holds is lost: its revision becomes the head if it descends from it, else it goes into history, and its file is set aside.
 */
import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { AppError, isAppError } from '#shared/contract/errors'
import type { DamagedFile } from '#shared/contract/library'
import { RecordFile, recordFormat, type Revision, type RevisionFile } from '#shared/model/record'
import { errorCode, isThere, namesIn, readIfThere } from './durableFile'
import { idOfFile, idShard, type LibraryPaths } from './folders'
import { descendsFrom, goodRevisions, type Ancestry } from './goodRevisions'
import { parseRecordDocument } from './recordDocument'
import type { LibraryFolder } from './libraryFolder'
import { stageWrites, type FileWrite } from './fileWrite'
import { toRevisionFile } from './recordReader'
import { adoptOutsideEdit, isTrueRevision } from './revisions'
import { stageMoveAside } from './setAside'

type Folder = Pick<LibraryFolder, 'paths' | 'records' | 'editions' | 'journal'>

/**
 * What became of a copy. `record` is the head where the copy became it; `branch` is the revision that neither descends from the head nor
 * it from it, and lies in history now.
 */
export interface AbsorbedCopy { path: string; id: string; record?: RecordFile; branch?: Revision }

/** Files below `records/` that stand where no record belongs: not a temporary file, not `<id>.json` in its folder. Throws `file_unreadable`. */
export async function* oddRecordFiles({ records }: LibraryPaths): AsyncGenerator<string> {
  for (const shard of await namesIn(records)) {
    const folder = join(records, shard)
    const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
      if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return undefined
      throw new AppError('file_unreadable', { path: folder, reason: errorCode(error) }, { cause: error })
    })
    if (!entries) yield folder
    for (const { name } of entries ?? []) {
      const [id] = idOfFile(name)
      if (!name.endsWith('.tmp') && (id === undefined || idShard(id) !== shard)) yield join(folder, name)
    }
  }
}

/** The record that a file holds; undefined for anything else. `isWhole`: it has its hashes, and no newer version wrote it. Throws `file_unreadable`. */
export const conflictCopyOf = async (path: string): Promise<{ bytes: Buffer; record: RecordFile; isWhole: boolean } | undefined> => {
  try {
    const bytes = await readIfThere(path)
    if (bytes === undefined) return undefined
    const record = parseRecordDocument(path, bytes, RecordFile)
    return { bytes, record, isWhole: record.format <= recordFormat && isTrueRevision(record) }
  } catch (error) {
    if (isAppError(error) && error.code !== 'file_unreadable') return undefined
    throw error
  }
}

/** The record in place; `unreadable` where it can't be read, undefined where there is none. */
const readHead = async ({ records }: Folder, id: string): Promise<RecordFile | 'unreadable' | undefined> => {
  try {
    return adoptOutsideEdit(await records.readAsIs(id))
  } catch (error) {
    if (!isAppError(error)) throw error
    return error.code === 'not_found' ? undefined : 'unreadable'
  }
}

interface Plan { writes: FileWrite[]; record?: RecordFile; branch?: Revision }

/** The head becomes history, the copy the head. Other devices have the copy's revision too: it is sealed. */
const replaceHead = async ({ records }: Folder, head: RecordFile, copy: RecordFile): Promise<Plan> => {
  const record = { ...copy, local: { ...copy.local, ...head.local, sealed: true } }
  return { writes: [await records.historyWrite(toRevisionFile(head)), records.headWrite(record)], record }
}

const planCopy = async (folder: Folder, copy: RecordFile): Promise<Plan> => {
  const { records } = folder
  const { id, revision } = copy
  const head = await readHead(folder, id)
  const known = new Map<string, Ancestry>()
  const hashes = new Set<string>()
  const keep = ({ revision: each }: Pick<RevisionFile, 'revision'>): void => { known.set(each.id, each); hashes.add(each.contentHash) }
  for await (const file of goodRevisions(folder, id)) keep(file)

  const toHistory = await records.historyWrite(toRevisionFile(copy))
  if (head === undefined && known.size === 0) {
    const record = { ...copy, local: { ...copy.local, sealed: true } }
    return { writes: [records.headWrite(record)], record }
  }
  if (head === undefined || head === 'unreadable') return { writes: known.has(revision.id) ? [] : [toHistory] }
  if (known.has(revision.id) || head.revision.contentHash === revision.contentHash) return { writes: [] }
  keep(head)
  if (head.format <= recordFormat && descendsFrom(revision, head.revision.id, known)) return replaceHead(folder, head, copy)
  if (hashes.has(revision.contentHash)) return { writes: [] }
  return descendsFrom(head.revision, revision.id, known) ? { writes: [toHistory] } : { writes: [toHistory], branch: revision }
}

/**
 * Takes one copy in, in one transaction. Undefined for a file that holds no whole record, or one whose record is in the trash: it is left
 * where it is. Throws `file_unreadable`, `store_write_failed`.
 */
export const absorbConflictCopy = async (folder: Folder, path: string, run: string): Promise<AbsorbedCopy | undefined> => {
  const found = await conflictCopyOf(path)
  // One that was edited by hand, damaged or written by a newer version is for the user to look at.
  if (!found?.isWhole) return undefined
  const { bytes, record: copy } = found
  return folder.records.together([copy.id], async () => {
    if (!(await isThere(path)) || await folder.journal.find(folder.paths.trashed(copy.id)) !== undefined) return undefined
    const { writes, ...became } = await planCopy(folder, copy)
    await folder.journal.commit(async (stage, remove) => {
      await stageWrites(stage, writes)
      await stageMoveAside(folder.paths, { stage, remove }, run, path, bytes)
    })
    return { path, id: copy.id, ...became }
  })
}

/** Whether a record in place neither stands on a revision nor says the same, now or in what it stands on. */
export const isBranchOf = async (stores: Pick<Folder, 'records' | 'editions'>, head: RecordFile, revision: Revision): Promise<boolean> => {
  const known = new Map<string, Revision>([[head.revision.id, head.revision]])
  for await (const { revision: each } of goodRevisions(stores, head.id)) known.set(each.id, each)
  return ![...known.values()].some((each) => each.contentHash === revision.contentHash
    && (each.id === head.revision.id || descendsFrom(head.revision, each.id, known)))
}

/** A branch as what it is reported as: the record's file, and which revision of whom differs. */
export const branchDamage = ({ paths }: Pick<Folder, 'paths'>, { id, branch }: AbsorbedCopy): DamagedFile[] =>
  (branch ? [{ path: paths.record(id), failure: { code: 'conflict', data: { id, current: branch.id, at: branch.at, by: branch.by } } }] : [])

/** Files beside `library.json` that are copies of it: reported, never merged. Throws `file_unreadable`. */
export const libraryConflictCopies = async ({ root }: LibraryPaths): Promise<string[]> =>
  (await namesIn(root)).filter((name) => /^library\b.*\.json$/i.test(name) && basename(name) !== 'library.json').map((name) => join(root, name))
