/**
 * Restores records of a run, all in one transaction. What is missing here comes back just as it was, with its history, editions and
 * attachments; what differs becomes a new revision; what can't be read here is set aside first. Nothing that is here is lost.
 */
import { join } from 'node:path'
import type { RestoredRecord } from '#shared/contract/backups'
import { isAppError, toFailure, type Failure } from '#shared/contract/errors'
import type { BackedUpFile } from '#shared/model/backup'
import { contentAttachments } from '#shared/model/body/walk'
import { Edition } from '#shared/model/edition'
import { RecordFile, RevisionFile, type Person, type RecordContent } from '#shared/model/record'
import { TrashFile } from '#shared/model/trash'
import { createRunReader } from '../../backups/runReader'
import type { Run } from '../../backups/runs'
import { expandRevision, parseRecordDocument } from '../../store/recordDocument'
import { stageWrites } from '../../store/fileWrite'
import { toRevisionFile } from '../../store/recordReader'
import { adoptOutsideEdit } from '../../store/revisions'
import { newAside } from '../../store/setAside'
import type { JobControl } from '../jobs'
import type { Session } from '../session'
import { bringFileBack, pathIn, setAside, type BringingBack } from './bringBack'

export interface RestoreFacts { run: Run; files: ReadonlyMap<string, BackedUpFile>; ids: readonly string[]; by: Person; now: () => number }

/** What lies of a record in `history` and `editions`, and as its filled copies, by its id. */
const filesOf = (files: ReadonlyMap<string, BackedUpFile>, ids: ReadonlySet<string>): Map<string, BackedUpFile[]> => {
  const found = new Map<string, BackedUpFile[]>()
  for (const file of files.values()) {
    const [, id = ''] = /^(?:history|editions|filled)\/[0-9a-f]{2}\/([0-9a-f-]{36})\//.exec(file.path) ?? []
    if (ids.has(id)) found.set(id, [...found.get(id) ?? [], file])
  }
  return found
}

/** The content that a file of history or editions holds; undefined for one that is damaged in the backup as it was in the library. */
const contentOf = async (path: string, bytes: Buffer): Promise<RecordContent | undefined> => {
  try {
    return path.startsWith('history/')
      ? parseRecordDocument(path, await expandRevision(path, bytes), RevisionFile).content
      : parseRecordDocument(path, bytes, Edition).content
  } catch {
    return undefined
  }
}

/** What is here, or why it can't be read; undefined where there is nothing. */
const readHere = async ({ folder }: Session, id: string): Promise<{ head: RecordFile } | 'damaged' | undefined> => {
  try {
    return { head: await folder.records.readToChange(id) }
  } catch (error) {
    if (isAppError(error) && error.code === 'not_found') return undefined
    if (isAppError(error) && error.code === 'store_corrupt') return 'damaged'
    throw error
  }
}

/** Out of the trash: what was deleted goes to history if it is another revision, and is set aside where it can't be read. */
const takeFromTrash = async (bringing: BringingBack, id: string, restored: RecordFile): Promise<void> => {
  const { session: { folder }, stage, remove } = bringing
  const place = folder.paths.trashed(id)
  const bytes = await folder.journal.read(place)
  if (bytes === undefined) return
  try {
    const { record } = parseRecordDocument(place, bytes, TrashFile)
    if (record.revision.id !== restored.revision.id) await stageWrites(stage, await folder.records.keepRevision(toRevisionFile(record)))
  } catch (error) {
    if (!isAppError(error)) throw error
    await setAside(bringing, place)
  }
  await remove(place)
}

/** What the backup's content makes of the one here: number, origin and edition are the record's and stay. */
const broughtBack = (here: RecordContent, then: RecordContent): RecordContent => {
  const { edition: _edition, ...fields } = then.fields
  const { edition } = here.fields
  return { ...then, type: here.type, number: here.number, origin: here.origin, fields: edition === undefined ? fields : { ...fields, edition } }
}

