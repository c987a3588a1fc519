/** The channel to the web host: one WebSocket a window, for the core and the host. */
import { RPCLink } from '@orpc/client/websocket'
import { ConnectionLost } from './connection'
import type { Channel } from './reconnectingLink'

export const openWebChannel = (url: string): Promise<Channel> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(url)
    // Listens before the link does: what the link rejects at the close must already find the channel closed.
    const closed = new Promise<void>((settle) => {
      socket.addEventListener('close', () => {
        reject(new ConnectionLost())
        settle()
      })
    })
    const link = new RPCLink({ websocket: socket })
    socket.addEventListener('open', () => resolve({ link, closed, isOpen: () => socket.readyState === WebSocket.OPEN }))
  })
