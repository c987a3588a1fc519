/** What the contract promises, the same over every transport. */
import { isDefinedError } from '@orpc/client'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { toFailure, type Failure } from '#shared/contract/errors'
import type { ChangeEvent } from '#shared/contract/events'
import type { Body } from '#shared/model/body/body'
import { newBlockId, newId } from '#shared/model/ids'
import { createTestLibrary, type TestLibrary } from '../support/testLibrary'
import { transports, type Connected } from './transports'

const failureOf = async (call: Promise<unknown>): Promise<Failure | undefined> =>
  toFailure(await call.then(() => undefined, (error: unknown) => error))

const bodyOf = (text: string): Body => ({
  version: 1, preamble: [], sections: [{ id: newBlockId(), key: null, title: '主要做法', blocks: [{ id: newBlockId(), type: 'paragraph', inlines: [{ type: 'text', text }] }] }],
})

const next = async (events: AsyncIterator<ChangeEvent>): Promise<ChangeEvent | undefined> => {
  const { done, value } = await events.next()
  return done ? undefined : value
}

describe.each(transports)('the contract over $name', ({ connect, canDrop }) => {
  let testLibrary: TestLibrary
  let connected: Connected

  beforeAll(async () => {
    testLibrary = await createTestLibrary()
    connected = await connect(testLibrary)
  })
  afterAll(async () => {
    await connected.close()
    await testLibrary.remove()
  })

  const released = () => vi.waitFor(() => { expect(testLibrary.watchers()).toBe(0) }, { timeout: 60_000 })
  const create = (title: string, body?: Body) =>
    connected.client.records.create({ type: 'case', content: { title, ...(body ? { body } : {}) } })

  it('answers what a direct call answers', async () => {
    const { client } = connected
    const { id } = await create('变压器渗油的处理')
    const list = { filter: { type: 'case' as const }, sort: { by: 'date' as const, descending: true }, offset: 0, limit: 10 }
    expect(await client.app.info()).toEqual(await testLibrary.direct.app.info())
    expect(await client.library.current()).toEqual(await testLibrary.direct.library.current())
    expect(await client.records.get({ id })).toEqual(await testLibrary.direct.records.get({ id }))
    expect(await client.records.list(list)).toEqual(await testLibrary.direct.records.list(list))
  })

  it('carries an expected failure with its code and data, as a defined error', async () => {
    const id = newId()
    const error: unknown = await connected.client.records.get({ id }).catch((thrown: unknown) => thrown)
    expect(toFailure(error)).toEqual({ code: 'not_found', data: { kind: 'record', id } })
    expect(isDefinedError(error)).toBe(true)
  })

  it('refuses to save over another revision and says which is there', async () => {
    const { id, revision } = await create('两个窗口')
    const saved = await connected.client.records.save({ id, base: revision.id, changes: { title: '先到' } })
    const failure = await failureOf(connected.client.records.save({ id, base: '0'.repeat(64), changes: { title: '后到' } }))
    expect(failure).toMatchObject({ code: 'conflict', data: { id, current: saved.revisionId } })
  })

  it('answers bad input with `invalid` and where it is wrong', async () => {
    const failure = await failureOf(connected.client.records.get({ id: '不是编号' }))
    expect(failure).toMatchObject({ code: 'invalid', data: { issues: [{ path: 'id' }] } })
  })

  it('does not answer a procedure that is not there', async () => {
    const nowhere: unknown = Reflect.get(connected.client, 'nowhere')
    if (!canDrop) {
      expect(nowhere).toBeUndefined()
      return
    }
    expect(nowhere).toBeTypeOf('function')
    await expect(Promise.resolve(Reflect.apply(nowhere as () => Promise<unknown>, undefined, []))).rejects.toThrow()
  })

  it('delivers change events from the subscription on and releases it when the caller aborts', async () => {
    const controller = new AbortController()
    const events = await connected.client.events.watch(undefined, { signal: controller.signal })
    expect(await next(events)).toEqual({ type: 'hello' })
    const { id } = await create('新案例')
    expect(await next(events)).toMatchObject({ type: 'records', ids: [id] })
    const waiting = next(events).catch(() => undefined)
    controller.abort()
    expect(await waiting).toBeUndefined()
    await released()
  })

  it('releases a subscription whose caller stops reading', async () => {
    for await (const event of await connected.client.events.watch()) {
      expect(event).toEqual({ type: 'hello' })
      break
    }
    await released()
  })

  it('answers three hundred calls at once, each with its own answer', async () => {
    const texts = Array.from({ length: 300 }, (_, index) => `第 ${index} 次`)
    const answers = await Promise.all(texts.map((text) => failureOf(connected.client.jobs.get({ id: text }))))
    expect(answers.every((failure) => failure?.code === 'invalid')).toBe(true)
    const ids = texts.map(() => newId())
    const missing = await Promise.all(ids.map((id) => failureOf(connected.client.records.get({ id }))))
    expect(missing.map((failure) => failure?.data.id)).toEqual(ids)
  })

  it('carries a body of five megabytes there and back unchanged', async () => {
    const body = bodyOf('检修记录，逐条核对。'.repeat(175_000))
    const { id } = await create('很长的案例', body)
    expect((await connected.client.records.get({ id })).content.body).toEqual(body)
  })

  it('carries every character as it is', async () => {
    const text = '𠮷野家 👩‍🔧 e\u0301 \u2028\u2029 \u200B "\\" \u0000 \uFFFF'
    const { id } = await create('字符', bodyOf(text))
    expect((await connected.client.records.get({ id })).content.body).toEqual((await testLibrary.direct.records.get({ id })).content.body)
    expect(JSON.stringify((await connected.client.records.get({ id })).content.body)).toContain(JSON.stringify(text).slice(1, -1))
  })

  it('survives half a character, which an editor can produce', async () => {
    const before = await connected.client.records.list({ filter: { type: 'case' }, sort: { by: 'date', descending: true }, offset: 0, limit: 1 })
    await connected.client.search.query({ text: '半个\uD83D字' })
    await connected.client.app.updateSettings({ profile: { name: '张\uD83D', unit: '', role: '' } })
    const { profile } = await connected.client.app.settings()
    expect(['张\uD83D', '张\uFFFD']).toContain(profile.name)
    expect(before.total).toBeGreaterThan(0)
  })

  it.runIf(canDrop)('rejects what is under way and releases what was subscribed when the link breaks', async () => {
    const events = await connected.client.events.watch()
    expect(await next(events)).toEqual({ type: 'hello' })
    const waiting = next(events)
    connected.drop()
    await expect(waiting).rejects.toThrow()
    await released()
  })
})
