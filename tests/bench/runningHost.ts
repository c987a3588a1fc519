/** The built web host as a process, and a client of it over the WebSocket, as a window would be. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import { WebSocket } from 'ws'
import { z } from 'zod'
import type { CoreClient } from '#shared/contract/contract'
import { root } from './benchCore'

export interface RunningHost {
  core: CoreClient
  stop: () => Promise<void>
}

/** A browser's WebSocket as far as the link uses it: ws has the same, typed differently. */
type BrowserSocket = ConstructorParameters<typeof RPCLink>[0]['websocket']
const BrowserSocket = z.custom<BrowserSocket>((value) => value instanceof WebSocket)

/** The address that the host prints. Throws with what it said if it ends before. */
const linkOf = async (lines: AsyncIterable<string>): Promise<URL> => {
  const said: string[] = []
  for await (const line of lines) {
    const link = /http:\/\/\S+/.exec(line)?.[0]
    if (link !== undefined) return new URL(link)
    said.push(line)
  }
  throw new Error(`the web host ended without an address: ${said.join('\n')}`)
}

const cookieFrom = async (link: URL): Promise<string> => {
  const response = await fetch(link, { redirect: 'manual' })
  const cookie = response.headers.get('set-cookie')?.split(';')[0]
  if (cookie === undefined) throw new Error(`no cookie from ${link.href}: ${response.status}`)
  return cookie
}

/** `link` lets one client in, once. */
export const startHostProcess = async (home: string): Promise<{ link: URL, stop: () => Promise<void> }> => {
  const host = spawn(process.execPath, [resolve(root, 'out/main/web.js'), '--no-open'], {
    env: { ...process.env, LIANGFANG_HOME: home }, stdio: ['ignore', 'pipe', 'inherit'],
  })
  return {
    link: await linkOf(createInterface({ input: host.stdout })),
    stop: async () => {
      const ended = once(host, 'exit')
      host.kill()
      await ended
    },
  }
}

export const startHost = async (home: string): Promise<RunningHost> => {
  const { link, stop } = await startHostProcess(home)
  const websocket = new WebSocket(`ws://${link.host}/rpc`, { headers: { Cookie: await cookieFrom(link), Origin: link.origin } })
  const core: CoreClient = createORPCClient(new RPCLink({ websocket: BrowserSocket.parse(websocket) }), { path: ['core'] })
  await once(websocket, 'open')
  return { core, stop: async () => { websocket.close(); await stop() } }
}
