/** A record for the screen: read from the core, then held in its session, which changes from elsewhere reach only when nothing is unsaved. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { api } from '#renderer/client/queries'
import type { RecordSession, SessionView } from './recordSession'
import { holdSession, sessionOf } from './openSessions'

export interface OpenRecord { session: RecordSession; view: SessionView }

const never = (): (() => void) => () => undefined
const nothing = (): undefined => undefined

export const useRecordSession = (id: string) => {
  // The route has just asked: asking again for a record that can't be read would take this page away again, and so on.
  const query = useQuery({ ...api.records.get.queryOptions({ input: { id } }), retryOnMount: false })
  const recoveries = useQuery(api.records.recoveriesOf.queryOptions({ input: { id } }))
  // A session begins with what was left unsaved; where that can't be read, the record still opens.
  const record = recoveries.isPending ? undefined : query.data
  const session = record && sessionOf(record, recoveries.data ?? [])

  useEffect(() => (session ? holdSession(id, session) : undefined), [id, session])
  useEffect(() => { if (record) session?.receive(record) }, [record, session])

  const view = useSyncExternalStore(session?.subscribe ?? never, session?.view ?? nothing)
  const open: OpenRecord | undefined = session && view ? { session, view } : undefined
  return { open, error: query.error, retry: () => { void query.refetch() } }
}
