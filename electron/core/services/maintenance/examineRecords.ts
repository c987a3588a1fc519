/** Examines everything that belongs to one record: its file, its history, its editions, and what it cites. */
import { join } from 'node:path'
import { isAppError, toFailure } from '#shared/contract/errors'
import type { NamedRecord, Problem } from '#shared/contract/library'
import { pinnedRevisions } from '#shared/model/gates'
import { Uuid } from '#shared/model/ids'
import { RevisionFile, type RecordFile, type Revision } from '#shared/model/record'
import { conflictCopyOf } from '../../store/conflictCopies'
import { readIfThere } from '../../store/durableFile'
import { idShard, type LibraryPaths } from '../../store/folders'
import { lastGoodRevision } from '../../store/goodRevisions'
import { expandRevision, parseRecordDocument } from '../../store/recordDocument'
import { isMissing } from '../../store/missingRecord'
import { isTrueRevision } from '../../store/revisions'
import type { Session } from '../session'
import { examineChain, examineEditions } from './examineEditions'
import type { Examination } from './examination'
import { examineStray } from './examineStrays'
import { corrupt, goodRevisionOf, namedRecord, problemOf } from './problems'

/** The ids of all records that have anything in a folder of the library which is divided by ids. */
const idsBelow = async ({ session: { folder }, check, report }: Examination, root: string): Promise<string[]> => {
  const ids: string[] = []
  for (const shard of (await check('folder', root, async () => folder.journal.names(root))) ?? []) {
    if (!/^[0-9a-f]{2}$/.test(shard)) continue
    const path = join(root, shard)
    for (const name of (await check('folder', path, async () => folder.journal.names(path))) ?? []) {
      if (Uuid.safeParse(name).success && idShard(name) === shard) ids.push(name)
      else report('stray', join(path, name), corrupt(join(path, name), 'belongs to no record'))
    }
  }
  return ids
}

/** Every record that has a file, a history or an edition. */
export const recordIds = async (examination: Examination): Promise<Set<string>> => {
  const { session: { folder }, report } = examination
  const heads = await folder.records.ids((path, { code, data }) => { report('folder', path, { code, data }) })
  return new Set([
    ...heads,
    ...await idsBelow(examination, join(folder.root, 'history')),
    ...await idsBelow(examination, join(folder.root, 'editions')),
  ])
}

/** By what the record is known: its row, else its last good revision. */
const nameOf = (session: Session, id: string, good: RevisionFile | undefined): NamedRecord[] => {
  const known = session.catalog.get(id) ?? good?.content
  return known ? [namedRecord(id, known)] : []
}

/** A record's file, or what is wrong with it; neither where there is none and none is missing. */
export const examineHead = async (session: Session, id: string, hasBackup = false): Promise<{ head?: RecordFile; problem?: Problem }> => {
  const { folder } = session
  const path = folder.paths.record(id)
  const problem = async (kind: 'head' | 'headMissing' | 'edited', failure: Problem['failure']): Promise<Problem> => {
    const good = await lastGoodRevision(folder, id)
    const copy = kind === 'head' && !good && failure.code === 'store_corrupt' ? await conflictCopyOf(path) : undefined
    // A whole record under the name of another is what a copy is: it is taken in where it belongs.
    if (copy?.isWhole && copy.record.id !== id) return problemOf('conflictCopy', path, failure, { isWhole: true, records: [namedRecord(copy.record.id, copy.record.content)] })
    return problemOf(kind, path, failure, { records: nameOf(session, id, good), revision: good && goodRevisionOf(good), hasBackup })
  }
  try {
    const head = await folder.records.readAsIs(id)
    if (isTrueRevision(head)) return { head }
    return { head, problem: await problem('edited', corrupt(path, 'its content does not have the hash of its revision: damaged, or edited by another program')) }
  } catch (error) {
    const failure = toFailure(error)
    if (!failure) throw error
    if (failure.code !== 'not_found') return { problem: await problem('head', failure) }
    // What is in the trash is not missing; what went with its history was deleted meanwhile.
    return await isMissing(folder, id) ? { problem: await problem('headMissing', failure) } : {}
  }
}

