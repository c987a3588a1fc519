/**
 * The rows of a list, however long: read in windows around what is in sight. The rows of the choice before stay until the first
 * window of the new one is here, and rows that are out of date stay until they are read again. What others change moves no row while the
 * list is held; what this page changed does.
 */
import { keepPreviousData, skipToken, useQueries, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useOwnOperations } from '#renderer/client/ownOperations'
import { api } from '#renderer/client/queries'
import type { RecordGroup, RecordRow } from '#shared/contract/records'
import type { ListQuery } from '#shared/model/listFields'
import type { ListedType } from '#shared/model/recordTypes'
import { standStill } from './standStill'
import { windowSize, type Pages } from './table/pages'

interface Page { total: number; rows: RecordRow[] }

/** What is on screen: pages of one list by their numbers, and its groups if it has any. `own`: of the page's own operations, those that are in it. */
interface Shown { key: string; asked: Pages; read: readonly (Page | undefined)[]; total: number; groups: readonly RecordGroup[] | null; own: number }

const together = (results: UseQueryResult<Page>[]) => ({
  read: results.map((result) => result.data),
  isReading: results.some((result) => result.isFetching),
  error: results.find((result) => result.error)?.error ?? null,
})

export interface RecordRows {
  /** How many records; undefined until the first answer. */
  total: number | undefined
  /** Null where the list is not grouped. */
  groups: readonly RecordGroup[] | null
  /** By the place in the whole list, all groups open. Undefined for a row that is still to be read. */
  rowAt: (offset: number) => RecordRow | undefined
  /** False while the rows of an earlier choice are still shown. */
  isCurrent: boolean
  /** Rows have other places by now, which are shown once the list is not held any more. */
  isHeldBack: boolean
  error: Error | null
  retry: () => void
}

/** `columns` are those that a row does not have of itself; `isHeld` while a row is pointed at. */
export const useRecordRows = (type: ListedType, { facets, sort, group }: ListQuery, columns: readonly string[], asked: Pages, isHeld: boolean): RecordRows => {
  const filter = { type, facets }
  const key = JSON.stringify([filter, sort, group, columns])
  const request = { filter, sort, ...group !== undefined && { group }, ...columns.length > 0 && { columns: [...columns] } }
  const queries = asked.map((page) => api.records.list.queryOptions({ input: { ...request, offset: page * windowSize, limit: windowSize } }))
  const { read, isReading, error } = useQueries({ queries, combine: together })
  const grouped = useQuery({ ...api.records.groups.queryOptions({ input: group === undefined ? skipToken : { filter, sort, group } }), placeholderData: keepPreviousData })
  const client = useQueryClient()
  const own = useOwnOperations()

  const [shown, setShown] = useState<Shown>()
  const total = read.find((page) => page !== undefined)?.total ?? (shown?.key === key ? shown.total : undefined)
  const groups = group === undefined ? null : grouped.isPlaceholderData ? undefined : grouped.data
  const isNew = shown?.key !== key || shown.asked !== asked || shown.read !== read || shown.groups !== groups
  const moves = isNew && shown?.key === key && shown.asked === asked && total !== undefined && groups !== undefined && !standStill(shown, { read, total, groups })
  const isHeldBack = isHeld && moves && shown.total > 0 && shown.own === own
  if (total !== undefined && groups !== undefined && isNew && !isHeldBack) setShown({ key, asked, read, total, groups, own: isReading || grouped.isFetching ? shown?.own ?? own : own })

  const rowAt = useCallback((offset: number): RecordRow | undefined => {
    if (!shown) return undefined
    return shown.read[shown.asked.indexOf(Math.floor(offset / windowSize))]?.rows[offset % windowSize]
  }, [shown])

  return {
    total: shown?.total, groups: shown?.groups ?? null, rowAt, isCurrent: shown?.key === key, isHeldBack, error: error ?? grouped.error,
    retry: () => { void client.refetchQueries({ queryKey: api.records.list.key(), type: 'active' }); void client.refetchQueries({ queryKey: api.records.groups.key(), type: 'active' }) },
  }
}
