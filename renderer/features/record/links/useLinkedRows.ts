/** The records on the other side of a record's links, as they are now. */
import { useQuery } from '@tanstack/react-query'
import { api } from '#renderer/client/queries'
import { useRecordRows, type RecordRows } from '#renderer/client/recordRows'
import type { RecordLink } from '#shared/model/record'
import { linkingRecords, type LinkingRecord } from './recordLinks'

/** A link whose record has no row points to one that is not here. */
export interface LinkedRows extends RecordRows { linking: LinkingRecord[] | undefined }

export const useLinkedRows = (id: string, links: readonly RecordLink[]): LinkedRows => {
  const outgoing = useRecordRows(links.map((link) => link.to))
  const incoming = useQuery(api.records.backlinks.queryOptions({ input: { id } }))
  return {
    rows: outgoing.rows,
    linking: incoming.data && linkingRecords(incoming.data),
    error: outgoing.error ?? incoming.error,
    retry: () => { outgoing.retry(); void incoming.refetch() },
  }
}
