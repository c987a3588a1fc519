/** What is to be written and removed for one record to go to the trash, to come back from it, to be edited, or to be moved on in its life. */
import { AppError, isAppError } from '#shared/contract/errors'
import type { KeptRecord } from '#shared/contract/operations'
import { movesFrom } from '#shared/model/life/moves'
import type { OperationFile, OperationRecord } from '#shared/model/operation'
import type { MergedFrom, Person, RecordContent, RecordFile, RecordLocal, StageChange } from '#shared/model/record'
import { trashFormat } from '#shared/model/trash'
import type { FileWrite } from '../../store/fileWrite'
import { toRevisionFile } from '../../store/recordReader'
import { sealedHead } from '../../store/revisions'
import { moved, unmetConditions } from '../life'
import type { Session } from '../session'
import { arrivalOf } from './operation'

/** What one record adds to a transaction. `entry` says what became of it, `kept` why nothing did; both are missing where there was nothing to do. */
export interface Plan {
  entry?: OperationRecord
  kept?: Pick<KeptRecord, 'why'>
  writes: FileWrite[]
  removes: string[]
  /** The record as it stands afterwards, if it changed. */
  shown?: RecordFile
  /** The number of a record that goes. */
  gone?: string
}

export const keep = (why: KeptRecord['why']): Plan => ({ kept: { why }, writes: [], removes: [] })

const ifThere = async <T>(reading: Promise<T>): Promise<T | undefined> => reading.catch((error: unknown) => {
  if (isAppError(error) && error.code === 'not_found') return undefined
  throw error
})

export const headIfThere = async ({ folder }: Session, id: string): Promise<RecordFile | undefined> => ifThere(folder.records.readToChange(id))

/** What lies in the trash under the same id since an earlier time: its head goes to history, where nothing writes over it. */
const keepEarlier = async ({ folder }: Session, id: string): Promise<FileWrite[]> => {
  const earlier = await ifThere(folder.trash.read(id))
  return earlier ? folder.records.keepRevision(toRevisionFile(earlier.record)) : []
}

/** Throws what reading the head throws: what can't be read is not deleted, but repaired. */
export const toTrash = async (session: Session, id: string, { id: operationId, at, by }: OperationFile): Promise<Plan> => {
  const { records, trash, paths } = session.folder
  const head = await records.readToChange(id)
  const { number, title } = head.content
  const entry = trash.write({ format: trashFormat, id, deletedAt: at, by, operationId, record: sealedHead(head) })
  return {
    entry: { id, number, title, before: head.revision.id, after: null }, gone: number,
    writes: [...await keepEarlier(session, id), entry], removes: [paths.record(id)],
  }
}

/** The very same revision comes back. What is in its place stays there, and what was in the trash goes to its history. */
export const fromTrash = async (session: Session, id: string): Promise<Plan> => {
  const { records, trash, paths, journal } = session.folder
  const trashed = await ifThere(trash.read(id))
  if (!trashed) return keep('gone')
  const { record } = trashed
  const removes = [paths.trashed(id)]
  if (await journal.find(paths.record(id)) !== undefined) {
    // Also where it can't be read: the revision may be the last good one.
    const there = await records.read(id).catch((error: unknown) => { if (!isAppError(error)) throw error })
    const isSame = there?.revision.id === record.revision.id
    return { kept: { why: 'placeTaken' }, writes: isSame ? [] : await records.keepRevision(toRevisionFile(record)), removes }
  }
  const { number, title } = record.content
  return { entry: { id, number, title, before: null, after: record.revision.id }, writes: [records.headWrite(record)], removes, shown: record }
}

export const toCreate = async (session: Session, id: string, content: RecordContent | undefined, by: Person): Promise<Plan> => {
  if (!content) return { writes: [], removes: [] }
  const { record, write } = await session.folder.records.planNew(id, content, by)
  return { entry: arrivalOf(record), writes: [write], removes: [], shown: record }
}

/** `mergedFrom`: the record that is made one with it. */
export const toEdit = async (session: Session, id: string, edit: (content: RecordContent) => RecordContent, by: Person, mergedFrom?: MergedFrom): Promise<Plan> => {
  const { records } = session.folder
  const head = await records.readToChange(id)
  const planned = await records.planEdit(head, edit, by, mergedFrom && { mergedFrom })
  if (!planned) return { writes: [], removes: [] }
  const { record, writes } = planned
  const { number, title } = record.content
  return { entry: { id, number, title, before: head.revision.id, after: record.revision.id }, writes, removes: [], shown: record }
}

