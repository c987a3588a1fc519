/** The core that a page talks to, for what a spec needs before it begins and has no screen of its own to do it with. */
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { Page } from '@playwright/test'
import { WebSocket } from 'ws'
import { z } from 'zod'
import type { CoreClient } from '#shared/contract/contract'
import type { SearchAnswer } from '#shared/contract/search'

/** A browser's WebSocket as far as the link uses it: ws has the same, typed differently. */
type BrowserSocket = ConstructorParameters<typeof RPCLink>[0]['websocket']
const BrowserSocket = z.custom<BrowserSocket>((value) => value instanceof WebSocket)

/** Runs `work` with a link of its own, let in by the page's cookie. */
export const withCore = async <T>(page: Page, work: (core: CoreClient) => Promise<T>): Promise<T> => {
  const { origin, host } = new URL(page.url())
  const cookies = await page.context().cookies(origin)
  const socket = new WebSocket(`ws://${host}/rpc`, { headers: { Origin: origin, Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') } })
  const core: CoreClient = createORPCClient(new RPCLink({ websocket: BrowserSocket.parse(socket) }), { path: ['core'] })
  await once(socket, 'open')
  try {
    return await work(core)
  } finally {
    socket.terminate()
  }
}

/** Searches once the index is whole: right after an opening it is not. */
export const searchWhole = async (core: CoreClient, text: string): Promise<SearchAnswer> => {
  const answer = await core.search.query({ text })
  if (answer.complete) return answer
  await wait(50)
  return searchWhole(core, text)
}
