/** The sessions that are on screen or still have something to save, one a record. */
import type { RecordFile } from '#shared/model/record'
import type { RecordSession } from './recordSession'

export interface SessionRegistry {
  /** The session of a record; `make` makes one where there is none. */
  of: (record: RecordFile, make: () => RecordSession) => RecordSession
  /** Marks a record as shown; the returned function saves what is left and lets go of the session once nothing is unsaved. */
  hold: (id: string, session: RecordSession) => () => void
  all: () => RecordSession[]
}

/** `readAgain` brings up to date what is known of a session's record; the session is let go of only then. */
export const createSessionRegistry = (readAgain: (session: RecordSession) => Promise<void>): SessionRegistry => {
  const sessions = new Map<string, { session: RecordSession; users: number }>()

  const forgetIfDone = (id: string): void => {
    const open = sessions.get(id)
    if (open?.users === 0 && open.session.saving().isClean) sessions.delete(id)
  }

  return {
    of: (record, make) => {
      const open = sessions.get(record.id) ?? { session: make(), users: 0 }
      sessions.set(record.id, open)
      return open.session
    },
    hold: (id, session) => {
      // It may have been let go between being asked for and being shown: whoever left the record a moment ago was still saving it.
      const open = sessions.get(id) ?? { session, users: 0 }
      sessions.set(id, open)
      open.users += 1
      return () => {
        open.users -= 1
        void open.session.flush().then(async () => readAgain(open.session)).then(() => forgetIfDone(id))
      }
    },
    all: () => [...sessions.values()].map(({ session }) => session),
  }
}
