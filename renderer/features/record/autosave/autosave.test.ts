import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { EditableContent } from '#shared/model/record'
import { createAutosave, limitMs, pauseMs, type Unsaved, draftLimitMs, draftPauseMs } from './autosave'

class Refused extends Error {}

const kinds = ['conflict', 'lost', 'passing'] as const
const kindOf = (error: unknown): 'conflict' | 'failed' | 'lost' | 'passing' => kinds.find((kind) => error instanceof Refused && error.message === kind) ?? 'failed'

/** A store whose answers the test gives by hand. */
const createStore = () => {
  const sent: { base: string; changes: EditableContent; succeed: () => void; fail: (reason: string) => void }[] = []
  let stored: EditableContent = {}
  let revision = 0
  return {
    sent,
    stored: () => stored,
    send: (base: string, changes: EditableContent) => new Promise<{ revisionId: string; at: string }>((resolve, reject) => {
      sent.push({
        base, changes,
        succeed: () => { stored = { ...stored, ...changes }; revision += 1; resolve({ revisionId: `r${revision}`, at: `t${revision}` }) },
        fail: (reason) => reject(new Refused(reason)),
      })
    }),
  }
}

const setUp = () => {
  const store = createStore()
  const drafts: (Unsaved | undefined)[] = []
  const autosave = createAutosave({ revisionId: 'r0', at: 't0' }, { send: store.send, kindOf, keepDraft: (draft) => drafts.push(draft), changed: () => undefined })
  return { store, drafts, autosave }
}

const settle = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

