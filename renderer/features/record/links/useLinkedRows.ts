/** The records on the other side of a record's links, as they are now. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api } from '#renderer/client/queries'
import type { RecordRow } from '#shared/contract/records'
import type { RecordLink } from '#shared/model/record'
import { linkingRecords, type LinkingRecord } from './recordLinks'

/** How many ids one call takes. */
const longest = 500

export interface LinkedRows {
  /** By id; a link whose record has no row points to one that is not here. Undefined until they are read. */
  rows: ReadonlyMap<string, RecordRow> | undefined
  linking: LinkingRecord[] | undefined
  error: Error | null
  retry: () => void
}

export const useLinkedRows = (id: string, links: readonly RecordLink[]): LinkedRows => {
  const ids = [...new Set(links.map((link) => link.to))].slice(0, longest)
  const outgoing = useQuery({ ...api.records.rows.queryOptions({ input: { ids } }), enabled: ids.length > 0, placeholderData: keepPreviousData })
  const incoming = useQuery(api.records.backlinks.queryOptions({ input: { id } }))
  return {
    rows: ids.length === 0 ? new Map() : outgoing.data && new Map(outgoing.data.map((row) => [row.id, row])),
    linking: incoming.data && linkingRecords(incoming.data),
    error: outgoing.error ?? incoming.error,
    retry: () => { void outgoing.refetch(); void incoming.refetch() },
  }
}
