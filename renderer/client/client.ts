/** The typed clients of the core and of the host. Only here is it decided over which transport they are reached. */
import { createORPCClient } from '@orpc/client'
import type { CoreClient } from '#shared/contract/contract'
import type { HostClient } from '#shared/contract/host'
import { setConnection } from './connection'
import { openDesktopChannel } from './desktopChannel'
import { preloadBridge, type PreloadBridge } from './preloadBridge'
import { createReconnectingLink } from './reconnectingLink'
import { openWebChannel } from './webChannel'

interface Clients {
  core: CoreClient
  host: HostClient
}

const desktopClients = (bridge: PreloadBridge): Clients => ({
  core: createORPCClient(createReconnectingLink({ open: () => openDesktopChannel(bridge, 'core'), onConnection: setConnection })),
  // Says nothing of its connection: the host is this window's own shell, and gone only with the window.
  host: createORPCClient(createReconnectingLink({ open: () => openDesktopChannel(bridge, 'host') })),
})

const webClients = (): Clients => {
  const open = () => openWebChannel(new URL('/rpc', location.href).href.replace(/^http/, 'ws'))
  const link = createReconnectingLink({ open, onConnection: setConnection })
  return { core: createORPCClient(link, { path: ['core'] }), host: createORPCClient(link, { path: ['host'] }) }
}

export const { core, host } = preloadBridge ? desktopClients(preloadBridge) : webClients()

/** A browser asks before a page is left that wants it; the desktop waits for what is being saved, and asks nobody. */
export const asksBeforeLeaving = preloadBridge === undefined
