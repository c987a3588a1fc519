/** The local web host: loopback only, one HTTP server for the screen and its files, one WebSocket a window for core and host. */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { getRequestListener } from '@hono/node-server'
import { RPCHandler } from '@orpc/server/ws'
import { WebSocketServer, type WebSocket } from 'ws'
import type { Core } from '#core/createCore'
import type { Log } from '#core/ports'
import type { OpenFile } from '../host/openFile'
import { createUploads } from '../host/uploads'
import { createGate } from './gate'
import { createHostRouter } from './hostRouter'
import { createHttpApp } from './httpApp'
import { createSession } from './session'

export interface WebHostOptions {
  core: Core
  /** The built screen. */
  staticFolder: string
  uploadsFolder: string
  /** Tried first; another is taken if it is in use. */
  port?: number | undefined
  /** The cookie of the last run, if there was one. */
  cookie?: string | undefined
  /** Opens a copy of an attachment on this machine, where the browser is too. */
  openFile: OpenFile
  log: Log
}

export interface WebHost {
  port: number
  /** Lets the holder ask this host for links: `POST /links`. */
  control: string
  /** What a browser that was let in shows; remembered by the next run. */
  cookie: string
  /** An address that lets one browser in, once. */
  newLink: () => string
  /** Takes no more, lets the core finish what it saves, and lets the windows go. */
  close: () => Promise<void>
}

/** A body of several megabytes goes through; a flood does not. */
const longestMessage = 64 * 1024 * 1024

const isInUse = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES')

const listen = async (server: Server, port: number): Promise<void> => {
  server.listen({ host: '127.0.0.1', port, exclusive: true })
  await once(server, 'listening')
}

const listenSomewhere = async (server: Server, wanted: number | undefined): Promise<number> => {
  try {
    await listen(server, wanted ?? 0)
  } catch (error) {
    if (wanted === undefined || !isInUse(error)) throw error
    await listen(server, 0)
  }
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error(`not listening on a port: ${String(address)}`)
  return address.port
}

const refuse = (socket: Duplex, status: string): void => {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

export const startWebHost = async ({ core, staticFolder, uploadsFolder, port: wanted, cookie: wantedCookie, openFile, log }: WebHostOptions): Promise<WebHost> => {
  const uploads = await createUploads(uploadsFolder)
  const server = createServer()
  const port = await listenSomewhere(server, wanted)
  const session = createSession(wantedCookie)
  const gate = createGate(port, session)
  const linkFor = (key: string): string => `http://127.0.0.1:${port}/?key=${key}`

  const app = createHttpApp({ port, staticFolder, session, gate, uploads, attachmentPath: core.attachmentPath, download: core.download, linkFor, log })
  const answer = getRequestListener((request, env) => app.fetch(request, env), { overrideGlobalObjects: false })
  server.on('request', (request, response) => { void answer(request, response) })

  const sockets = new WebSocketServer({ noServer: true, maxPayload: longestMessage })
  const connect = (webSocket: WebSocket): void => {
    webSocket.on('error', (error) => { log.warn('a window sent what is no message', { error: String(error) }) })
    void handler.upgrade(webSocket, { context: {} })
  }
  const handler = new RPCHandler({ core: core.router, host: createHostRouter(log, openFile) })
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Whoever asks may be gone before the answer: that must not end the host.
    socket.on('error', () => { socket.destroy() })
    const { host, origin, cookie: cookies } = request.headers
    const verdict = gate.check({ method: 'GET', host, origin, cookies, isUpgrade: true })
    if (verdict !== 'allowed') refuse(socket, verdict === 'no_cookie' ? '401 Unauthorized' : '403 Forbidden')
    else if (request.url !== '/rpc') refuse(socket, '404 Not Found')
    else sockets.handleUpgrade(request, socket, head, connect)
  })

  return {
    port,
    control: session.control,
    cookie: session.cookie,
    newLink: () => linkFor(session.mintKey()),
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      // Answers to saves under way still go out.
      await core.close()
      for (const webSocket of sockets.clients) webSocket.terminate()
      server.closeAllConnections()
      await closed
      await uploads.close()
    },
  }
}
