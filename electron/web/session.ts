/** Who may come in: one-time keys that become a cookie, and the control secret of whoever started this host. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const secret = (): string => randomBytes(32).toString('base64url')

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

const isSame = (given: string, expected: string): boolean => timingSafeEqual(digest(given), digest(expected))

/** Keys that nobody used; the oldest goes when there are more. */
const mostKeys = 16

export interface Session {
  /** Given to a browser as its cookie. */
  readonly cookie: string
  /** Lets a second start on this machine ask for a key. */
  readonly control: string
  mintKey: () => string
  /** True once for each key. */
  redeemKey: (key: string) => boolean
  isCookie: (value: string) => boolean
  isControl: (value: string) => boolean
}

/** `remembered` is the cookie of this host's last run, so that a window that is still open comes back after a restart. */
export const createSession = (remembered?: string): Session => {
  const cookie = remembered ?? secret()
  const control = secret()
  const keys: string[] = []
  return {
    cookie,
    control,
    mintKey: () => {
      const key = secret()
      keys.push(key)
      if (keys.length > mostKeys) keys.shift()
      return key
    },
    redeemKey: (key) => {
      const at = keys.findIndex((known) => isSame(key, known))
      if (at < 0) return false
      keys.splice(at, 1)
      return true
    },
    isCookie: (value) => isSame(value, cookie),
    isControl: (value) => isSame(value, control),
  }
}
