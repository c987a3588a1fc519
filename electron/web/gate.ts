/**
 * The checks of every request, WebSocket upgrades included. The host listens on loopback only, but any page in the user's browser
 * can send requests there, and a name that a stranger's DNS points at 127.0.0.1 looks like another site to the browser: hence
 * Host, Origin and a cookie that no other site's request carries.
 */
import type { Session } from './session'

export interface RequestFacts {
  method: string
  host: string | undefined
  origin: string | undefined
  cookies: string | undefined
  isUpgrade: boolean
}

export type Verdict = 'allowed' | 'wrong_host' | 'wrong_origin' | 'no_cookie'

export const cookieName = (port: number): string => `liangfang_${port}`

const cookieValue = (cookies: string | undefined, name: string): string | undefined => {
  const start = `${name}=`
  return cookies?.split(';').map((pair) => pair.trim()).find((pair) => pair.startsWith(start))?.slice(start.length)
}

export interface Gate {
  /** Host and Origin only: what must hold even before there is a cookie. */
  checkOrigin: (request: RequestFacts) => Verdict
  check: (request: RequestFacts) => Verdict
}

export const createGate = (port: number, session: Session): Gate => {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]

  const checkOrigin = ({ method, host, origin, isUpgrade }: RequestFacts): Verdict => {
    if (host === undefined || !hosts.includes(host)) return 'wrong_host'
    if (origin !== undefined) return origin === `http://${host}` ? 'allowed' : 'wrong_origin'
    return isUpgrade || (method !== 'GET' && method !== 'HEAD') ? 'wrong_origin' : 'allowed'
  }

  return {
    checkOrigin,
    check: (request) => {
      const verdict = checkOrigin(request)
      if (verdict !== 'allowed') return verdict
      const cookie = cookieValue(request.cookies, cookieName(port))
      return cookie !== undefined && session.isCookie(cookie) ? 'allowed' : 'no_cookie'
    },
  }
}