describe('autosave', () => {
  it('saves once after a pause in typing', async () => {
    const { store, autosave } = setUp()
    autosave.change({ title: '甲' })
    await vi.advanceTimersByTimeAsync(pauseMs - 1)
    autosave.change({ title: '甲乙' })
    expect(store.sent).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(pauseMs)
    expect(store.sent.map(({ base, changes }) => [base, changes])).toEqual([['r0', { title: '甲乙' }]])
  })

  it('saves while typing goes on without a pause', async () => {
    const { store, autosave } = setUp()
    for (let passed = 0; passed < limitMs; passed += 500) {
      autosave.change({ title: String(passed) })
      await vi.advanceTimersByTimeAsync(500)
    }
    expect(store.sent).toHaveLength(1)
  })

  it('never has two saves under way, and saves what changed meanwhile on the new revision', async () => {
    const { store, autosave } = setUp()
    autosave.change({ title: '一' })
    await vi.advanceTimersByTimeAsync(pauseMs)
    autosave.change({ title: '二' })
    await vi.advanceTimersByTimeAsync(limitMs)
    expect(store.sent).toHaveLength(1)
    store.sent[0]?.succeed()
    await vi.advanceTimersByTimeAsync(pauseMs)
    expect(store.sent.map(({ base, changes }) => [base, changes])).toEqual([['r0', { title: '一' }], ['r1', { title: '二' }]])
  })

  it('flush answers true once everything is saved, the changes made during the save included', async () => {
    const { store, autosave } = setUp()
    autosave.change({ title: '一' })
    const flushed = autosave.flush()
    autosave.change({ place: '城东变' })
    await settle()
    store.sent[0]?.succeed()
    await settle()
    store.sent[1]?.succeed()
    await expect(flushed).resolves.toBe(true)
    expect(store.stored()).toEqual({ title: '一', place: '城东变' })
    expect(autosave.status()).toEqual({ kind: 'saved' })
  })

  it('keeps the text of a failed save under newer text, and says why it failed', async () => {
    const { store, autosave } = setUp()
    autosave.change({ title: '旧', place: '甲' })
    const flushed = autosave.flush()
    autosave.change({ title: '新' })
    store.sent[0]?.fail('failed')
    await expect(flushed).resolves.toBe(false)
    expect(autosave.unsaved()).toEqual({ title: '新', place: '甲' })
    expect(autosave.status()).toMatchObject({ kind: 'failed', error: new Refused('failed') })
  })

  it('sends again by itself after the connection was lost', async () => {
    const { store, autosave } = setUp()
    autosave.change({ title: '一' })
    void autosave.flush()
    store.sent[0]?.fail('lost')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(store.sent).toHaveLength(2)
  })

  it('tries again by itself what may pass, later and later, and says all the while that it is not saved', async () => {
    const { store, autosave } = setUp()
    autosave.change({ title: '一' })
    void autosave.flush()
    const waits: number[] = []
    for (let tries = 0; tries < 7; tries += 1) {
      store.sent.at(-1)?.fail('passing')
      const sent = store.sent.length
      let waited = 0
      await settle()
      for (; store.sent.length === sent; waited += 500) {
        expect(autosave.status()).toMatchObject({ kind: 'failed', again: true, underWay: false })
        await vi.advanceTimersByTimeAsync(500)
      }
      expect(autosave.status()).toMatchObject({ kind: 'failed', underWay: true })
      waits.push(waited / 1000)
    }
    expect(waits).toEqual([2, 4, 8, 16, 30, 30, 30])
    store.sent.at(-1)?.succeed()
    await settle()
    expect(autosave.status()).toEqual({ kind: 'saved' })
  })

  it('does not try again by itself what would fail again', async () => {
    const { store, autosave } = setUp()
    autosave.change({ title: '一' })
    void autosave.flush()
    store.sent[0]?.fail('failed')
    await vi.advanceTimersByTimeAsync(120_000)
    expect(store.sent).toHaveLength(1)
    expect(autosave.status()).toMatchObject({ kind: 'failed', again: false })
  })

  it('sends nothing more after a conflict until the author overwrites', async () => {
    const { store, autosave } = setUp()
    autosave.change({ title: '一' })
    void autosave.flush()
    store.sent[0]?.fail('conflict')
    await settle()
    autosave.change({ title: '二' })
    await vi.advanceTimersByTimeAsync(60_000)
    await expect(autosave.flush()).resolves.toBe(false)
    expect(store.sent).toHaveLength(1)
    void autosave.rebase('theirs')
    await settle()
    expect(store.sent[1]).toMatchObject({ base: 'theirs', changes: { title: '二' } })
  })

  it('reads the body when it sends, not when it changes', async () => {
    const { store, autosave } = setUp()
    const read = vi.fn(() => ({ version: 1 as const, preamble: [], sections: [] }))
    autosave.changeBody(read)
    autosave.changeBody(read)
    expect(read).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(pauseMs)
    expect(store.sent[0]?.changes.body).toEqual({ version: 1, preamble: [], sections: [] })
  })

  it('keeps a draft while something is unsaved and drops it once all is saved', async () => {
    const { store, drafts, autosave } = setUp()
    autosave.change({ title: '一' })
    await vi.advanceTimersByTimeAsync(pauseMs)
    expect(drafts.at(-1)).toEqual({ base: 'r0', changes: { title: '一' } })
    store.sent[0]?.succeed()
    await settle()
    expect(drafts.at(-1)).toBeUndefined()
  })

  it('writes the draft in a pause, not between keys, but never leaves it for longer than the limit', async () => {
    const { store, drafts, autosave } = setUp()
    const read = vi.fn(() => ({ version: 1 as const, preamble: [], sections: [] }))
    const typeFor = async (ms: number): Promise<void> => {
      for (let passed = 0; passed < ms; passed += 100) {
        autosave.changeBody(read)
        await vi.advanceTimersByTimeAsync(100)
      }
    }
    await typeFor(draftLimitMs - 100)
    expect(read).not.toHaveBeenCalled()
    await typeFor(200)
    expect(drafts.at(-1)?.changes.body).toBeDefined()
    await typeFor(limitMs - draftLimitMs)
    expect(store.sent).toHaveLength(1)
    autosave.change({ title: '一' })
    await vi.advanceTimersByTimeAsync(draftPauseMs)
    expect(drafts.at(-1)?.changes.title).toBe('一')
  })

  it('loses no change in any order of typing, saving, failing and trying again', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('change' as const), field: fc.constantFrom('title' as const, 'place' as const, 'team' as const) }),
      fc.record({ do: fc.constant('body' as const) }),
      fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(0, 400, 1000, 3000, 6000) }),
      fc.record({ do: fc.constant('answer' as const), how: fc.constantFrom('succeed', 'failed', 'lost', 'passing', 'conflict') }),
      fc.record({ do: fc.constantFrom('flush' as const, 'rebase' as const) }),
    )
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const { store, drafts, autosave } = setUp()
      const typed: EditableContent = {}
      let answered = 0
      const answer = async (how: string): Promise<void> => {
        await settle()
        const request = store.sent[answered]
        if (!request) return
        answered += 1
        if (how === 'succeed') request.succeed()
        else request.fail(how)
        await settle()
      }
      for (const [index, next] of steps.entries()) {
        switch (next.do) {
          case 'change': typed[next.field] = String(index); autosave.change({ [next.field]: String(index) }); break
          case 'body': {
            const body = { version: 1 as const, preamble: [], sections: [{ id: String(index), key: null, title: '', blocks: [] }] }
            typed.body = body
            autosave.changeBody(() => body)
            break
          }
          case 'wait': await vi.advanceTimersByTimeAsync(next.ms); break
          case 'answer': await answer(next.how); break
          case 'flush': void autosave.flush(); break
          case 'rebase': void autosave.rebase(autosave.base()); break
        }
        expect(store.sent.length - answered).toBeLessThanOrEqual(1)
        expect({ ...store.stored(), ...autosave.unsaved() }).toEqual(typed)
      }
      await vi.advanceTimersByTimeAsync(pauseMs)
      if (!autosave.isClean()) expect(drafts.at(-1)?.changes).toEqual(autosave.unsaved())
      for (let tries = 0; tries < 3 && !autosave.isClean(); tries += 1) {
        void autosave.rebase(autosave.base())
        await answer('succeed')
        await answer('succeed')
      }
      expect(autosave.isClean()).toBe(true)
      expect(store.stored()).toEqual(typed)
      expect(drafts.at(-1)).toBeUndefined()
    }), { numRuns: 200 })
  })
})
