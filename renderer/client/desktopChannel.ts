/** A channel of the desktop: a MessagePort that the preload hands over when it is asked. */
import { RPCLink } from '@orpc/client/message-port'
import { PortMessage, type PortName, type PreloadBridge } from './preloadBridge'
import type { Channel } from './reconnectingLink'

const nextPort = (bridge: PreloadBridge, to: PortName): Promise<MessagePort> =>
  new Promise((resolve) => {
    const receive = (event: MessageEvent<unknown>) => {
      const [port] = event.ports
      if (event.source !== window || !port || PortMessage.safeParse(event.data).data?.to !== to) return
      window.removeEventListener('message', receive)
      resolve(port)
    }
    window.addEventListener('message', receive)
    bridge.requestPort(to)
  })

export const openDesktopChannel = async (bridge: PreloadBridge, to: PortName): Promise<Channel> => {
  const port = await nextPort(bridge, to)
  let open = true
  const closed = new Promise<void>((settle) => {
    port.addEventListener('close', () => {
      open = false
      settle()
    })
  })
  const link = new RPCLink({ port })
  port.start()
  return { link, closed, isOpen: () => open }
}
