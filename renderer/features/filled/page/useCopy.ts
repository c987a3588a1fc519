/** A copy for the screen: read from the core, then held in its session until all is saved. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { core } from '#renderer/client/client'
import { api, queryClient } from '#renderer/client/queries'
import { createSessionRegistry } from '#renderer/client/sessionRegistry'
import type { OpenCopy } from '#shared/contract/filled'
import { createCopySession, type CopySession, type CopyView } from './copySession'

/** What was saved here is read again once its copy is left: whoever comes back begins with it. */
const readAgain = async (session: CopySession): Promise<void> => {
  const { copy: { id, toolId }, base } = session.view()
  const input = { toolId, id }
  const known = queryClient.getQueryData(api.filled.get.queryKey({ input }))
  if (known && known.base !== base) await queryClient.refetchQueries({ queryKey: api.filled.get.key({ input }), type: 'all' })
}

const sessions = createSessionRegistry<CopySession>({ isClean: (session) => session.view().isClean, readAgain })

const sessionOf = (open: OpenCopy): CopySession => sessions.of(open.copy.id, () => createCopySession(open, core.filled, window.localStorage))

const flushAll = (): void => { for (const session of sessions.all()) void session.flush() }

window.addEventListener('blur', flushAll)
window.addEventListener('pagehide', flushAll)
window.addEventListener('beforeunload', (event) => {
  if (sessions.all().every((session) => session.view().isClean)) return
  flushAll()
  event.preventDefault()
})

const never = (): (() => void) => () => undefined
const nothing = (): undefined => undefined

export const useCopy = (toolId: string, id: string): { open: { session: CopySession; view: CopyView } | undefined; error: Error | null; retry: () => void } => {
  const query = useQuery({ ...api.filled.get.queryOptions({ input: { toolId, id } }), refetchOnMount: 'always' })
  const session = query.data && sessionOf(query.data)
  useEffect(() => (session ? sessions.hold(id, session) : undefined), [id, session])
  useEffect(() => { if (query.data) session?.receive(query.data) }, [query.data, session])
  const view = useSyncExternalStore(session?.subscribe ?? never, session?.view ?? nothing)
  return { open: session && view && { session, view }, error: query.error, retry: () => { void query.refetch() } }
}
