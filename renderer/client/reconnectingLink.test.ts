import type { ClientContext, ClientLink } from '@orpc/client'
import { describe, expect, it } from 'vitest'
import { ConnectionLost, type Connection } from './connection'
import { createReconnectingLink, type Channel } from './reconnectingLink'

const answering = (answer: string): ClientLink<ClientContext> => ({ call: () => Promise.resolve(answer) })

const channelOf = (link: ClientLink<ClientContext>): Channel & { close: () => void } => {
  let open = true
  let settle: () => void = () => undefined
  const closed = new Promise<void>((resolve) => { settle = resolve })
  return { link, isOpen: () => open, closed, close: () => { open = false; settle() } }
}

const call = (link: ClientLink<ClientContext>): Promise<unknown> => link.call(['a'], undefined, { context: {} })

describe('a reconnecting link', () => {
  it('opens nothing before the first call, then one channel for all', async () => {
    let opened = 0
    const link = createReconnectingLink({ open: () => { opened += 1; return Promise.resolve(channelOf(answering('yes'))) } })
    expect(opened).toBe(0)
    expect(await Promise.all([call(link), call(link)])).toEqual(['yes', 'yes'])
    expect(opened).toBe(1)
  })

  it('tries again, each time after a longer pause, until somebody answers', async () => {
    const attempts: number[] = []
    let left = 3
    const link = createReconnectingLink({
      open: () => (left-- > 0 ? Promise.reject(new ConnectionLost()) : Promise.resolve(channelOf(answering('at last')))),
      delayMs: (attempt) => { attempts.push(attempt); return 0 },
    })
    expect(await call(link)).toBe('at last')
    expect(attempts).toEqual([0, 1, 2])
  })

  it('says when it is connected and when it is not', async () => {
    const said: Connection[] = []
    const channels = [channelOf(answering('first')), channelOf(answering('second'))]
    let next = 0
    const link = createReconnectingLink({
      open: () => Promise.resolve(channels[next++] ?? channelOf(answering('more'))), onConnection: (connection) => said.push(connection), delayMs: () => 0,
    })
    await call(link)
    channels[0]?.close()
    expect(await call(link)).toBe('second')
    expect(said).toEqual(['connected', 'reconnecting', 'connected'])
  })

  it('passes on an error of the call itself while the channel is open', async () => {
    const link = createReconnectingLink({ open: () => Promise.resolve(channelOf({ call: () => Promise.reject(new Error('ours')) })) })
    await expect(call(link)).rejects.toThrow('ours')
  })

  it('does not hide a bug behind endless attempts', async () => {
    const link = createReconnectingLink({ open: () => Promise.reject(new TypeError('a bug')) })
    await expect(call(link)).rejects.toThrow('a bug')
  })
})
