/** Marks queries as out of date, a round at a time: events that come while a round reads make the next one, so that none starves the other. */
import { partialMatchKey, type QueryClient, type QueryKey } from '@tanstack/react-query'

/** At least this long between two rounds: the screen need not follow an import faster. */
const pauseMs = 100
/** A slow query does not hold up the others. */
const longestRoundMs = 1000

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** `known` is what need not be read again before somebody asks for it. */
export type Outdated = QueryKey | { queryKey: QueryKey; known: QueryKey }

export const createInvalidator = (queryClient: QueryClient): ((...outdated: Outdated[]) => void) => {
  const waiting = new Map<string, Outdated>()
  let running = false

  const read = async (outdated: Outdated): Promise<void> => {
    if (!('known' in outdated)) return queryClient.invalidateQueries({ queryKey: outdated })
    const { queryKey, known } = outdated
    await queryClient.invalidateQueries({ queryKey: known, refetchType: 'none' })
    return queryClient.invalidateQueries({ queryKey, predicate: (query) => !partialMatchKey(query.queryKey, known) })
  }

  const run = async (): Promise<void> => {
    running = true
    while (waiting.size > 0) {
      const round = [...waiting.values()]
      waiting.clear()
      const reading = Promise.all(round.map(read))
      await Promise.all([pause(pauseMs), Promise.race([reading, pause(longestRoundMs)])])
    }
    running = false
  }

  return (...outdated) => {
    for (const each of outdated) waiting.set(JSON.stringify(each), each)
    if (!running) void run()
  }
}
