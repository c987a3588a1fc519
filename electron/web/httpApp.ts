/** What the web host answers over HTTP: the screen, attachments, uploads, and the way in. */
import type { HttpBindings } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono, type Context } from 'hono'
import { setCookie } from 'hono/cookie'
import { newId, Sha256 } from '#shared/model/ids'
import type { Core } from '#core/createCore'
import type { Log } from '#core/ports'
import { attachmentResponse } from '../host/attachments'
import { policyOf, screenPolicy } from '../host/contentSecurity'
import { downloadResponse } from '../host/downloads'
import { uploadResponse } from '../host/uploadResponse'
import type { Uploads } from '../host/uploads'
import { cookieName, type Gate, type RequestFacts } from './gate'
import { noAccessPage } from './noAccessPage'
import type { Session } from './session'

export interface HttpAppOptions {
  port: number
  staticFolder: string
  session: Session
  gate: Gate
  uploads: Uploads
  attachmentPath: Core['attachmentPath']
  download: Core['download']
  linkFor: (key: string) => string
  log: Log
}

type Env = { Bindings: HttpBindings }

const facts = (c: Context<Env>): RequestFacts => ({
  method: c.req.method, host: c.req.header('host'), origin: c.req.header('origin'), cookies: c.req.header('cookie'), isUpgrade: false,
})

/** Older browsers don't count ws: as 'self'. */
const contentSecurityPolicy = (port: number): string => screenPolicy([`ws://127.0.0.1:${port}`, `ws://localhost:${port}`])

/** The build names what is in assets by its contents; the page itself is asked for again each time. */
const caching = (path: string, isOk: boolean): string => {
  if (!isOk) return 'no-store'
  return path.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-cache'
}

export const createHttpApp = ({ port, staticFolder, session, gate, uploads, attachmentPath, download, linkFor, log }: HttpAppOptions): Hono<Env> => {
  const app = new Hono<Env>()
  const policy = contentSecurityPolicy(port)

  app.use(async (c, next) => {
    await next()
    const { headers } = c.res
    if (!headers.has('Content-Security-Policy')) headers.set('Content-Security-Policy', policyOf(c.req.path, policy))
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', caching(c.req.path, c.res.ok))
    headers.set('X-Content-Type-Options', 'nosniff')
    headers.set('Referrer-Policy', 'no-referrer')
    // Other ports of this machine are the same site: the cookie alone does not keep their pages from embedding ours.
    headers.set('Cross-Origin-Resource-Policy', 'same-origin')
    headers.set('Cross-Origin-Opener-Policy', 'same-origin')
  })

  app.use(async (c, next) => {
    const verdict = gate.checkOrigin(facts(c))
    return verdict === 'allowed' ? next() : c.text(verdict, 403)
  })

  app.post('/links', (c) => {
    const given = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1]
    if (given === undefined || !session.isControl(given)) return c.text('wrong_secret', 403)
    return c.json({ url: linkFor(session.mintKey()) })
  })

  app.get('/', async (c, next) => {
    const key = c.req.query('key')
    if (key === undefined) return next()
    // A used link in a browser that is in already, such as from its history, does no harm.
    if (session.redeemKey(key)) setCookie(c, cookieName(port), session.cookie, { httpOnly: true, sameSite: 'Strict', path: '/' })
    return c.redirect('/', 303)
  })

  app.use(async (c, next) => {
    if (gate.check(facts(c)) === 'allowed') return next()
    return c.req.path === '/' ? c.html(noAccessPage, 401) : c.text('no_cookie', 401)
  })

  app.get('/attachments/:sha256', async (c) => {
    const { data: sha256 } = Sha256.safeParse(c.req.param('sha256'))
    const path = sha256 === undefined ? undefined : await attachmentPath(sha256)
    if (sha256 === undefined || path === undefined) return c.notFound()
    return attachmentResponse(c.req.raw, path, sha256, c.req.query('name') ?? sha256)
  })

  app.get('/downloads/:id', async (c) => {
    const made = download(c.req.param('id'))
    return made ? downloadResponse(made.path, made.name) : c.notFound()
  })

  app.post('/uploads', (c) => uploadResponse(c.req.raw, uploads))

  app.use(serveStatic({ root: staticFolder }))

  app.onError((error, c) => {
    const id = newId()
    log.error('bug', { id, request: `${c.req.method} ${c.req.path}`, error: String(error), stack: error.stack })
    return c.json({ code: 'bug', data: { id } }, 500)
  })

  return app
}
