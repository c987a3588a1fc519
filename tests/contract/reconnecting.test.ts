/** What a window does when its link to the web host breaks: the real client against the real host. */
import { QueryObserver } from '@tanstack/react-query'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import type * as Client from '#renderer/client/client'
import type * as Changes from '#renderer/client/changes'
import type * as Connection from '#renderer/client/connection'
import type * as Queries from '#renderer/client/queries'
import { createTestLibrary, type TestLibrary } from '../support/testLibrary'
import { enter, startTestWebHost, type TestWebHost } from '../support/testWebHost'

let testLibrary: TestLibrary
let host: TestWebHost
let cookie = ''
const sockets: WebSocket[] = []

/** A browser's WebSocket: it sends the page's origin and the cookie by itself. */
class BrowserSocket extends WebSocket {
  constructor(url: string) {
    super(url, { headers: { Origin: host.origin, Cookie: cookie } })
    sockets.push(this)
    // A browser tells a page no more than that the socket closed.
    this.on('error', () => undefined)
  }
}

const breakLink = (): void => {
  for (const socket of sockets.splice(0)) socket.terminate()
}

let client: typeof Client
let changes: typeof Changes
let connection: typeof Connection
let queries: typeof Queries

beforeAll(async () => {
  testLibrary = await createTestLibrary()
  host = await startTestWebHost(testLibrary)
  cookie = await enter(host)
  vi.stubGlobal('WebSocket', BrowserSocket)
  vi.stubGlobal('location', { href: `${host.origin}/` })
  client = await import('#renderer/client/client')
  changes = await import('#renderer/client/changes')
  connection = await import('#renderer/client/connection')
  queries = await import('#renderer/client/queries')
})
afterAll(async () => {
  queries.queryClient.clear()
  await host.close()
  await testLibrary.remove()
  vi.unstubAllGlobals()
})
beforeEach(async () => {
  await client.core.app.info()
})

const create = (title: string) => testLibrary.direct.records.create({ type: 'case', content: { title } })

describe('a window whose link breaks', () => {
  it('reaches the core and the host over one socket', async () => {
    expect((await client.core.app.info()).version).toBe('0.0.0')
    expect(await client.host.capabilities()).toEqual({ nativeDialogs: false, reveal: false, print: false })
    await expect(client.host.reveal({ path: '/' })).rejects.toMatchObject({ code: 'unsupported_on_host', data: { what: 'reveal' } })
    expect(sockets).toHaveLength(1)
  })

  it('makes a call that comes after the break wait for the new link', async () => {
    breakLink()
    const { title } = (await client.core.records.create({ type: 'case', content: { title: '断线之后' } })).content
    expect(title).toBe('断线之后')
    expect(sockets).toHaveLength(1)
  })

  it('rejects a call that was under way with a loss of connection, so that it can be sent again', async () => {
    const sent = client.core.records.create({ type: 'case', content: { title: '发送中' } })
    sent.catch(() => undefined)
    await new Promise((resolve) => setImmediate(resolve))
    breakLink()
    await expect(sent).rejects.toBeInstanceOf(connection.ConnectionLost)
  })

  it('does not keep waiting for a caller that gave up', async () => {
    breakLink()
    const controller = new AbortController()
    const call = client.core.app.info(undefined, { signal: controller.signal })
    controller.abort()
    await expect(call).rejects.toThrow()
  })

  it('subscribes to changes again and reads everything again', async () => {
    const list = { filter: { type: 'case' as const }, sort: { by: 'date' as const, descending: true }, offset: 0, limit: 100 }
    const shown = new QueryObserver(queries.queryClient, queries.api.records.list.queryOptions({ input: list }))
    const stopShowing = shown.subscribe(() => undefined)
    const stopWatching = changes.watchChanges()
    const titles = () => shown.getCurrentResult().data?.rows.map(({ title }) => title)
    const seen = (title: string) => vi.waitFor(() => { expect(titles()).toContain(title) }, { timeout: 60_000 })

    await vi.waitFor(() => { expect(testLibrary.watchers()).toBe(1) }, { timeout: 60_000 })
    await create('断线之前的变化')
    await seen('断线之前的变化')

    breakLink()
    await create('断线期间的变化')
    await seen('断线期间的变化')
    await create('重新连接之后的变化')
    await seen('重新连接之后的变化')

    stopWatching()
    stopShowing()
    await vi.waitFor(() => { expect(testLibrary.watchers()).toBe(0) }, { timeout: 60_000 })
  })

  it('finds a host that was started again at the same address', async () => {
    const { port } = host
    await host.close()
    await vi.waitFor(() => { expect(sockets.every(({ readyState }) => readyState === WebSocket.CLOSED)).toBe(true) }, { timeout: 60_000 })
    const waiting = client.core.app.info()
    await testLibrary.remove()
    testLibrary = await createTestLibrary()
    host = await startTestWebHost(testLibrary, { port })
    cookie = await enter(host)
    expect(host.port).toBe(port)
    expect((await waiting).version).toBe('0.0.0')
  })
})
