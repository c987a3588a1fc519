/** The sessions of filled copies that are on screen or still have something to save, one a copy. */
import type { OpenCopy } from '#shared/contract/filled'
import type { CopySession } from './copySession'

export interface CopyRegistry {
  /** The session of a copy; `make` makes one where there is none. */
  of: (open: OpenCopy, make: () => CopySession) => CopySession
  /** Marks a copy as shown; the returned function saves what is left and lets go of the session once nothing is unsaved. */
  hold: (id: string, session: CopySession) => () => void
  all: () => CopySession[]
}

/** `readAgain` brings up to date what is known of a session's copy; the session is let go of only then. */
export const createCopyRegistry = (readAgain: (session: CopySession) => Promise<void>): CopyRegistry => {
  const sessions = new Map<string, { session: CopySession; users: number }>()

  return {
    of: (open, make) => {
      const there = sessions.get(open.copy.id) ?? { session: make(), users: 0 }
      sessions.set(open.copy.id, there)
      return there.session
    },
    hold: (id, session) => {
      // It may have been let go between being asked for and being shown: whoever left the copy a moment ago was still saving it.
      const held = sessions.get(id) ?? { session, users: 0 }
      sessions.set(id, held)
      held.users += 1
      const forgetIfDone = (): void => {
        if (held.users === 0 && held.session.view().isClean && sessions.get(id) === held) sessions.delete(id)
      }
      return () => {
        held.users -= 1
        void held.session.flush().then(async () => readAgain(held.session)).then(forgetIfDone)
      }
    },
    all: () => [...sessions.values()].map(({ session }) => session),
  }
}
