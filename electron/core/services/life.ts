/** The lives of records: moving one from stage to stage, through the gate that stands before it. */
import { AppError, isAppError, type ErrorData } from '#shared/contract/errors'
import type { RecordRow } from '#shared/contract/records'
import { openComments } from '#shared/model/comments'
import { moveConditions, type MoveCondition } from '#shared/model/life/conditions'
import type { Move } from '#shared/model/life/lives.data'
import { destination, lastStep, movesFrom, reasonFor } from '#shared/model/life/moves'
import type { Person, RecordContent, RecordFile, StageChange } from '#shared/model/record'
import { hashJson } from '../store/canonicalJson'
import type { Changes } from './changes'
import type { Session, SessionHolder } from './session'
import type { SettingsService } from './settings'

export interface MoveRequest { move: string; reason: string; override: boolean }

export interface LifeService {
  /** Whether what was judged at the last move is no longer what the record says; false where nothing was judged yet. */
  changedSinceJudged: (id: string) => Promise<boolean>
  /**
   * Moves a record on, as a sealed revision of its own. Throws `conflict` if `base` is not in place, `gate_not_met` unless overridden,
   * `invalid` for a move that can't be made from where the record is, and for a reason that is missing, as of who withdraws what somebody else submitted.
   */
  move: (id: string, base: string, request: MoveRequest) => Promise<RecordFile>
}

interface Parts { settings: SettingsService; sessions: SessionHolder; changes: Changes; now: () => number }

/** The hash of what a reviewer looks at. */
export const judgedHash = ({ title, summary, fields, body }: RecordContent): string => hashJson({ title, summary, fields, body })

const invalid = (path: string, message: string): AppError<'invalid'> => {
  const data: ErrorData<'invalid'> = { issues: [{ path, message }] }
  return new AppError('invalid', data)
}

/** The move that is asked for. Throws `invalid`. */
const findMove = (content: RecordContent, { move: key, reason, override }: MoveRequest, by: Person): Move => {
  const move = movesFrom(content).find((each) => each.key === key && !each.isOwn)
  if (!move) throw invalid('move', `not a move from stage ${content.stage}`)
  if (reason !== '') return move
  if (override || move.reason === 'required') throw invalid('reason', 'empty')
  if (reasonFor(content, move, by.name) === 'required') throw invalid('reason', 'somebody else submitted it')
  return move
}

/** The adoptions that take a record up, or those that pilot it, as the catalog has them. */
export const adoptionsOf = ({ catalog }: Session, id: string, which: 'pilots' | 'others'): RecordRow[] => catalog.backlinks(id).flatMap(({ row, relation }) => {
  if (relation !== 'adopts' || row.type !== 'adoption') return []
  const isPilot = catalog.entry(row.id)?.values?.['own:pilot'] === true
  return isPilot === (which === 'pilots') ? [row] : []
})

/** How many take up the edition that is in force. */
const adoptionsInForce = (session: Session, { id, content }: RecordFile): number =>
  adoptionsOf(session, id, 'others').filter(({ edition }) => edition !== null && edition === content.fields.edition).length

/** The conditions of a move that do not hold. */
export const unmetConditions = async (session: Session, record: RecordFile, move: Move, by: Person): Promise<MoveCondition[]> => {
  if (!move.gate) return []
  const { id, content } = record
  const open = await session.folder.comments.read(id).then(openComments, (error: unknown) => {
    if (!isAppError(error)) throw error
    return undefined
  })
  return moveConditions(move, content, { reviewer: by.name, openComments: open, adoptions: adoptionsInForce(session, record) }).filter(({ met }) => !met)
}

/** A content as it stands after a move. */
export const moved = (content: RecordContent, move: Pick<Move, 'key' | 'to'>, step: Pick<StageChange, 'by' | 'at' | 'reason' | 'waived'>): RecordContent => {
  const to = destination(content, move)
  return { ...content, stage: to, stageHistory: [...content.stageHistory ?? [], { ...step, move: move.key, from: content.stage, to, judged: judgedHash(content) }] }
}

export const createLifeService = ({ settings, sessions, changes, now }: Parts): LifeService => ({
  changedSinceJudged: async (id) => {
    const { content } = await sessions.required().folder.records.read(id)
    const last = lastStep(content)
    return last !== undefined && last.judged !== judgedHash(content)
  },
  move: async (id, base, request) => {
    const session = sessions.writable()
    const head = await session.folder.records.read(id)
    if (head.revision.id !== base) throw new AppError('conflict', { id, current: head.revision.id, at: head.revision.at, by: head.revision.by })
    const by = settings.person()
    const move = findMove(head.content, request, by)
    const unmet = await unmetConditions(session, head, move, by)
    if (unmet.length > 0 && !request.override) throw new AppError('gate_not_met', { id, conditions: unmet })
    const step = {
      by, at: new Date(now()).toISOString(),
      ...request.reason !== '' && { reason: request.reason }, ...unmet.length > 0 && { waived: unmet.map(({ key }) => key) },
    }
    const record = await session.take(async () => session.folder.records.release(id, base, (content) => moved(content, move, step), by, () => []))
    changes.publish({ type: 'records', ids: [id] })
    return record
  },
})
