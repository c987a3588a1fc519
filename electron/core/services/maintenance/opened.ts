/** What is seen to once a library is open to write: what a sweep left that a crash broke off, and conflict copies, those that come later too. */
import { isAppError } from '#shared/contract/errors'
import type { Log } from '../../ports'
import { absorbConflictCopy, branchDamage, oddRecordFiles } from '../../store/conflictCopies'
import { newAside } from '../../store/setAside'
import { putBackSwept } from '../../store/sweep'
import type { Changes } from '../changes'
import type { Session } from '../session'

interface Parts { changes: Changes; log: Log; now: () => number }

/** Takes one copy in and shows what became of it, before the next: nobody's save comes between the two. */
const absorb = async (session: Session, path: string, run: string): Promise<string[]> => {
  const records = await session.takeAll(async () => {
    const copy = await absorbConflictCopy(session.folder, path, run)
    if (copy) branchDamage(session.folder, copy).forEach(session.noteDamage)
    return copy?.record ? [copy.record] : []
  })
  return records.map(({ id }) => id)
}

const absorbAll = async (session: Session, { changes, now }: Parts): Promise<void> => {
  const run = newAside(session.folder.paths, now())
  for await (const path of oddRecordFiles(session.folder.paths)) {
    const ids = await absorb(session, path, run).catch((error: unknown) => {
      if (!isAppError(error) || error.code === 'no_library_open') throw error
      session.noteDamage({ path, failure: { code: error.code, data: error.data } })
      return []
    })
    if (ids.length > 0) changes.publish({ type: 'records', ids })
  }
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
