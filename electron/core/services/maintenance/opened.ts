/** What is seen to once a library is open to write: what a sweep left that a crash broke off, and conflict copies that came meanwhile. */
import { isAppError } from '#shared/contract/errors'
import type { Log } from '../../ports'
import { absorbConflictCopies } from '../../store/conflictCopies'
import { putBackSwept } from '../../store/sweep'
import type { Changes } from '../changes'
import type { Session } from '../session'

const absorb = async (session: Session, changes: Changes, now: number): Promise<void> => {
  const count = session.damaged().length
  const records = await session.takeAll(async () => {
    const absorbed = await absorbConflictCopies(session.folder, now, session.noteDamage)
    return absorbed.flatMap(({ record }) => record ?? [])
  })
  if (records.length > 0) changes.publish({ type: 'records', ids: records.map(({ id }) => id) })
  if (session.damaged().length > count) changes.publish({ type: 'library' })
}

/** In the background, after the list is there; what can't be done now is done at the next opening. */
export const tidyOpened = async (session: Session, changes: Changes, log: Log, now: number): Promise<void> => {
  if (session.folder.readOnly()) return
  try {
    await session.write(async () => putBackSwept(session.folder.paths))
    await absorb(session, changes, now)
  } catch (error) {
    if (!isAppError(error)) log.error('an opened library was not seen to', { error: String(error), stack: error instanceof Error ? error.stack : undefined })
    else log.warn('an opened library was not seen to', { error: String(error) })
  }
}
