/** Putting a record's file right: an earlier revision in its place, or what is there taken for an edit. What was there is set aside. */
import { z } from 'zod'
import { AppError, isAppError } from '#shared/contract/errors'
import { RecordFile, recordFormat, type RevisionFile } from '#shared/model/record'
import { goodRevisions } from '../../store/goodRevisions'
import { stageWrites } from '../../store/fileWrite'
import { parseRecordDocument } from '../../store/recordDocument'
import { adoptOutsideEdit, isTrueRevision, revisionIdOf } from '../../store/revisions'
import { moveAside, stageAside } from '../../store/setAside'
import type { Session } from '../session'
import { examineHead } from './examineRecords'

const WithLocal = z.looseObject({ local: RecordFile.shape.local })

/** What is local to this library, if the damaged file still says it. */
const localOf = (path: string, bytes: Buffer, createdAt: string): RecordFile['local'] => {
  try {
    const { local } = parseRecordDocument(path, bytes, WithLocal)
    return { ...local, sealed: true }
  } catch {
    return { createdAt, sealed: true }
  }
}

/** The revision that is to be put back, and the time of the earliest one that is known. */
const findGood = async (session: Session, id: string, revisionId: string): Promise<{ file: RevisionFile; since: string }> => {
  let file: RevisionFile | undefined
  let since: string | undefined
  for await (const each of goodRevisions(session.folder, id)) {
    if (each.revision.id === revisionId) file = each
    if (since === undefined || each.revision.at < since) since = each.revision.at
  }
  if (!file) throw new AppError('not_found', { kind: 'revision', id: `${id}@${revisionId}` })
  return { file, since: since ?? file.revision.at }
}

/** What stands in a record's place: undefined for nothing, 'unreadable' for what can't be read as a file. */
const bytesOf = async ({ folder: { journal, paths } }: Session, id: string): Promise<Buffer | 'unreadable' | undefined> =>
  journal.read(paths.record(id)).catch((error: unknown) => {
    if (isAppError(error)) return 'unreadable' as const
    throw error
  })

/** Puts a good revision in the place of a record that is damaged or gone, sealed. Answers it, nothing if the record was put right meanwhile. */
export const restoreRecord = async (session: Session, id: string, revisionId: string, run: string): Promise<RecordFile[]> => session.takeAll(async () =>
  session.folder.records.together([id], async () => {
    const { folder } = session
    if (!(await examineHead(session, id)).problem) return []
    const path = folder.paths.record(id)
    const { file, since } = await findGood(session, id, revisionId)
    const found = await bytesOf(session, id)
    const bytes = found === 'unreadable' ? undefined : found
    const record: RecordFile = { ...file, local: localOf(path, bytes ?? Buffer.of(), since) }
    // What can't even be read can't be copied in the transaction: it is moved first, and until the end the record is missing instead.
    if (found === 'unreadable') await moveAside(folder.paths, run, path)
    await folder.journal.commit(async (stage) => {
      if (bytes) await stageAside(folder.paths, stage, run, path, bytes)
      await stageWrites(stage, [folder.records.headWrite(record)])
    })
    return [record]
  }))

/** Takes what stands in a record's place for an edit by another program: a revision of its own, sealed. Answers it, nothing if there is nothing to take. */
export const acceptEdit = async (session: Session, id: string): Promise<RecordFile[]> => session.takeAll(async () =>
  session.folder.records.together([id], async () => {
    const { folder } = session
    const { head, problem } = await examineHead(session, id)
    if (!head || !problem) return []
    if (head.format > recordFormat) throw new AppError('library_newer_format', { path: folder.paths.record(id), found: head.format, supported: recordFormat })
    const adopted = adoptOutsideEdit(head)
    // The content may be as it was, and the revision itself be what was changed.
    const revision = isTrueRevision(adopted) ? adopted.revision : { ...adopted.revision, id: revisionIdOf(id, adopted.revision) }
    const record: RecordFile = { ...adopted, revision, local: { ...adopted.local, sealed: true } }
    await folder.journal.commit(async (stage) => stageWrites(stage, [folder.records.headWrite(record)]))
    return [record]
  }))
