/** Marks queries as out of date, a round at a time: events that come while a round reads make the next one, so that none starves the other. */
import type { QueryClient, QueryKey } from '@tanstack/react-query'

/** At least this long between two rounds: the screen need not follow an import faster. */
const pauseMs = 100
/** A slow query does not hold up the others. */
const longestRoundMs = 1000

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

export const createInvalidator = (queryClient: QueryClient): ((...keys: QueryKey[]) => void) => {
  const waiting = new Map<string, QueryKey>()
  let running = false

  const run = async (): Promise<void> => {
    running = true
    while (waiting.size > 0) {
      const round = [...waiting.values()]
      waiting.clear()
      const reading = Promise.all(round.map((queryKey) => queryClient.invalidateQueries({ queryKey })))
      await Promise.all([pause(pauseMs), Promise.race([reading, pause(longestRoundMs)])])
    }
    running = false
  }

  return (...keys) => {
    for (const key of keys) waiting.set(JSON.stringify(key), key)
    if (!running) void run()
  }
}
