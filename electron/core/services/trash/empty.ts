/** Emptying: each record goes with its history in a transaction of its own, except for revisions that something refers to. */
import { join } from 'node:path'
import { AppError, isAppError, type Failure } from '#shared/contract/errors'
import type { EmptyReport, StayReason, TrashRow } from '#shared/contract/trash'
import type { RecordContent } from '#shared/model/record'
import { stageWrites } from '../../store/fileWrite'
import { toRevisionFile } from '../../store/recordReader'
import type { JobControl } from '../jobs'
import type { Session } from '../session'
import { findNeeded, type Needed } from './needed'

/** The files of a tool's filled copies, which go with it. */
export const copyFiles = async ({ folder: { journal, paths } }: Session, id: string): Promise<string[]> =>
  (await journal.names(paths.copiesOf(id))).flatMap((name) => (name.endsWith('.json') ? [join(paths.copiesOf(id), name)] : []))

/** `content`: what the record said last, unless it is in place again. */
interface Emptied { revisions: number; stayed: number; why: Set<StayReason>; content?: RecordContent }

/** Sees to what was opened of a removed record in other programs, and answers the paths of what stays. */
export type Abandon = (session: Session, id: string, content: RecordContent) => Promise<string[]>

/** Who cites the record by now is read again: it may have been saved since the library was read. */
const readCiting = async ({ folder, catalog }: Session, id: string, needed: Needed): Promise<void> => {
  for (const { row } of catalog.backlinks(id)) needed.cite(row.id, (await folder.records.read(row.id)).content)
}

/** Throws `not_found` for what is no longer in the trash. Of a record that is in place again only the entry goes, its history is that record's. */
const emptyOne = async (session: Session, id: string, needed: Needed): Promise<Emptied> => {
  const { records, trash, journal, paths } = session.folder
  const emptied: Emptied = { revisions: 0, stayed: 0, why: new Set() }
  const place = { isTaken: false }
  await records.together([id], async () => session.write(async () => journal.commit(async (stage, remove) => {
    const { record } = await trash.read(id)
    await readCiting(session, id, needed)
    await session.numbering.keep([record.content.number])
    place.isTaken = await journal.find(paths.record(id)) !== undefined
    if (!place.isTaken) emptied.content = record.content
    const history = place.isTaken ? [] : await records.history(id)
    for (const revisionId of new Set([...history, record.revision.id])) {
      const why = needed.why({ recordId: id, revisionId })
      why.forEach((reason) => emptied.why.add(reason))
      emptied[why.length > 0 ? 'stayed' : 'revisions'] += 1
      if (why.length === 0 && history.includes(revisionId)) await remove(paths.revision(id, revisionId))
      if (why.length > 0 && revisionId === record.revision.id) await stageWrites(stage, await records.keepRevision(toRevisionFile(record)))
    }
    if (!place.isTaken && await journal.find(paths.comments(id)) !== undefined) await remove(paths.comments(id))
    for (const path of place.isTaken ? [] : await copyFiles(session, id)) await remove(path)
    await remove(paths.trashed(id))
  })))
  // What a record that is in place again cites is still needed.
  if (emptied.stayed === 0 && !place.isTaken) {
    needed.release(id)
    await trash.clear(id)
  }
  return emptied
}

const failureOf = (error: unknown): Failure => {
  if (!isAppError(error)) throw error
  return { code: error.code, data: error.data }
}

/** Removes the records of the rows for good. What it did so far stands in the report, also where it is cancelled or can't go on. */
export const emptyTrash = async (session: Session, rows: readonly TrashRow[], report: EmptyReport, abandon: Abandon, { signal, progress }: Pick<JobControl, 'signal' | 'progress'>): Promise<void> => {
  const nameOf = ({ id, number, title }: TrashRow) => ({ id, number, title })
  let done = 0
  let total = 0
  const needed = await findNeeded(session, new Set(rows.map(({ id }) => id)), {
    signal, progress: (step) => { done = step.done ?? done; total = step.total ?? total; progress(step) },
  }).catch((error: unknown) => {
    signal.throwIfAborted()
    const failure = failureOf(error)
    report.failed.push(...rows.map((row) => ({ ...nameOf(row), failure })))
    progress({ done: total, failedItems: rows.length })
    return undefined
  })
  if (!needed) return
  for (const row of rows.toSorted((a, b) => needed.citedBy(b.id) - needed.citedBy(a.id))) {
    signal.throwIfAborted()
    try {
      const { revisions, stayed, why, content } = await emptyOne(session, row.id, needed)
      report.removed += 1
      report.revisions += revisions
      if (stayed > 0) report.stayed.push({ ...nameOf(row), revisions: stayed, why: [...why] })
      if (content) report.opened.push(...(await abandon(session, row.id, content)).map((path) => ({ ...nameOf(row), path })))
    } catch (error) {
      if (error instanceof AppError && error.code === 'store_write_failed') throw error
      report.failed.push({ ...nameOf(row), failure: failureOf(error) })
    }
    progress({ done: (done += 1), current: row.title, failedItems: report.failed.length })
  }
}
