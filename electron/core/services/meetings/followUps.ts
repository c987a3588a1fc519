/** What meetings and activities left to be done: gathered over the library, and ticked where it is done. */
import type { FollowUp } from '#shared/contract/meetings'
import type { RecordRow } from '#shared/contract/records'
import { AppError, isAppError } from '#shared/contract/errors'
import { withEachRow } from '#shared/model/fields'
import { isTheirs, outcomesOf, type Outcome } from '#shared/model/meeting/followUps'
import { isWriter } from '#shared/model/life/moves'
import type { RecordContent, RecordFile } from '#shared/model/record'
import { dayOf, lastDayOf } from '../days'
import type { RecordService } from '../records'
import type { Session, SessionHolder } from '../session'
import type { SettingsService } from '../settings'

/** `isMine`: it names this person, their unit or their post; else whoever prepared the meeting sees to it that it gets done. */
export interface Followed { followUp: FollowUp; isMine: boolean; isPreparedHere: boolean }

export type FollowUpReader = (session: Session) => Promise<Followed[]>

/** Without a day, after all days. */
const dueAt = ({ followUp: { due } }: Followed): string => (due === '' ? '9999' : lastDayOf(due))

const contentOf = async ({ folder }: Session, id: string): Promise<RecordContent | undefined> => folder.records.read(id).then(({ content }) => content, (error: unknown) => {
  if (!isAppError(error)) throw error
  return undefined
})

interface ReaderParts { settings: SettingsService; now: () => number }

/** What a record leaves to be done; it is read again only where its file is another. */
interface Kept { mark: string; outcomes: readonly Outcome[]; content: Pick<RecordContent, 'authors' | 'stageHistory'> }

/** The earliest due first; of what is closed, nothing. A record that can't be read is told elsewhere. */
export const createFollowUpReader = ({ settings, now }: ReaderParts): FollowUpReader => {
  const keptIn = new WeakMap<Session, Map<string, Kept>>()

  const keptOf = async (session: Session, { id, updatedAt }: RecordRow, known: ReadonlyMap<string, Kept>): Promise<Kept | undefined> => {
    const stamp = session.catalog.entry(id)?.stamp
    const mark = `${updatedAt} ${stamp?.size ?? ''} ${stamp?.mtimeMs ?? ''}`
    const before = known.get(id)
    if (before?.mark === mark) return before
    const content = await contentOf(session, id)
    return content && { mark, outcomes: outcomesOf(content).filter(({ isDone }) => !isDone), content: { authors: content.authors, stageHistory: content.stageHistory } }
  }

  return async (session) => {
    const today = dayOf(now())
    const { name, unit, role } = settings.current().profile
    const names = [name, unit, role].filter((each) => each !== '')
    const lists = await Promise.all((['meeting', 'activity'] as const).map(async (type) => session.catalog.list({ type }, { by: 'updatedAt', descending: true }, 0, Number.MAX_SAFE_INTEGER)))
    const known = keptIn.get(session) ?? new Map<string, Kept>()
    const kept = new Map<string, Kept>()
    const found: Followed[] = []
    for (const row of lists.flatMap(({ rows }) => rows).filter(({ stage }) => stage !== 'closed')) {
      const each = await keptOf(session, row, known)
      if (!each) continue
      kept.set(row.id, each)
      const isPreparedHere = isWriter(each.content, name)
      for (const { id, what, who, due } of each.outcomes) {
        found.push({ followUp: { row, rowId: id, what, who, due, isLate: due !== '' && lastDayOf(due) < today }, isMine: isTheirs(who, names), isPreparedHere })
      }
    }
    keptIn.set(session, kept)
    return found.sort((a, b) => (dueAt(a) < dueAt(b) ? -1 : dueAt(a) > dueAt(b) ? 1 : 0))
  }
}

interface SettleParts { records: Pick<RecordService, 'get' | 'save'>; sessions: SessionHolder }

/** How often another's save may come between reading a record and saving it. */
const mostConflicts = 5

/**
 * A tick says nothing of the revision it was given on: ticks wait for one another, and where something else was saved in between, the record is
 * read again. Throws `not_found` for a row that is not there.
 */
export const createSettling = ({ records, sessions }: SettleParts) => {
  let last: Promise<unknown> = Promise.resolve()

  const settle = async (id: string, rowId: string, isDone: boolean, left: number): Promise<RecordFile> => {
    const { revision, content } = await records.get(id)
    const met = new Set<string>()
    const outcomes = withEachRow(content.fields.outcomes, (row) => {
      met.add(row.id)
      return row.id === rowId ? { ...row, isDone: isDone || undefined } : row
    })
    if (!met.has(rowId)) throw new AppError('not_found', { kind: 'record', id })
    return records.save(id, revision.id, { fields: { ...content.fields, outcomes } }).catch(async (error: unknown) => {
      if (left === 0 || !isAppError(error) || error.code !== 'conflict') throw error
      return settle(id, rowId, isDone, left - 1)
    })
  }

  return async (id: string, rowId: string, isDone: boolean): Promise<RecordFile> => {
    sessions.writable()
    const settled = last.then(async () => settle(id, rowId, isDone, mostConflicts))
    last = settled.catch(() => undefined)
    return settled
  }
}
