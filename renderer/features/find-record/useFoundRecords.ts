/** What is found for what is typed in a field that chooses a record. */
import { useQuery } from '@tanstack/react-query'
import { api } from '#renderer/client/queries'
import { foundRecords, recordQuery } from '#renderer/client/recordSource'
import { usePaused } from '#renderer/ui/usePaused'
import type { RecordRow } from '#shared/contract/records'

const pauseMs = 120
/** While the index is being built there is more every moment. */
const againMs = 1000

export interface FoundForTyped {
  /** Found for what is typed now, and for nothing else: Enter takes the first. */
  rows: RecordRow[]
  /** Nothing is typed. */
  isEmpty: boolean
  isSearching: boolean
  error: Error | null
  retry: () => void
}

export const useFoundRecords = (typed: string, except: string): FoundForTyped => {
  const now = typed.trim()
  const isEmpty = now === ''
  const text = usePaused(now, pauseMs)
  const found = useQuery({
    ...api.search.query.queryOptions({ input: recordQuery(text) }), enabled: text !== '', gcTime: 60_000,
    refetchInterval: ({ state }) => (state.data?.complete === false ? againMs : false), select: foundRecords,
  })
  const isCurrent = text === now && !isEmpty
  return {
    rows: isCurrent ? found.data?.rows.filter(({ id }) => id !== except) ?? [] : [], isEmpty,
    isSearching: !isCurrent || found.isFetching || found.data?.isWhole === false, error: isCurrent ? found.error : null, retry: () => { void found.refetch() },
  }
}
