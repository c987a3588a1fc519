/** The ways to reach a core, each as its host opens it. */
import { once } from 'node:events'
import { createORPCClient } from '@orpc/client'
import { RPCLink as MessagePortLink } from '@orpc/client/message-port'
import { RPCLink as WebSocketLink } from '@orpc/client/websocket'
import { RPCHandler as MessagePortHandler } from '@orpc/server/message-port'
import { createRouterClient } from '@orpc/server'
import { WebSocket } from 'ws'
import { z } from 'zod'
import type { CoreClient } from '#shared/contract/contract'
import { createElectronChannel } from '../support/electronChannel'
import type { TestLibrary } from '../support/testLibrary'
import { enter, startTestWebHost } from '../support/testWebHost'

export interface Connected {
  client: CoreClient
  /** The client is gone without a word, as when a tab is closed. */
  drop: () => void
  close: () => Promise<void>
}

export interface Transport {
  name: string
  /** Whether there is a link between client and core that can break. */
  canDrop: boolean
  connect: (testLibrary: TestLibrary) => Promise<Connected>
}

const direct: Transport = {
  name: 'direct calls', canDrop: false,
  connect: ({ core }) => Promise.resolve({ client: createRouterClient(core.router), drop: () => undefined, close: () => Promise.resolve() }),
}

/** A browser's WebSocket as far as the link uses it: ws has the same, typed differently. */
type BrowserSocket = ConstructorParameters<typeof WebSocketLink>[0]['websocket']
const BrowserSocket = z.custom<BrowserSocket>((value) => value instanceof WebSocket)

const webSocket: Transport = {
  name: 'WebSocket', canDrop: true,
  connect: async (testLibrary) => {
    const host = await startTestWebHost(testLibrary)
    const socket = new WebSocket(`ws://127.0.0.1:${host.port}/rpc`, { headers: { Origin: host.origin, Cookie: await enter(host) } })
    const client: CoreClient = createORPCClient(new WebSocketLink({ websocket: BrowserSocket.parse(socket) }), { path: ['core'] })
    await once(socket, 'open')
    return { client, drop: () => socket.terminate(), close: host.close }
  },
}

const messagePort: Transport = {
  name: 'MessagePort', canDrop: true,
  connect: ({ core }) => {
    const { page, process } = createElectronChannel()
    new MessagePortHandler(core.router).upgrade(process, { context: {} })
    process.start()
    const client: CoreClient = createORPCClient(new MessagePortLink({ port: page }))
    page.start()
    return Promise.resolve({ client, drop: () => page.close(), close: () => { page.close(); return Promise.resolve() } })
  },
}

export const transports: readonly Transport[] = [direct, webSocket, messagePort]
