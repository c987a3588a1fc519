/** A record for the screen: read from the core, then held in its session, which changes from elsewhere reach only when nothing is unsaved. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { api } from '#renderer/client/queries'
import type { RecordSession, SavingView, ShownRecord } from './recordSession'
import { holdSession, sessionOf } from './openSessions'

export interface OpenRecord { session: RecordSession; view: ShownRecord }

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
  const open = useMemo((): OpenRecord | undefined => (session && view ? { session, view } : undefined), [session, view])
  return { open, error: query.error, retry: () => { void query.refetch() } }
}

/** How far saving has come: only what shows it is drawn again with it. */
export const useSaving = (session: RecordSession): SavingView => useSyncExternalStore(session.subscribe, session.saving)
