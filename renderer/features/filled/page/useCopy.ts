/** A copy for the screen: read from the core, then held in its session until all is saved. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { core } from '#renderer/client/client'
import { api } from '#renderer/client/queries'
import type { OpenCopy } from '#shared/contract/filled'
import { createCopySession, type CopySession, type CopyView } from './copySession'

const sessions = new Map<string, CopySession>()

const sessionOf = (open: OpenCopy): CopySession => {
  const session = sessions.get(open.copy.id) ?? createCopySession(open, core.filled, window.localStorage)
  sessions.set(open.copy.id, session)
  return session
}

const flushAll = (): void => { for (const session of sessions.values()) void session.flush() }

window.addEventListener('blur', flushAll)
window.addEventListener('pagehide', flushAll)
window.addEventListener('beforeunload', (event) => {
  if ([...sessions.values()].every((session) => session.view().isClean)) return
  flushAll()
  event.preventDefault()
})

const never = (): (() => void) => () => undefined
const nothing = (): undefined => undefined

export const useCopy = (toolId: string, id: string): { open: { session: CopySession; view: CopyView } | undefined; error: Error | null; retry: () => void } => {
  const query = useQuery({ ...api.filled.get.queryOptions({ input: { toolId, id } }), refetchOnMount: 'always' })
  const session = query.data && sessionOf(query.data)
  useEffect(() => { if (query.data) session?.receive(query.data) }, [query.data, session])
  useEffect(() => (session ? () => {
    void session.flush().then(() => { if (session.view().isClean) sessions.delete(id) })
  } : undefined), [id, session])
  const view = useSyncExternalStore(session?.subscribe ?? never, session?.view ?? nothing)
  return { open: session && view && { session, view }, error: query.error, retry: () => { void query.refetch() } }
}
