/** Results for what is typed: the last ones stay until newer ones are here, and an answer to older text is never shown. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api } from '#renderer/client/queries'
import { usePaused } from '#renderer/ui/usePaused'
import type { SearchAnswer } from '#shared/contract/search'
import type { RecordType } from '#shared/model/recordTypes'

/** Shorter than the time between two keys of a fast typist is long; longer would be felt. */
const pauseMs = 50
const firstLimit = 40
const filteredLimit = 200
/** While the index is being built there is more every moment. */
const rebuildMs = 1000

export interface Search {
  /** The text that the answer is for or, while it is asked, will be for. */
  text: string
  answer: SearchAnswer | undefined
  /** How many there are of each type, whatever types are chosen. */
  counts: readonly { type: RecordType; total: number }[]
  isPending: boolean
  error: Error | null
  retry: () => void
}

export const useSearch = (typed: string, types: readonly RecordType[]): Search => {
  const text = usePaused(typed.trim(), pauseMs)
  const isEmpty = typed.trim() === ''
  const options = { enabled: text !== '', placeholderData: keepPreviousData, gcTime: 60_000 }
  const everywhere = useQuery({
    ...api.search.query.queryOptions({ input: { text, limit: firstLimit } }), ...options,
    refetchInterval: ({ state }) => (state.data?.complete === false ? rebuildMs : false),
  })
  const isFiltered = types.length > 0
  const filtered = useQuery({ ...api.search.query.queryOptions({ input: { text, types: [...types], limit: filteredLimit } }), ...options, enabled: text !== '' && isFiltered })
  const shown = isFiltered ? filtered : everywhere
  return {
    text,
    answer: isEmpty ? undefined : shown.data,
    counts: isEmpty ? [] : everywhere.data?.groups.map(({ type, total }) => ({ type, total })) ?? [],
    isPending: !isEmpty && shown.data === undefined && !shown.error,
    error: isEmpty ? null : shown.error,
    retry: () => { void shown.refetch() },
  }
}
