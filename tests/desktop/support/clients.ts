/** The clients of a bare page: over the ports that its preload hands over, with the links that the screen uses. */
import { createORPCClient } from '@orpc/client'
import { vi } from 'vitest'
import { openDesktopChannel } from '#renderer/client/desktopChannel'
import type { Connection } from '#renderer/client/connection'
import { createReconnectingLink } from '#renderer/client/reconnectingLink'
import type { CoreClient } from '#shared/contract/contract'
import type { HostClient } from '#shared/contract/host'
import type { BarePage } from './barePage'

export interface Clients {
  core: CoreClient
  host: HostClient
  /** What the screen was told of its link to the core, in order. */
  connections: Connection[]
}

/** Only one page at a time has clients: they listen on the global window. */
export const clientsOf = (page: BarePage): Clients => {
  vi.stubGlobal('window', page.window)
  const connections: Connection[] = []
  const onConnection = (connection: Connection): void => { connections.push(connection) }
  return {
    core: createORPCClient(createReconnectingLink({ open: () => openDesktopChannel(page.bridge, 'core'), onConnection })),
    host: createORPCClient(createReconnectingLink({ open: () => openDesktopChannel(page.bridge, 'host') })),
    connections,
  }
}
