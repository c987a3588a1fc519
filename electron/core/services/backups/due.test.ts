import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isDue, isStale } from './due'
import { createSchedule } from './schedule'

const now = Date.parse('2026-11-25T08:00:00.000Z')
const ago = (hours: number): number => now - hours * 3600_000
const failed = (hours: number) => ({ at: new Date(ago(hours)).toISOString(), ok: false, failure: null })

describe('a backup is due', () => {
  it.each([
    ['day', null, true], ['day', ago(19), false], ['day', ago(23.9), true],
    ['week', ago(6 * 24), false], ['week', ago(7 * 24), true],
    ['off', null, false], ['off', ago(1000), false],
  ] as const)('every %s, the last one at %s: %s', (every, last, due) => {
    expect(isDue(every, last, null, now)).toBe(due)
  })

  it('again some hours after a try that failed', () => {
    expect(isDue('day', ago(48), failed(1), now)).toBe(false)
    expect(isDue('day', ago(48), failed(4), now)).toBe(true)
  })
})

it.each([
  ['day', null, true], ['day', ago(47), false], ['day', ago(49), true],
  ['week', ago(13 * 24), false], ['week', ago(15 * 24), true],
  ['off', null, true], ['off', ago(13 * 24), false], ['off', ago(15 * 24), true],
] as const)('a backup every %s of %s is stale: %s', (every, last, stale) => {
  expect(isStale(every, last, now)).toBe(stale)
})

describe('the schedule', () => {
  beforeEach(() => { vi.useFakeTimers() })
  afterEach(() => { vi.useRealTimers() })

  it('looks every quarter of an hour, and soon after a library was opened', () => {
    const look = vi.fn()
    const schedule = createSchedule(look)
    vi.advanceTimersByTime(14 * 60_000)
    expect(look).not.toHaveBeenCalled()
    schedule.soon()
    vi.advanceTimersByTime(40_000)
    expect(look).toHaveBeenCalledTimes(1)
    vi.advanceTimersByTime(20_000)
    expect(look).toHaveBeenCalledTimes(2)
    schedule.close()
    vi.advanceTimersByTime(60 * 60_000)
    expect(look).toHaveBeenCalledTimes(2)
  })
})
