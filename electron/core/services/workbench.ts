/** The start page: what waits for whoever works here, gathered from the catalog; only records that may wait are read. */
import type { RecordRow } from '#shared/contract/records'
import type { Task } from '#shared/contract/workbench'
import { isAppError } from '#shared/contract/errors'
import { isWriter, lastStep } from '#shared/model/life/moves'
import type { RecordContent } from '#shared/model/record'
import { RecordType } from '#shared/model/recordTypes'
import { dueBy, type AdoptionReader } from './adoptions'
import { dayOf, daysLater } from './days'
import type { FollowUpReader } from './meetings'
import type { Session, SessionHolder } from './session'
import type { SettingsService } from './settings'

type Tasks = { tasks: Task[]; total: Record<Task['kind'], number> }

export interface WorkbenchService {
  tasks: () => Promise<Tasks>
  latest: (limit: number) => Promise<RecordRow[]>
}

/** Records of one kind that are looked at, the latest changed first. */
const lookedAt = 100

/** Days before an adoption is due from which it is to be seen to. */
const remindedBefore = 14

/** Changed at the same moment, the one that was made later comes first. */
const byLatest = (a: RecordRow, b: RecordRow): number => (a.updatedAt + a.id < b.updatedAt + b.id ? 1 : -1)

const atStage = async ({ catalog }: Session, stage: string): Promise<RecordRow[]> => {
  const lists = await Promise.all(RecordType.options.map(async (type) =>
    catalog.list({ type, facets: { stage: [stage] } }, { by: 'updatedAt', descending: true }, 0, Number.MAX_SAFE_INTEGER)))
  return lists.flatMap(({ rows }) => rows).sort(byLatest)
}

/** The latest of those that name somebody as author, and the latest of the others, which somebody may have submitted for them. */
const perhapsBy = ({ catalog }: Session, rows: readonly RecordRow[], name: string): RecordRow[] => {
  const isNamed = ({ id }: RecordRow): boolean => catalog.entry(id)?.authors.includes(name) === true
  return [...rows.filter(isNamed).slice(0, lookedAt), ...rows.filter((row) => !isNamed(row)).slice(0, lookedAt)]
}

/** One that can't be read is told elsewhere. */
const contentOf = async ({ folder }: Session, id: string): Promise<RecordContent | undefined> => folder.records.read(id).then(({ content }) => content, (error: unknown) => {
  if (!isAppError(error)) throw error
  return undefined
})

const taskOf = (kind: Task['kind'], row: RecordRow, content: RecordContent): Task => {
  const last = lastStep(content)
  return { kind, row, by: last?.by.name ?? '', at: last?.at ?? row.updatedAt, note: last?.reason ?? '' }
}

/** Whether somebody else sent a record back: what one withdrew oneself is no task. */
const cameBack = (content: RecordContent, me: string): boolean => {
  const last = lastStep(content)
  return last !== undefined && (last.move === 'reject' || last.move === 'revise') && last.by.name !== me
}

interface Parts { sessions: SessionHolder; settings: SettingsService; adoptions: AdoptionReader; followUps: FollowUpReader; now: () => number }

export const createWorkbenchService = ({ sessions, settings, adoptions, followUps, now }: Parts): WorkbenchService => {
  const adoptionTasks = async (session: Session): Promise<Task[]> => {
    const picture = await adoptions.all(session)
    return dueBy(picture, daysLater(picture.today, remindedBefore)).map(({ facts: { row, plannedDate } }): Task => ({ kind: 'adoption', row, by: '', at: plannedDate, note: '' }))
  }

  /** What is to be done by whoever works here; then what others owe to meetings that were prepared here. */
  const followUpTasks = async (session: Session): Promise<Task[]> => {
    const all = await followUps(session)
    return [...all.filter(({ isMine }) => isMine), ...all.filter(({ isMine, isPreparedHere }) => !isMine && isPreparedHere)]
      .map(({ followUp: { row, rowId, what, who, due, isLate } }): Task => ({ kind: 'followUp', row, by: who, at: due, note: what, rowId, isLate }))
  }

  const readTasks = async (session: Session, kind: Task['kind'], rows: readonly RecordRow[], isMine: (content: RecordContent) => boolean): Promise<Task[]> => {
    const tasks: Task[] = []
    for (const row of rows) {
      const content = await contentOf(session, row.id)
      if (content && isMine(content)) tasks.push(taskOf(kind, row, content))
    }
    return tasks
  }
  return {
    tasks: async () => {
      const session = sessions.required()
      const me = settings.person().name
      const wroteIt = (content: RecordContent): boolean => isWriter(content, me)
      const [inReview, drafts] = [await atStage(session, 'inReview'), [...await atStage(session, 'draft'), ...await atStage(session, 'drafting')].sort(byLatest)]
      const review = await readTasks(session, 'review', inReview.slice(0, lookedAt), (content) => !wroteIt(content))
      const sentBack = await readTasks(session, 'sentBack', perhapsBy(session, drafts, me), (content) => cameBack(content, me) && wroteIt(content))
      const dueRows = session.catalog.due(dayOf(now()))
      const due = dueRows.slice(0, lookedAt).map(({ row, day }): Task => ({ kind: 'due', row, by: '', at: day, note: '' }))
      const adopted = await adoptionTasks(session)
      const followed = await followUpTasks(session)
      return { tasks: [...due, ...followed.slice(0, lookedAt), ...adopted.slice(0, lookedAt), ...sentBack, ...review], total: { adoption: adopted.length, review: inReview.length > lookedAt ? inReview.length : review.length, sentBack: sentBack.length, due: dueRows.length, followUp: followed.length } }
    },
    latest: async (limit) => {
      const { catalog } = sessions.required()
      const lists = await Promise.all(RecordType.options.map(async (type) => catalog.list({ type }, { by: 'updatedAt', descending: true }, 0, limit)))
      return lists.flatMap(({ rows }) => rows).sort(byLatest).slice(0, limit)
    },
  }
}
