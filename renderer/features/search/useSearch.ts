/** Results for what is typed: the last ones stay until newer ones are here, and each says what it was asked for. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { core } from '#renderer/client/client'
import { api, queryClient } from '#renderer/client/queries'
import { usePaused } from '#renderer/ui/usePaused'
import type { SearchAnswer } from '#shared/contract/search'
import type { TypedSearch } from './typedSearch'

/** Shorter than the time between two keys of a fast typist is long; longer would be felt. */
const pauseMs = 50
const firstLimit = 40
/** Of one type alone. */
export const typeLimit = 200
/** While the index is being built there is more every moment. */
const rebuildMs = 1000
/** While files are being read: what is found in them is told, how many are left is not. */
const readingMs = 2000

export interface Found { asked: TypedSearch; answer: SearchAnswer }

export interface SearchState {
  found: Found | undefined
  /** What is found for what is typed now. Rejects with a failure of the contract. */
  findNow: () => Promise<Found>
  /** The results are for what is typed now. */
  isCurrent: boolean
  isPending: boolean
  error: Error | null
  retry: () => void
}

const askAgainMs = (answer: SearchAnswer | undefined): number | false => {
  if (answer?.complete === false) return rebuildMs
  return answer !== undefined && answer.files.toRead > 0 ? readingMs : false
}

/** What was read while the index was still being built is read again when it is whole. */
const useWhole = (isComplete: boolean | undefined): void => {
  useEffect(() => {
    if (isComplete !== false) return
    return () => { void queryClient.invalidateQueries({ queryKey: api.search.matches.key() }) }
  }, [isComplete])
}

const queryOf = (asked: TypedSearch) => {
  const input = { ...asked, limit: asked.filters.type?.length === 1 ? typeLimit : firstLimit }
  return {
    queryKey: [...api.search.query.queryKey({ input }), 'found'],
    queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Found> => ({ asked, answer: await core.search.query(input, { signal }) }),
    gcTime: 60_000,
  }
}

export const useSearch = (typed: TypedSearch): SearchState => {
  const now = { ...typed, text: typed.text.trim() }
  const text = usePaused(now.text, pauseMs)
  const isEmpty = now.text === ''
  const query = useQuery({
    ...queryOf({ ...typed, text }), enabled: text !== '' && !isEmpty, placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => askAgainMs(state.data?.answer),
  })
  const found = isEmpty ? undefined : query.data
  useWhole(found?.answer.complete)
  return {
    found, findNow: () => queryClient.query(queryOf(now)), isCurrent: text === now.text && !query.isPlaceholderData,
    isPending: !isEmpty && !found && !query.error, error: isEmpty ? null : query.error, retry: () => { void query.refetch() },
  }
}
