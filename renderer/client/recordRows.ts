/** The rows of records by their ids, however many: a call takes only so many. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { RecordRow } from '#shared/contract/records'
import { core } from './client'
import { api } from './queries'

const mostPerCall = 500

/** Asks for one portion after another, each of as many ids as a call takes. */
export const inPortions = async <T>(ids: readonly string[], ask: (ids: string[]) => Promise<readonly T[]>): Promise<T[]> => {
  const answers: T[] = []
  for (let at = 0; at < ids.length; at += mostPerCall) answers.push(...await ask(ids.slice(at, at + mostPerCall)))
  return answers
}

export interface RecordRows {
  /** By id; one that is not here has none. Undefined until they are read. */
  rows: ReadonlyMap<string, RecordRow> | undefined
  error: Error | null
  retry: () => void
}

/** While other ids are asked for, the rows of those before are shown. */
export const useRecordRows = (wanted: readonly string[]): RecordRows => {
  const ids = [...new Set(wanted)].sort()
  const { data, error, refetch } = useQuery({
    ...api.records.rows.queryOptions({ input: { ids } }), placeholderData: keepPreviousData,
    queryFn: ({ signal }) => inPortions(ids, (portion) => core.records.rows({ ids: portion }, { signal })),
  })
  const rows = useMemo(() => data && new Map(data.map((row) => [row.id, row])), [data])
  return { rows, error, retry: () => { void refetch() } }
}
