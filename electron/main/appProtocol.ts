/** `app://liangfang/`: the built screen, attachments and uploads. Nothing else of the disk can be reached through it. */
import { isAbsolute, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { net, protocol } from 'electron'
import { Sha256 } from '#shared/model/ids'
import { attachmentResponse } from '../host/attachments'
import { policyOf, screenPolicy } from '../host/contentSecurity'
import { uploadResponse } from '../host/uploadResponse'
import type { Uploads } from '../host/uploads'

const appOrigin = 'app://liangfang'
/** The one page there is; all that differs of its address is what follows `#`. */
export const appPage = `${appOrigin}/`

const notFound = (): Response => new Response(null, { status: 404 })

/** Undefined for what lies outside the folder, however it is written. */
const pathBelow = (folder: string, pathname: string): string | undefined => {
  try {
    const path = join(folder, decodeURIComponent(pathname))
    const below = relative(folder, path)
    return below.startsWith('..') || isAbsolute(below) ? undefined : path
  } catch {
    // Not an encoding of anything.
    return undefined
  }
}

const screenResponse = async (folder: string, pathname: string): Promise<Response> => {
  const path = pathBelow(folder, pathname === '/' ? '/index.html' : pathname)
  if (path === undefined) return notFound()
  const found = await net.fetch(pathToFileURL(path).href).catch(notFound)
  const headers = new Headers(found.headers)
  headers.set('Content-Security-Policy', policyOf(pathname, screenPolicy()))
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
    if (request.method !== 'GET' && request.method !== 'HEAD') return notFound()
    if (!url.pathname.startsWith('/attachments/')) return screenResponse(screenFolder, url.pathname)
    const { data: sha256 } = Sha256.safeParse(url.pathname.slice('/attachments/'.length))
    const path = sha256 === undefined ? undefined : await attachmentPath(sha256)
    if (sha256 === undefined || path === undefined) return notFound()
    return attachmentResponse(request, path, sha256, url.searchParams.get('name') ?? sha256)
  })
}
