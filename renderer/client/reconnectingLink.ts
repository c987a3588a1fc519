/** A link that opens its channel at the first call and again whenever it breaks; calls made meanwhile wait for the new one. */
import { AsyncIteratorClass, mapEventIterator, ORPCError, type ClientContext, type ClientLink } from '@orpc/client'
import { ConnectionLost, type Connection } from './connection'

export interface Channel {
  link: ClientLink<ClientContext>
  isOpen: () => boolean
  /** Resolves once, when the channel is gone. */
  closed: Promise<void>
}

export interface ReconnectingLinkOptions {
  /** Rejects with ConnectionLost if nobody answers; any other rejection is a bug and reaches the callers. */
  open: () => Promise<Channel>
  onConnection?: (connection: Connection) => void
  delayMs?: (attempt: number) => number
}

const firstDelayMs = 200
const longestDelayMs = 5000

/** Doubles with each attempt; the random half keeps several windows from knocking at the same moment. */
const backoffMs = (attempt: number): number => Math.min(longestDelayMs, firstDelayMs * 2 ** attempt) * (0.5 + Math.random() / 2)

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const orAborted = <T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> => {
  if (!signal) return promise
  return new Promise((resolve, reject) => {
    const abort = () => { reject(signal.reason instanceof Error ? signal.reason : new DOMException('aborted', 'AbortError')) }
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}

export const createReconnectingLink = ({ open, onConnection, delayMs = backoffMs }: ReconnectingLinkOptions): ClientLink<ClientContext> => {
  let channel: Promise<Channel> | undefined

  const connect = async (): Promise<Channel> => {
    for (let attempt = 0; ; attempt += 1) {
      try {
        const opened = await open()
        onConnection?.('connected')
        void opened.closed.then(reconnect)
        return opened
      } catch (error) {
        if (!(error instanceof ConnectionLost)) throw error
        await pause(delayMs(attempt))
      }
    }
  }

  const reconnect = (): void => {
    onConnection?.('reconnecting')
    channel = pause(delayMs(0)).then(connect)
    // Whoever calls next gets the rejection; without a caller it must not end as an unhandled one.
    channel.catch(() => undefined)
  }

  const openChannel = async (): Promise<Channel> => {
    for (;;) {
      const current = await (channel ??= connect())
      if (current.isOpen()) return current
      await current.closed
    }
  }

  return {
    call: async (path, input, options) => {
      const current = await orAborted(openChannel(), options.signal)
      const asLost = (error: unknown): unknown =>
        error instanceof ORPCError || options.signal?.aborted || current.isOpen() ? error : new ConnectionLost({ cause: error })
      try {
        const output = await current.link.call(path, input, options)
        if (!(output instanceof AsyncIteratorClass)) return output
        return mapEventIterator(output, { value: (value) => Promise.resolve(value), error: (error) => Promise.resolve(asLost(error)) })
      } catch (error) {
        throw asLost(error)
      }
    },
  }
}
