/** Runs operations on a library, several at once: each is announced before it begins, and reported once it was answered for. */
import { isAppError } from '#shared/contract/errors'
import type { LoadEvent } from './events'
import type { Operation } from './operation'
import { operations } from './operations'
import { touching, type World } from './world'

const shares = operations.flatMap((operation) => Array.from<Operation>({ length: operation.share }).fill(operation))

const recordsIn = (keys: readonly { key: string }[]): string[] =>
  keys.flatMap(({ key }) => (key.startsWith('record:') ? [key.slice('record:'.length)] : []))

/** Throws what is no failure of the contract and no cut of the disk: a bug. */
const reasonOf = (error: unknown): string => {
  if (isAppError(error)) return `${error.code} ${JSON.stringify(error.data)}`
  if (error instanceof Error && 'syscall' in error) return error.message
  throw error
}

/** `count` operations in all, `atOnce` under way. Stops once `isOver`. */
export const runLoad = async (world: World, count: number, atOnce: number, say: (event: LoadEvent) => void, isOver = (): boolean => false): Promise<void> => {
  let n = 0
  const runOne = async (): Promise<void> => {
    const operation = world.random.pick(shares)
    const planned = operation?.plan(world)
    if (!operation || !planned) return
    const number = (n += 1)
    say({ event: 'begun', n: number, operation: operation.name, effects: planned.effects, whole: planned.whole })
    try {
      const { revisions = [], numbers = [] } = await touching(world, recordsIn(planned.effects), planned.run)
      say({ event: 'done', n: number, revisions, numbers })
    } catch (error) {
      say({ event: 'failed', n: number, reason: reasonOf(error) })
    }
  }
  let left = count
  await Promise.all(Array.from({ length: atOnce }, async () => {
    while (!isOver() && left > 0) {
      left -= 1
      await runOne()
    }
  }))
}
