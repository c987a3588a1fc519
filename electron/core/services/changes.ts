/** The one channel on which the core says that something changed. */
import { EventEmitter } from 'node:events'
import type { ChangeEvent } from '#shared/contract/events'

export interface Changes {
  publish: (event: ChangeEvent) => void
  /** Events from now on, `hello` first, until the signal aborts or the core closes. */
  watch: (signal: AbortSignal | undefined) => AsyncGenerator<ChangeEvent, void>
  close: () => void
}

/** A watcher that reads too slowly is told once that everything may have changed, instead of being kept every event. */
const keptEvents = 500

export const createChanges = (): Changes => {
  const emitter = new EventEmitter().setMaxListeners(0)
  const closing = new AbortController()

  async function* watch(signal: AbortSignal | undefined): AsyncGenerator<ChangeEvent, void> {
    const ended = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal
    const waiting: ChangeEvent[] = [{ type: 'hello' }]
    let wake: () => void = () => undefined
    const onChange = (event: ChangeEvent): void => {
      if (waiting.length >= keptEvents) waiting.splice(0, waiting.length, { type: 'hello' })
      else waiting.push(event)
      wake()
    }
    const onEnd = (): void => { wake() }
    emitter.on('change', onChange)
    ended.addEventListener('abort', onEnd)
    const somethingWaits = async (): Promise<void> =>
      new Promise((resolve) => {
        wake = resolve
        if (waiting.length > 0 || ended.aborted) resolve()
      })
    try {
      while (!ended.aborted) {
        yield* waiting.splice(0)
        await somethingWaits()
      }
    } finally {
      emitter.off('change', onChange)
      ended.removeEventListener('abort', onEnd)
    }
  }

  return { publish: (event) => { emitter.emit('change', event) }, watch, close: () => { closing.abort() } }
}
