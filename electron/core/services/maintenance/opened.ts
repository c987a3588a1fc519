/** What is seen to once a library is open to write: what a sweep left that a crash broke off, and conflict copies, those that come later too. */
import { isAppError, type AppError } from '#shared/contract/errors'
import type { Log } from '../../ports'
import { absorbBesideCopy, bothKeptDamage, oddBesideFiles, type AbsorbedBeside } from '../../store/besideCopies'
import { absorbConflictCopy, branchDamage, oddRecordFiles } from '../../store/conflictCopies'
import { newAside } from '../../store/setAside'
import { putBackSwept } from '../../store/sweep'
import type { ChangeEvent } from '#shared/contract/events'
import type { Changes } from '../changes'
import type { Session } from '../session'

interface Parts { changes: Changes; log: Log; now: () => number }

const isExpected = (error: unknown): error is AppError => isAppError(error) && error.code !== 'no_library_open'

/** Takes one copy of a record in and shows what became of it, before the next: nobody's save comes between the two. */
const absorb = async (session: Session, path: string, run: string): Promise<ChangeEvent[]> => {
  const records = await session.takeAll(async () => {
    const copy = await absorbConflictCopy(session.folder, path, run)
    if (copy) branchDamage(session.folder, copy).forEach(session.noteDamage)
    return copy?.record ? [copy.record] : []
  })
  return records.length > 0 ? [{ type: 'records', ids: records.map(({ id }) => id) }] : []
}

/** What is to be told of comments, a template or a filled copy that another program's copy changed. */
const besideEvent = ({ held: { kind, file } }: AbsorbedBeside): ChangeEvent => {
  switch (kind) {
    case 'comments': return { type: 'comments', recordId: file.recordId }
    case 'template': return { type: 'templates' }
    case 'copy': return { type: 'filled', toolId: file.toolId }
  }
}

const absorbBeside = async (session: Session, path: string, run: string, now: number): Promise<ChangeEvent[]> => {
  const copy = await session.write(async () => absorbBesideCopy(session.folder, path, run, now))
  if (copy?.bothKept) session.noteDamage(bothKeptDamage(copy.bothKept))
  return copy ? [besideEvent(copy)] : []
}

const absorbAll = async (session: Session, { changes, now }: Parts): Promise<void> => {
  const { paths } = session.folder
  const run = newAside(paths, now())
  const takeIn = async (path: string, work: Promise<ChangeEvent[]>): Promise<void> => {
    const events = await work.catch((error: unknown): ChangeEvent[] => {
      if (!isExpected(error)) throw error
      session.noteDamage({ path, failure: { code: error.code, data: error.data } })
      return []
    })
    events.forEach(changes.publish)
  }
  for await (const path of oddRecordFiles(paths)) await takeIn(path, absorb(session, path, run))
  for await (const path of oddBesideFiles(paths)) await takeIn(path, absorbBeside(session, path, run, now()))
}

/** Runs in the background, one at a time. What can't be done now is done at the next opening. `isOpening` is true the first time. */
export const createTidy = (parts: Parts) => {
  let turn: Promise<void> = Promise.resolve()

  const tidy = async (session: Session, isOpening: boolean): Promise<void> => {
    if (session.folder.readOnly()) return
    try {
      // Later it would take from a sweep what that is looking at.
      if (isOpening) await session.write(async () => putBackSwept(session.folder.paths))
      await absorbAll(session, parts)
    } catch (error) {
      if (isAppError(error)) parts.log.warn('an opened library was not seen to', { error: String(error) })
      else parts.log.error('an opened library was not seen to', { error: String(error), stack: error instanceof Error ? error.stack : undefined })
    }
  }

  return async (session: Session, isOpening: boolean): Promise<void> => {
    turn = turn.then(async () => tidy(session, isOpening))
    return turn
  }
}