/** Answers the revisions that are whole. */
const examineHistory = async (examination: Examination, id: string, by: NamedRecord[]): Promise<Revision[]> => {
  const revisions: Revision[] = []
  const { session: { folder }, check, counts, name, show } = examination
  const root = folder.paths.historyOf(id)
  for (const file of (await check('folder', root, async () => folder.journal.names(root))) ?? []) {
    const path = join(root, file)
    if (!/^[0-9a-f]{64}\.json\.gz$/.test(file)) { await examineStray(examination, path, async () => misplacedRevision(folder.paths, path)); continue }
    const revision = await check('revision', path, async () => folder.records.readEarlier(id, file.slice(0, 64)), { records: by })
    if (!revision) continue
    counts.revisions += 1
    revisions.push(revision.revision)
    name(JSON.stringify(revision))
    show(revision.content, by[0] ?? namedRecord(id, revision.content))
  }
  return revisions
}

/**
 * What a record was made from here lies in its history. What came from another library has its history there, and what an edit by
 * another program replaced was never kept: nobody is named for that.
 */
const examineAncestry = ({ session: { folder: { paths } }, problems, report }: Examination, head: RecordFile, earlier: readonly Revision[], by: NamedRecord[]): void => {
  const known = new Map([head.revision, ...earlier].map((revision) => [revision.id, revision]))
  const told = new Set(problems.map(({ path }) => path))
  const waiting = head.local.received ? [] : [head.revision]
  const seen = new Set<string>()
  for (let revision = waiting.pop(); revision; revision = waiting.pop()) {
    if (revision.by.name === '' && revision.by.unit === '') continue
    for (const parent of revision.parents) {
      if (seen.has(parent)) continue
      seen.add(parent)
      const found = known.get(parent)
      const path = paths.revision(head.id, parent)
      if (found) waiting.push(found)
      else if (!told.has(path)) report('revisionMissing', path, { code: 'not_found', data: { kind: 'revision', id: `${head.id}@${parent}` } }, { records: by })
    }
  }
}

/** Where a revision belongs that a file in `history/` holds under another name; undefined where it holds none. */
export const misplacedRevision = async (paths: LibraryPaths, path: string): Promise<{ file: RevisionFile; bytes: Buffer; place: string } | undefined> => {
  const bytes = await readIfThere(path)
  if (!bytes) return undefined
  try {
    const file = parseRecordDocument(path, await expandRevision(path, bytes), RevisionFile)
    return isTrueRevision(file) ? { file, bytes, place: paths.revision(file.id, file.revision.id) } : undefined
  } catch (error) {
    if (isAppError(error)) return undefined
    throw error
  }
}

export const examineRecord = async (examination: Examination, id: string): Promise<NamedRecord | undefined> => {
  const { session, problems, unread, counts, check, name, show, hasBackup } = examination
  const { head, problem } = await examineHead(session, id, hasBackup)
  if (problem) {
    problems.push(problem)
    unread.push(problem)
  } else if (head) counts.records += 1
  const by = head ? [namedRecord(id, head.content)] : problem?.records ?? []
  const earlier = await examineHistory(examination, id, by)
  const editions = await examineEditions(examination, id, by)
  if (!head) return by[0]
  name(JSON.stringify(head))
  by.forEach((record) => { show(head.content, record) })
  examineAncestry(examination, head, [...earlier, ...editions.map(({ revision }) => revision)], by)
  await examineChain(examination, head, editions, earlier, by)
  // What an adoption takes up need not be here.
  const links = head.content.links.filter(({ relation }) => relation !== 'adopts')
  for (const { recordId, revisionId } of pinnedRevisions({ ...head.content, links })) {
    await check('reference', session.folder.paths.record(id), async () => session.folder.records.readRevision(recordId, revisionId), { records: by })
  }
  return by[0]
}
