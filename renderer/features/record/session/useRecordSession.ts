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
  const record = query.data
  const session = record && sessionOf(record)
  const isHere = session !== undefined

  useEffect(() => (isHere ? holdSession(id) : undefined), [id, isHere])
  useEffect(() => { if (record) session?.receive(record) }, [record, session])

  const view = useSyncExternalStore(session?.subscribe ?? never, session?.view ?? nothing)
  const open: OpenRecord | undefined = session && view ? { session, view } : undefined
  return { open, error: query.error, retry: () => { void query.refetch() } }
}
