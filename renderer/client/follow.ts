/** Follows a stream of events for as long as somebody wants it: whatever ends it, it is subscribed to again. */
import { ConnectionLost } from './connection'

const retryMs = 1000

const run = async <T>(subscribe: (signal: AbortSignal) => Promise<AsyncIterable<T>>, onEvent: (event: T) => void, signal: AbortSignal): Promise<void> => {
  do {
    try {
      for await (const event of await subscribe(signal)) onEvent(event)
    } catch (error) {
      if (signal.aborted) return
      if (error instanceof ConnectionLost) continue
      console.warn('events stopped, subscribing again', error)
    }
    await new Promise((resolve) => setTimeout(resolve, retryMs))
  } while (!signal.aborted)
}

/** Until the returned function is called. */
export const follow = <T>(subscribe: (signal: AbortSignal) => Promise<AsyncIterable<T>>, onEvent: (event: T) => void): (() => void) => {
  const controller = new AbortController()
  void run(subscribe, onEvent, controller.signal)
  return () => controller.abort()
}
