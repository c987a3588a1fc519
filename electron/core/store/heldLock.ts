/** A lock that is ours: kept alive, looked at before each write, put back where somebody removed it, lost for good once another one is in place. */
import { utimes } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { readIfThere } from './durableFile'
import { heldHere } from './foundLock'
import { heartbeatMs, putInPlace, staleMs, takeAway, withLockBeside } from './lockFile'
import { startStopwatch } from './stopwatch'

export interface Lock {
  /** False once another program has taken the lock over, or may have: this one must not write any more. */
  isHeld: () => boolean
  /** Looks at the lock again, and puts it back where there is none. Throws `file_unreadable`, `library_read_only` where neither can be done. */
  makeSure: () => Promise<void>
  release: () => Promise<void>
}

/** Whoever takes over a silent lock looks whether it was touched and puts its own in place within this time. */
const takeOverMs = 1000

export const holdLock = (path: string, text: string, token: string): Lock => {
  let isHeld = true
  let sinceLook = startStopwatch()
  let turn: Promise<unknown> = Promise.resolve()

  /** One look at a time. */
  const inTurn = async (work: () => Promise<void>): Promise<void> => {
    const result = turn.then(work)
    turn = result.catch(() => undefined)
    return result
  }

  const touch = async (): Promise<void> => {
    const time = new Date()
    await utimes(path, time, time).catch(() => undefined)
  }

  const read = async (): Promise<string | undefined> => (await readIfThere(path))?.toString()

  const look = async (): Promise<void> => {
    if (!isHeld) return
    const wasAway = sinceLook() > staleMs
    if (wasAway) {
      // We slept, or were stopped: who is about to take over either sees that we are back, or is done when we look.
      await touch()
      await wait(takeOverMs)
    }
    let found = await read()
    // Somebody removed it. Nobody else had the time to take it, write, and let it go again, unless we were away.
    if (found === undefined && !wasAway) {
      await withLockBeside(path, token, text, async (beside) => putInPlace(beside, path, text))
      found = await read()
    }
    isHeld = found === text
    sinceLook = startStopwatch()
  }

  const beat = setInterval(() => {
    void inTurn(async () => {
      await look()
      if (isHeld) await touch()
    }).catch(() => undefined)
  }, heartbeatMs)
  beat.unref()

  return {
    isHeld: () => isHeld,
    makeSure: async () => inTurn(look),
    release: async () => {
      clearInterval(beat)
      await inTurn(async () => {
        try {
          if (await read().catch(() => undefined) === text) await takeAway(path, (found) => found === text)
        } finally {
          // Only now: whoever opens it in this process meanwhile must not take the lock for one that was left.
          heldHere.delete(token)
          isHeld = false
        }
      })
    },
  }
}
