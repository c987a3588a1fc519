/**
 * The rows of a list, however long: read in windows around what is in sight. The rows of the choice before stay until the first
 * window of the new one is here, and rows that are out of date stay until they are read again.
 */
import { useQueries, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { api } from '#renderer/client/queries'
import type { RecordFilter, RecordRow, RecordSort } from '#shared/contract/records'
import { windowSize, type PageRange } from './table/pages'

interface Page { total: number; rows: RecordRow[] }

/** What is on screen: the pages of one choice and order, beginning with page `from`. */
interface Shown { key: string; from: number; total: number; pages: readonly (Page | undefined)[] }

const together = (results: UseQueryResult<Page>[]) => ({
  pages: results.map((result) => result.data),
  error: results.find((result) => result.error)?.error ?? null,
})

export interface RecordRows {
  /** Undefined until the first answer. */
  total: number | undefined
  /** Undefined for a row that is still to be read. */
  rowAt: (index: number) => RecordRow | undefined
  /** False while the rows of an earlier choice are still shown. */
  isCurrent: boolean
  error: Error | null
  retry: () => void
}

export const useRecordRows = (filter: RecordFilter, sort: RecordSort, { from, to }: PageRange): RecordRows => {
  const key = JSON.stringify([filter, sort])
  const queries = Array.from({ length: to - from + 1 }, (_, index) =>
    api.records.list.queryOptions({ input: { filter, sort, offset: (from + index) * windowSize, limit: windowSize } }))
  const { pages, error } = useQueries({ queries, combine: together })
  const client = useQueryClient()

  const [shown, setShown] = useState<Shown>()
  const total = pages.find((page) => page !== undefined)?.total ?? (shown?.key === key ? shown.total : undefined)
  const isNew = shown?.key !== key || shown.from !== from || shown.pages !== pages
  if (total !== undefined && isNew) setShown({ key, from, total, pages })

  const rowAt = useCallback((index: number): RecordRow | undefined => {
    if (!shown) return undefined
    return shown.pages[Math.floor(index / windowSize) - shown.from]?.rows[index % windowSize]
  }, [shown])

  return {
    total: shown?.total, rowAt, isCurrent: shown?.key === key, error,
    retry: () => { void client.refetchQueries({ queryKey: api.records.list.key(), type: 'active' }) },
  }
}
