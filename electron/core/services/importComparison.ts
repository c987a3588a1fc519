/** Comparing the records of an import with all others, those of the same import among them: once the index holds them, for a bounded time. */
import { setTimeout as pause } from 'node:timers/promises'
import { isAppError } from '#shared/contract/errors'
import type { DuplicateRecord } from '#shared/contract/duplicates'
import { findDuplicates, keptApart } from './duplicates'
import type { JobControl } from './jobs'
import type { Session } from './session'

/** After that, what is left is compared when it is opened. */
const longestMs = 180_000
const lookAgainMs = 100

/** `compared` is told of each record, in order. A record that was deleted or damaged meanwhile is like none. Throws what the search throws. */
export const compareImported = async (
  session: Session, ids: readonly string[], { signal, progress }: JobControl, compared: (id: string, duplicates: DuplicateRecord[]) => void,
): Promise<void> => {
  const end = performance.now() + longestMs
  progress({ total: ids.length })
  session.indexing.begin()
  while (!session.indexing.isComplete() && performance.now() < end) await pause(lookAgainMs, undefined, { signal })
  for (const [index, id] of ids.entries()) {
    signal.throwIfAborted()
    if (performance.now() >= end) return
    progress({ current: session.catalog.get(id)?.title ?? null })
    compared(id, await findDuplicates(session, id).catch((error: unknown) => {
      if (isAppError(error) && error.code !== 'search_unavailable') return []
      throw error
    }))
    progress({ done: index + 1 })
  }
}

/** What was found of a record and still is so: neither of the two was deleted, and nobody said that they are not the same. */
export const stillAlike = (session: Session, found: ReadonlyMap<string, DuplicateRecord[]>): ((id: string | null) => DuplicateRecord[]) => {
  const isApart = keptApart(session)
  return (id) => (id === null || !session.catalog.get(id) ? [] : (found.get(id) ?? []).flatMap((duplicate) => {
    const row = session.catalog.get(duplicate.row.id)
    return row && !isApart(id, row.id) ? [{ ...duplicate, row }] : []
  }))
}