const restoreHead = async (bringing: BringingBack, id: string, then: RecordFile, by: Person): Promise<{ outcome: RestoredRecord['outcome']; record?: RecordFile }> => {
  const { session, stage, staged } = bringing
  const { records, paths } = session.folder
  const here = await readHere(session, id)
  if (here === undefined || here === 'damaged') {
    await takeFromTrash(bringing, id, then)
    await bringFileBack(bringing, paths.record(id))
    return { outcome: 'added', record: then }
  }
  const planned = await records.planEdit(here.head, (content) => broughtBack(content, then.content), by)
  if (!planned) return { outcome: 'same' }
  const writes = [...await records.keepRevision(toRevisionFile(then)), ...planned.writes].filter(({ path }) => !staged.has(path))
  await stageWrites(stage, writes)
  writes.forEach(({ path }) => staged.add(path))
  return { outcome: 'revised', record: planned.record }
}

/** History, editions, and every attachment that one of the revisions shows or carries. A copy that is damaged is left out, and the first is answered. */
const restoreDependents = async (bringing: BringingBack, then: RecordFile, files: readonly BackedUpFile[]): Promise<Failure | null> => {
  const { session: { folder }, reader } = bringing
  const attachments = new Set(contentAttachments(then.content))
  let first: Failure | null = null
  const tried = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      first ??= expectDamage(error)
    }
  }
  for (const file of files) {
    await tried(async () => {
      const place = join(folder.root, file.path)
      if (file.path.startsWith('filled/')) {
        // One that is here may have been written since.
        if (await folder.journal.find(place) === undefined) await bringFileBack(bringing, place)
        return
      }
      const content = await contentOf(file.path, await reader.bytes(file))
      if (content) contentAttachments(content).forEach((sha256) => attachments.add(sha256))
      await bringFileBack(bringing, place)
    })
  }
  for (const sha256 of attachments) await tried(async () => bringFileBack(bringing, folder.paths.attachment(sha256)))
  return first
}

/** What concerns one record alone; throws what keeps anything from being written. */
const expectDamage = (error: unknown): Failure => {
  const failure = toFailure(error)
  if (!failure || failure.code === 'store_write_failed') throw error
  return failure
}

/**
 * Answers what became of each, and the heads that were written. A record that can't be read in the backup, or that a newer version wrote
 * here, is left as it is and says why. Throws `store_write_failed`, `backup_damaged`, and the reason of the signal.
 */
export const restoreRecords = async (
  session: Session, { run, files, ids, by, now }: RestoreFacts, { signal, progress }: JobControl,
): Promise<{ outcomes: RestoredRecord[]; records: RecordFile[] }> => {
  const { folder } = session
  const reader = createRunReader(run)
  const related = filesOf(files, new Set(ids))
  const outcomes: RestoredRecord[] = []
  const records: RecordFile[] = []
  progress({ total: ids.length })
  try {
    await folder.records.together(ids, async () => folder.journal.commit(async (stage, remove) => {
      const bringing: BringingBack = { session, files, reader, stage, remove, aside: newAside(session.folder.paths, now()), staged: new Set() }
      for (const id of ids) {
        signal.throwIfAborted()
        const path = pathIn(session, folder.paths.record(id))
        const file = files.get(path)
        const title = file?.record?.title ?? id
        progress({ done: outcomes.length, current: title })
        try {
          const then = adoptOutsideEdit(parseRecordDocument(path, file ? await reader.bytes(file) : Buffer.of(), RecordFile))
          const { outcome, record } = await restoreHead(bringing, id, then, by)
          if (record) records.push(record)
          outcomes.push({ id, title, outcome, failure: await restoreDependents(bringing, then, related.get(id) ?? []) })
        } catch (error) {
          outcomes.push({ id, title, outcome: 'failed', failure: expectDamage(error) })
        }
      }
      // Staging may have taken long: another program may have taken the library over.
      const why = folder.readOnly()
      if (why) throw why
    }))
    return { outcomes, records }
  } finally {
    await reader.close()
  }
}
