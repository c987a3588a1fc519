/** A lock that is ours: kept alive, looked at before each write, put back where somebody removed it, lost for good once another one is in place. */
import { rm, utimes } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { readIfThere } from './durableFile'
import { heldHere } from './foundLock'
import { heartbeatMs, staleMs } from './lockFile'
import { startStopwatch } from './stopwatch'

export interface Lock {
  /** False once another program has taken the lock over: this one must not write any more. */
  isHeld: () => boolean
  /** Looks at the lock again. Throws `file_unreadable` where nobody can say whose it is. */
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

  const look = async (): Promise<void> => {
    if (!isHeld) return
    if (sinceLook() > staleMs) {
      // We slept, or were stopped: who is about to take over either sees that we are back, or is done when we look.
      await touch()
      await wait(takeOverMs)
    }
    const found = await readIfThere(path)
    if (found && found.toString() !== text) isHeld = false
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
          const found = await readIfThere(path).catch(() => undefined)
          if (found?.toString() === text) await rm(path, { force: true })
        } finally {
          // Only now: whoever opens it in this process meanwhile must not take the lock for one that was left.
          heldHere.delete(token)
          isHeld = false
        }
      })
    },
  }
}
