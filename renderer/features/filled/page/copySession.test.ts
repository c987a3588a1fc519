/** An open copy against a core that answers as the real one does: by the base that a change was made on. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ConnectionLost } from '#renderer/client/connection'
import { AppError } from '#shared/contract/errors'
import type { OpenCopy } from '#shared/contract/filled'
import { newId } from '#shared/model/ids'
import { createCopySession } from './copySession'

const at = '2026-11-29T10:00:00.000Z'
const hash = (number: number): string => String(number).padStart(64, '0')

const memory = (): Storage => {
  const items = new Map<string, string>()
  return { get length() { return items.size }, clear: () => { items.clear() }, getItem: (key) => items.get(key) ?? null, key: (index) => [...items.keys()][index] ?? null, removeItem: (key) => { items.delete(key) }, setItem: (key, value) => { items.set(key, value) } }
}

/** One copy on a made-up disk. */
const makeCore = () => {
  let number = 1
  let there: OpenCopy['copy'] = {
    format: 1, id: newId(), toolId: newId(), tool: { number: '', title: '工具', revisionId: hash(9) }, title: '一份', form: [], formulas: [], values: {}, results: {}, state: 'open',
    by: { name: '陈立', unit: '' }, startedAt: at, savedAt: at,
  }
  const faults: unknown[] = []
  return {
    open: (): OpenCopy => ({ copy: there, base: hash(number) }),
    faults,
    get: () => Promise.resolve({ copy: there, base: hash(number) }),
    save: ({ base, title, values }: { base: string; title?: string | undefined; values?: Record<string, unknown> | undefined }) => {
      if (base !== hash(number)) return Promise.reject(new AppError('conflict', { id: there.id, current: hash(number), at, by: there.by }))
      const fault = faults.shift()
      if (fault !== 'after' && fault !== undefined) return Promise.reject(fault instanceof Error ? fault : new Error('fault'))
      number += 1
      there = { ...there, ...title !== undefined && { title }, ...values && { values } }
      return fault === 'after' ? Promise.reject(new ConnectionLost()) : Promise.resolve({ base: hash(number), savedAt: at })
    },
  }
}

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

describe('a copy that is written', () => {
  it('is saved after a pause, each change on top of the one before', async () => {
    const core = makeCore()
    const session = createCopySession(core.open(), core, memory())
    session.write({ values: { a: 1 } })
    session.write({ values: { a: 2 } })
    expect(session.view()).toMatchObject({ status: { kind: 'waiting' }, isClean: false })
    await vi.advanceTimersByTimeAsync(1000)
    session.write({ title: '另一份' })
    expect(await session.flush()).toBe(true)
    expect(core.open().copy).toMatchObject({ title: '另一份', values: { a: 2 } })
    expect(session.view()).toMatchObject({ status: { kind: 'saved' }, isClean: true })
  })

  it('is tried again where a save may work later, and offered after a reload until then', async () => {
    const [core, storage] = [makeCore(), memory()]
    core.faults.push(new AppError('store_write_failed', { path: '', reason: 'ENOSPC' }))
    const session = createCopySession(core.open(), core, storage)
    session.write({ values: { a: 1 } })
    expect(await session.flush()).toBe(false)
    expect(session.view().status).toMatchObject({ kind: 'failed', again: true })
    expect(createCopySession(core.open(), core, storage).view()).toMatchObject({ copy: { values: { a: 1 } }, isClean: false })
    await vi.advanceTimersByTimeAsync(2000)
    expect(core.open().copy.values).toEqual({ a: 1 })
    expect(storage.length).toBe(0)
  })

  it('keeps what two windows have not saved side by side, and offers the latest first', async () => {
    const [core, storage] = [makeCore(), memory()]
    const [first, second] = [createCopySession(core.open(), core, storage), createCopySession(core.open(), core, storage)]
    core.faults.push(new Error('fault'), new Error('fault'))
    second.write({ values: { a: 2 } })
    await second.flush()
    vi.advanceTimersByTime(10)
    first.write({ values: { a: 1 } })
    await first.flush()
    expect(storage.length).toBe(2)

    const again = createCopySession(core.open(), core, storage)
    expect(again.view()).toMatchObject({ copy: { values: { a: 1 } }, isClean: false })
    expect(await again.flush()).toBe(true)
    expect(storage.length).toBe(1)
    const last = createCopySession(core.open(), core, storage)
    expect(last.view()).toMatchObject({ copy: { values: { a: 2 } }, isClean: false })
    expect(await last.flush()).toBe(false)
    expect(last.view().status.kind).toBe('conflict')
    await last.takeTheirs()
    expect([last.view().copy.values, storage.length]).toEqual([{ a: 1 }, 0])
  })

  it('leaves alone what another window went on writing', async () => {
    const [core, storage] = [makeCore(), memory()]
    const first = createCopySession(core.open(), core, storage)
    first.write({ values: { a: 1 } })
    const second = createCopySession(core.open(), core, storage)
    first.write({ values: { a: 1, b: 2 } })
    await second.flush()
    expect(storage.length).toBe(1)
    expect(createCopySession(core.open(), core, storage).view().copy.values).toEqual({ a: 1, b: 2 })
  })

  it('shows what was asked of the core, whatever stands here', () => {
    const core = makeCore()
    const session = createCopySession(core.open(), core, memory())
    session.write({ values: { a: 1 } })
    session.show({ copy: { ...core.open().copy, state: 'done', values: {} }, base: hash(5) })
    expect(session.view()).toMatchObject({ copy: { state: 'done', values: {} }, base: hash(5), isClean: true })
  })

  it('is no conflict with itself where an answer was lost', async () => {
    const core = makeCore()
    core.faults.push('after')
    const session = createCopySession(core.open(), core, memory())
    session.write({ values: { a: 1 } })
    expect(await session.flush()).toBe(false)
    session.write({ values: { a: 1, b: 2 } })
    await vi.advanceTimersByTimeAsync(2000)
    expect(session.view().status.kind).toBe('saved')
    expect(core.open().copy.values).toEqual({ a: 1, b: 2 })
  })

  it('stays where another window wrote it, until its author chose', async () => {
    const core = makeCore()
    const session = createCopySession(core.open(), core, memory())
    await core.save({ base: core.open().base, values: { a: 9 } })
    session.write({ values: { a: 1 } })
    expect(await session.flush()).toBe(false)
    expect(session.view()).toMatchObject({ status: { kind: 'conflict' }, copy: { values: { a: 1 } } })
    session.receive(core.open())
    expect(session.view().copy.values).toEqual({ a: 1 })
    expect(await session.overwrite()).toBe(true)
    expect(core.open().copy.values).toEqual({ a: 1 })
    await core.save({ base: core.open().base, values: { a: 7 } })
    session.receive(core.open())
    expect(session.view()).toMatchObject({ copy: { values: { a: 7 } }, version: 1 })
  })
})
