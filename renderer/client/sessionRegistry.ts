/** The sessions of what is edited, records or filled copies, that are on screen or still have something to save: one for each id. */

interface Flushed { flush: () => Promise<boolean> }

interface Ways<S> {
  /** Whether nothing of it is unsaved. */
  isClean: (session: S) => boolean
  /** Brings up to date what is known of what it saved; it is let go of only then. */
  readAgain: (session: S) => Promise<void>
}

export interface SessionRegistry<S> {
  /** The session of an id; `make` makes one where there is none. */
  of: (id: string, make: () => S) => S
  /** Marks it as shown; the returned function saves what is left and lets go of the session once nothing is unsaved. */
  hold: (id: string, session: S) => () => void
  all: () => S[]
}

export const createSessionRegistry = <S extends Flushed>({ isClean, readAgain }: Ways<S>): SessionRegistry<S> => {
  const sessions = new Map<string, { session: S; users: number }>()

  return {
    of: (id, make) => {
      const open = sessions.get(id) ?? { session: make(), users: 0 }
      sessions.set(id, open)
      return open.session
    },
    hold: (id, session) => {
      // It may have been let go between being asked for and being shown: whoever left it a moment ago was still saving it.
      const held = sessions.get(id) ?? { session, users: 0 }
      sessions.set(id, held)
      held.users += 1
      const forgetIfDone = (): void => { if (held.users === 0 && isClean(held.session) && sessions.get(id) === held) sessions.delete(id) }
      return () => {
        held.users -= 1
        void held.session.flush().then(async () => readAgain(held.session)).then(forgetIfDone)
      }
    },
    all: () => [...sessions.values()].map(({ session }) => session),
  }
}