/** One that can't make the move from where it is, or whose gate does not hold, stays. */
export const toMove = async (session: Session, id: string, key: string, step: Pick<StageChange, 'by' | 'at' | 'reason'>): Promise<Plan> => {
  const head = await session.folder.records.readToChange(id)
  const move = movesFrom(head.content).find((each) => each.key === key && !each.isOwn)
  if (!move) return keep('otherStage')
  if ((await unmetConditions(session, head, move, step.by)).length > 0) return keep('gateNotMet')
  const plan = await toEdit(session, id, (content) => moved(content, move, step), step.by)
  // What was judged stays: the next save begins a revision of its own.
  const shown = plan.shown && sealedHead(plan.shown)
  const { path, data } = session.folder.records.headWrite(shown ?? head)
  return { ...plan, ...shown && { shown }, writes: plan.writes.map((write) => (write.path === path ? { path, data } : write)) }
}

/** Whether a head says what a revision says: the same content is the same, whichever revision bears it. */
const says = async ({ folder }: Session, head: RecordFile, revisionId: string): Promise<boolean> => {
  if (head.revision.id === revisionId) return true
  const revision = await ifThere(folder.records.readRevision(head.id, revisionId))
  return revision?.revision.contentHash === head.revision.contentHash
}

/** Throws `merged_removed` where a record that a merge sent to the trash is neither there nor in place any more. */
export const expectMerged = async ({ folder }: Session, { kind, records }: OperationFile): Promise<void> => {
  for (const { id, number, title, after } of kind === 'merge' ? records : []) {
    if (after !== null || await folder.journal.find(folder.paths.record(id)) !== undefined) continue
    if (!await ifThere(folder.trash.read(id))) throw new AppError('merged_removed', { number, title })
  }
}

/** The revision that was in place before is in place again, as it was; what is there now goes to history. */
const toPutBack = async ({ folder: { records } }: Session, head: RecordFile, before: string, local: RecordLocal): Promise<Plan> => {
  const { id, revision, content: { number, title } } = head
  const shown: RecordFile = { ...await records.readRevision(id, before), local }
  return {
    entry: { id, number, title, before: revision.id, after: before, local: head.local }, shown, removes: [],
    writes: [...await records.keepRevision(toRevisionFile(head)), records.headWrite(shown)],
  }
}

/** What came while another lay in the trash under its id goes to history: that one stays where it lies. */
const toHistory = async ({ folder: { records, paths } }: Session, head: RecordFile): Promise<Plan> => {
  const { id, revision, content: { number, title } } = head
  const entry = { id, number, title, before: revision.id, after: null, local: head.local, inTrash: true }
  return { entry, gone: number, writes: await records.keepRevision(toRevisionFile(head)), removes: [paths.record(id)] }
}

/** What went to history since another lay in the trash under its id comes again from there. */
const fromHistory = async ({ folder: { records } }: Session, id: string, before: string, local: RecordLocal): Promise<Plan> => {
  const shown: RecordFile = { ...await records.readRevision(id, before), local }
  return { entry: { ...arrivalOf(shown), inTrash: true }, shown, writes: [records.headWrite(shown)], removes: [] }
}

/** Takes back what an operation did to one record, unless it was edited since. */
export const toUndo = async (session: Session, { id, before, after, local, inTrash }: OperationRecord, operation: OperationFile): Promise<Plan> => {
  const { records, trash } = session.folder
  const head = await headIfThere(session, id)
  if (after === null) {
    if (head) return keep(before !== null && await says(session, head, before) ? 'asBefore' : 'edited')
    if (inTrash === true && before !== null && local) return fromHistory(session, id, before, local)
    const trashed = await ifThere(trash.read(id))
    return trashed && trashed.record.revision.id !== before ? keep('edited') : fromTrash(session, id)
  }
  if (!head) return keep(before === null ? 'asBefore' : 'gone')
  if (before === null) {
    if (!await says(session, head, after)) return keep('edited')
    const isCovered = inTrash === true && await session.folder.journal.find(session.folder.paths.trashed(id)) !== undefined
    return isCovered ? toHistory(session, head) : toTrash(session, id, operation)
  }
  if (local) {
    if (head.revision.id === before) return keep('asBefore')
    return await says(session, head, after) ? toPutBack(session, head, before, local) : keep('edited')
  }
  const earlier = await records.readRevision(id, before)
  if (earlier.revision.contentHash === head.revision.contentHash) return keep('asBefore')
  return await says(session, head, after) ? toEdit(session, id, () => earlier.content, operation.by) : keep('edited')
}

/** Failures of one record that leave the others to be done; what can't be written ends it all. */
export const isOfOneRecord = (error: unknown): error is AppError => isAppError(error) && error.code !== 'store_write_failed' && error.code !== 'already_undone'
