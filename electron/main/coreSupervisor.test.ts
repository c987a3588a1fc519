import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { superviseCore } from './coreSupervisor'

/** A process that does nothing by itself. */
class SilentProcess extends EventEmitter {
  readonly sent: unknown[] = []
  wasKilled = false
  postMessage(message: unknown): void { this.sent.push(message) }
  kill(): boolean { return this.wasKilled = true }
}

const processes = vi.hoisted((): SilentProcess[] => [])
vi.mock('electron', () => ({
  utilityProcess: {
    fork: () => {
      const started = new SilentProcess()
      processes.push(started)
      return started
    },
  },
}))

const errors: Record<string, unknown>[] = []
const log = { info: () => undefined, warn: () => undefined, error: (message: string, data?: Record<string, unknown>) => { errors.push({ message, ...data }) } }

const newest = (): SilentProcess => {
  const last = processes.at(-1)
  if (!last) throw new Error('no process')
  return last
}

beforeEach(() => {
  vi.useFakeTimers()
  processes.length = 0
  errors.length = 0
})
afterEach(() => { vi.useRealTimers() })

describe('a core that dies at every start', () => {
  it('is started again later and later, up to every ten seconds', () => {
    superviseCore('core.js', log)
    const delays = [300, 600, 1200, 2400, 4800, 9600, 10_000, 10_000]
    for (const [index, delay] of delays.entries()) {
      newest().emit('exit', 1)
      vi.advanceTimersByTime(delay - 1)
      expect(processes).toHaveLength(index + 1)
      vi.advanceTimersByTime(1)
      expect(processes).toHaveLength(index + 2)
    }
    expect(errors.map(({ delayMs }) => delayMs)).toEqual(delays)
  })

  it('is forgiven once it ran for a minute', () => {
    superviseCore('core.js', log)
    for (const delay of [300, 600, 1200]) {
      newest().emit('exit', 1)
      vi.advanceTimersByTime(delay)
    }
    vi.advanceTimersByTime(60_001)
    newest().emit('exit', 1)
    expect(errors.at(-1)).toMatchObject({ deaths: 1, delayMs: 300 })
  })

  it('reports what V8 reports of it, and is no exception here', () => {
    superviseCore('core.js', log)
    newest().emit('error', 'FatalError', 'v8::ToLocalChecked', '{}')
    expect(errors).toMatchObject([{ type: 'FatalError', location: 'v8::ToLocalChecked' }])
  })
})

describe('closing', () => {
  it('resolves when the process has ended, and starts no other', async () => {
    const core = superviseCore('core.js', log)
    const closed = core.close()
    expect(newest().sent).toEqual([{ type: 'close' }])
    newest().emit('exit', 0)
    await closed
    vi.advanceTimersByTime(60_000)
    expect(processes).toHaveLength(1)
    expect(newest().wasKilled).toBe(false)
  })

  it('resolves at once between a death and the next start, which does not come', async () => {
    const core = superviseCore('core.js', log)
    newest().emit('exit', 1)
    await core.close()
    vi.advanceTimersByTime(60_000)
    expect(processes).toHaveLength(1)
  })

  it('gives up a process that hangs, after half a minute, and says so', async () => {
    const core = superviseCore('core.js', log)
    const closed = core.close()
    vi.advanceTimersByTime(29_999)
    expect(newest().wasKilled).toBe(false)
    vi.advanceTimersByTime(1)
    await closed
    expect(newest().wasKilled).toBe(true)
    expect(errors).toMatchObject([{ message: 'the core process did not end and was ended', savingMs: 30_000 }])
  })
})

describe('an attachment that is asked for', () => {
  const sha256 = 'a'.repeat(64)

  it('is asked for again of the next process, and answered once', async () => {
    const core = superviseCore('core.js', log)
    const path = core.attachmentPath(sha256)
    newest().emit('exit', 1)
    vi.advanceTimersByTime(300)
    expect(newest().sent).toEqual([{ type: 'attachmentPath', id: 1, sha256 }])
    newest().emit('message', { type: 'attachmentPath', id: 1, path: '/library/attachments/aa' })
    expect(await path).toBe('/library/attachments/aa')
  })

  it('is none while the app ends', async () => {
    const core = superviseCore('core.js', log)
    const path = core.attachmentPath(sha256)
    void core.close()
    newest().emit('exit', 0)
    expect(await path).toBeUndefined()
  })
})
