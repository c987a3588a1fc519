/** Records that can be sources: those that fit what is typed, or while nothing is typed the cases worked on last. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api } from '#renderer/client/queries'
import type { RecordRow } from '#shared/contract/records'
import { libraryTypes } from '#shared/model/recordTypes'

const limit = 40
const recent = 8

export interface SourceRows {
  rows: readonly RecordRow[] | undefined
  isRecent: boolean
  /** False while the rows of an earlier text are still shown. */
  isCurrent: boolean
  error: Error | null
  retry: () => void
}

export const useSourceRows = (typed: string): SourceRows => {
  const text = typed.trim()
  const isRecent = text === ''
  const found = useQuery({
    ...api.search.query.queryOptions({ input: { text, filters: { type: [...libraryTypes] }, limit } }), enabled: !isRecent, placeholderData: keepPreviousData, gcTime: 60_000,
  })
  const latest = useQuery({
    ...api.records.list.queryOptions({ input: { filter: { type: 'case' }, sort: { by: 'updatedAt', descending: true }, offset: 0, limit: recent } }), enabled: isRecent,
  })
  const shown = isRecent ? latest : found
  return {
    rows: isRecent ? latest.data?.rows : found.data?.groups.flatMap(({ hits }) => hits.map(({ row }) => row)),
    isRecent, isCurrent: isRecent ? !latest.isPending : !found.isPlaceholderData && !found.isPending, error: shown.error, retry: () => { void shown.refetch() },
  }
}
