/** The real web host on loopback over a test core, and a browser's part of talking to it. */
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { createOpenFile } from '../../electron/host/openFile'
import { startWebHost, type WebHost } from '../../electron/web/webHost'
import { quietLog } from './testCore'
import type { TestLibrary } from './testLibrary'

export interface TestWebHost extends WebHost {
  origin: string
  /** The files that the system was asked to open. */
  opened: string[]
}

export const page = '<!doctype html><title>良方</title>'

export const startTestWebHost = async ({ core, home }: TestLibrary, last: Partial<Pick<WebHost, 'port' | 'cookie'>> = {}): Promise<TestWebHost> => {
  const staticFolder = join(home, 'screen')
  await mkdir(join(staticFolder, 'assets'), { recursive: true })
  await writeFile(join(staticFolder, 'index.html'), page)
  await writeFile(join(staticFolder, 'assets/index-abc.js'), 'export {}\n')
  const opened: string[] = []
  const host = await startWebHost({ core, staticFolder, uploadsFolder: join(home, 'uploads'), ...last, openFile: createOpenFile(join(home, 'config'), (path) => { opened.push(path); return Promise.resolve() }), log: quietLog })
  return { ...host, opened, origin: `http://127.0.0.1:${host.port}` }
}

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}

export interface Ask {
  method?: string
  /** `Host` may be anything here, which fetch would not allow. */
  headers?: Record<string, string>
  body?: Uint8Array
}

/** The path is sent as it is: not normalised, as an attacker would. */
export const ask = async (port: number, path: string, { method = 'GET', headers = {}, body }: Ask = {}): Promise<Answer> => {
  const asked = request({ host: '127.0.0.1', port, path, method, headers, setHost: !('Host' in headers), agent: false })
  asked.end(body)
  const [response] = await once(asked, 'response') as [IncomingMessage]
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  return { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }
}

/** Uses a one-time link as a browser does; the value of the `Cookie` header from then on. */
export const enter = async ({ port, newLink }: WebHost): Promise<string> => {
  const { pathname, search } = new URL(newLink())
  const { headers } = await ask(port, pathname + search)
  const [cookie = ''] = headers['set-cookie'] ?? []
  return cookie.split(';')[0] ?? ''
}
