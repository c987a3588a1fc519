/** `app://liangfang/`: the built screen, attachments and uploads. Nothing else of the disk can be reached through it. */
import { isAbsolute, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { net, protocol } from 'electron'
import { Sha256 } from '#shared/model/ids'
import { attachmentResponse } from '../host/attachments'
import { uploadResponse } from '../host/uploadResponse'
import type { Uploads } from '../host/uploads'

export const appOrigin = 'app://liangfang'

const contentSecurityPolicy = [
  "default-src 'self'", "img-src 'self' data: blob:", "style-src 'self' 'unsafe-inline'", "script-src 'self'", "connect-src 'self'",
  "frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'", "form-action 'none'",
].join('; ')

const notFound = (): Response => new Response(null, { status: 404 })

const screenResponse = async (folder: string, pathname: string): Promise<Response> => {
  const path = join(folder, pathname === '/' ? 'index.html' : decodeURIComponent(pathname))
  const below = relative(folder, path)
  if (below.startsWith('..') || isAbsolute(below)) return notFound()
  const found = await net.fetch(pathToFileURL(path).href).catch(notFound)
  const headers = new Headers(found.headers)
  headers.set('Content-Security-Policy', contentSecurityPolicy)
  headers.set('X-Content-Type-Options', 'nosniff')
  return new Response(found.body, { status: found.status, headers })
}

/** Before the app is ready. */
export const registerAppScheme = (): void => {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true } },
  ])
}

export interface AppProtocolOptions {
  screenFolder: string
  uploads: Uploads
  attachmentPath: (sha256: string) => Promise<string | undefined>
}

export const handleAppScheme = ({ screenFolder, uploads, attachmentPath }: AppProtocolOptions): void => {
  protocol.handle('app', async (request) => {
    const url = new URL(request.url)
    if (`${url.protocol}//${url.host}` !== appOrigin) return notFound()
    if (url.pathname === '/uploads') return request.method === 'POST' ? uploadResponse(request, uploads) : notFound()
    if (!url.pathname.startsWith('/attachments/')) return screenResponse(screenFolder, url.pathname)
    const { data: sha256 } = Sha256.safeParse(url.pathname.slice('/attachments/'.length))
    const path = sha256 === undefined ? undefined : await attachmentPath(sha256)
    if (sha256 === undefined || path === undefined) return notFound()
    return attachmentResponse(request, path, sha256, url.searchParams.get('name') ?? sha256)
  })
}
