import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { follow } from './follow'

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

async function* oneEvent(): AsyncGenerator<string, void> { yield await Promise.resolve('event') }

/** A stream of one event, which ends when it is given up. */
async function* untilGivenUp(signal: AbortSignal): AsyncGenerator<string, void> {
  yield 'first'
  await new Promise((resolve) => { signal.addEventListener('abort', resolve, { once: true }) })
}

describe('following a stream of events', () => {
  it('subscribes again when the stream ends by itself', async () => {
    const seen: string[] = []
    const stop = follow(() => Promise.resolve(oneEvent()), (event) => { seen.push(event) })
    await vi.advanceTimersByTimeAsync(1500)
    expect(seen).toEqual(['event', 'event'])
    stop()
  })

  it('asks for no further stream once nobody wants it', async () => {
    const subscribe = vi.fn((signal: AbortSignal) => Promise.resolve(untilGivenUp(signal)))
    const stop = follow(subscribe, () => undefined)
    await vi.advanceTimersByTimeAsync(10)
    stop()
    await vi.advanceTimersByTimeAsync(5000)
    expect(subscribe).toHaveBeenCalledTimes(1)
  })
})
