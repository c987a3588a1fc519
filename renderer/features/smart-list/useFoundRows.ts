/**
 * What a search finds, whole: all ids at once, their rows in windows around what is in sight. Rows that were read for the ids before
 * stay until those of the new ones are here.
 */
import { keepPreviousData, useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { api } from '#renderer/client/queries'
import { windowSize, type Pages } from '#renderer/features/library-list'
import type { RecordRow } from '#shared/contract/records'
import type { SearchRequest } from '#shared/contract/search'

/** While the index is being built, it is asked again after this long. */
const askAgainMs = 2000

const together = (results: UseQueryResult<RecordRow[]>[]) => ({
  read: results.map(({ data }) => data),
  error: results.find((result) => result.error)?.error ?? null,
})

export interface FoundRows {
  /** Best first; undefined until the first answer. */
  ids: readonly string[] | undefined
  /** False while the index is being built: there may be more. */
  isComplete: boolean
  /** Undefined for a row that is still to be read. */
  rowAt: (index: number) => RecordRow | undefined
  error: Error | null
  retry: () => void
}

export const useFoundRows = (request: SearchRequest, pages: Pages): FoundRows => {
  const found = useQuery({
    ...api.search.ids.queryOptions({ input: request }),
    refetchInterval: ({ state }) => (state.data?.complete === false ? askAgainMs : false),
  })
  const ids = found.data?.ids
  const queries = pages.map((number) => {
    const at = number * windowSize
    const page = ids?.slice(at, at + windowSize) ?? []
    return { ...api.records.rows.queryOptions({ input: { ids: page } }), enabled: page.length > 0, placeholderData: keepPreviousData<RecordRow[]> }
  })
  const { read, error } = useQueries({ queries, combine: together })
  const byId = useMemo(() => new Map(read.flatMap((rows) => rows ?? []).map((row) => [row.id, row])), [read])
  const rowAt = useCallback((index: number) => {
    const id = ids?.[index]
    return id === undefined ? undefined : byId.get(id)
  }, [ids, byId])
  return {
    ids, isComplete: found.data?.complete ?? true, rowAt, error: found.error ?? error,
    retry: () => { void found.refetch() },
  }
}
