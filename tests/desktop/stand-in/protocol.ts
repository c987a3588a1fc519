/** `protocol`, `net` and `session`: the handler that the app registers answers whoever asks, also a browser, through a server on loopback. */
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { extname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import type Electron from 'electron'
import { isReady } from './ready'

type Handler = (request: Request) => Response | Promise<Response>

export const privileged: Electron.CustomScheme[] = []
const handlers = new Map<string, Handler>()

export const protocol = {
  registerSchemesAsPrivileged: (schemes: Electron.CustomScheme[]): void => {
    if (isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    privileged.push(...schemes)
  },
  handle: (scheme: string, handler: (request: Request) => Response | Promise<Response>): void => {
    if (!isReady()) throw new Error('protocol.handle needs the app to be ready')
    if (handlers.has(scheme)) throw new Error(`${scheme}: is handled already`)
    handlers.set(scheme, handler)
  },
} satisfies Partial<Electron.Protocol>

/** Asks as a page does. A handler that throws fails the request, as in Electron. */
export const ask = async (request: Request): Promise<Response> => {
  const handler = handlers.get(new URL(request.url).protocol.slice(0, -1))
  if (!handler) throw new Error('net::ERR_UNKNOWN_URL_SCHEME')
  return handler(request)
}

const types: Record<string, string> = {
  '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.png': 'image/png', '.woff2': 'font/woff2', '.json': 'application/json',
}

export const net = {
  fetch: async (input: string | Request): Promise<Response> => {
    if (typeof input !== 'string' || !input.startsWith('file:')) throw new Error('the stand-in fetches files only')
    const path = fileURLToPath(input)
    const bytes = await readFile(path).catch(() => { throw new Error('net::ERR_FILE_NOT_FOUND') })
    return new Response(new Uint8Array(bytes), { headers: { 'Content-Type': types[extname(path)] ?? 'application/octet-stream' } })
  },
} satisfies Partial<Electron.Net>

type Session = Pick<Electron.Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler'>

/** A session without handlers grants everything, as Electron's does. */
export const permissionHandlers: {
  request: Parameters<Session['setPermissionRequestHandler']>[0]
  check: Parameters<Session['setPermissionCheckHandler']>[0]
} = { request: null, check: null }

export const session = {
  defaultSession: {
    setPermissionRequestHandler: (handler) => { permissionHandlers.request = handler },
    setPermissionCheckHandler: (handler) => { permissionHandlers.check = handler },
  } satisfies Session,
}

const hopByHop = new Set(['connection', 'host', 'keep-alive', 'transfer-encoding', 'content-length'])

const answer = async (base: string, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
  const { method = 'GET', url = '/', headers } = incoming
  const kept = Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' && !hopByHop.has(name) ? [[name, value] as [string, string]] : []))
  const hasBody = method !== 'GET' && method !== 'HEAD'
  const request = new Request(`${base}${url}`, { method, headers: kept, ...(hasBody ? { body: Readable.toWeb(incoming), duplex: 'half' } : {}) } as RequestInit)
  const response = await ask(request)
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  if (response.body) await pipeline(response.body, outgoing)
  else outgoing.end()
}

let server: Promise<number> | undefined

const listen = async (base: string): Promise<number> => {
  const http = createServer((incoming, outgoing) => {
    answer(base, incoming, outgoing).catch(() => { outgoing.destroy() })
  }).listen(0, '127.0.0.1')
  await once(http, 'listening')
  const address = http.address()
  if (typeof address !== 'object' || !address) throw new Error('no address on loopback')
  return address.port
}

/** The same place for a browser, which knows no schemes of ours. */
export const addressOf = async (url: string): Promise<string> => {
  const [, base = '', path = '/'] = /^(\w+:\/\/[^/]+)(\/.*)?$/.exec(url) ?? []
  const port = await (server ??= listen(base))
  return `http://127.0.0.1:${port}${path}`
}
