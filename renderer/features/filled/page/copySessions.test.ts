import { describe, expect, it } from 'vitest'
import { createSessionRegistry } from '#renderer/client/sessionRegistry'
import type { OpenCopy } from '#shared/contract/filled'
import { newId } from '#shared/model/ids'
import { createCopySession, type CopySession } from './copySession'

const at = '2026-11-29T10:00:00.000Z'
const open: OpenCopy = {
  base: '1'.repeat(64),
  copy: {
    format: 1, id: newId(), toolId: newId(), tool: { number: '', title: '工具', revisionId: '9'.repeat(64) }, title: '一份', form: [], formulas: [], values: {}, results: {}, state: 'open',
    by: { name: '陈立', unit: '' }, startedAt: at, savedAt: at,
  },
}
const { id } = open.copy
const storage: Storage = { length: 0, clear: () => undefined, getItem: () => null, key: () => null, removeItem: () => undefined, setItem: () => undefined }

/** A session whose save is answered for when `answer` is called. */
const makeSlow = () => {
  let answer: () => void = () => undefined
  const save = async () => new Promise<{ base: string; savedAt: string }>((resolve) => { answer = () => resolve({ base: '2'.repeat(64), savedAt: at }) })
  return { make: () => createCopySession(open, { get: () => Promise.resolve(open), save }, storage), answer: () => answer() }
}

const registry = (readAgain: () => Promise<void>) => createSessionRegistry<CopySession>({ isClean: (session) => session.view().isClean, readAgain })

describe('the sessions of filled copies', () => {
  it('let go of a copy that was left and saved', async () => {
    const sessions = registry(() => Promise.resolve())
    sessions.hold(id, sessions.of(id, makeSlow().make))()
    await expect.poll(sessions.all).toEqual([])
  })

  it('keep a copy that is come back to before it was saved', async () => {
    const sessions = registry(() => Promise.resolve())
    const slow = makeSlow()
    const session = sessions.of(id, slow.make)
    const leave = sessions.hold(id, session)
    session.write({ values: { a: 1 } })
    leave()
    const leaveAgain = sessions.hold(id, sessions.of(id, slow.make))
    slow.answer()
    await expect.poll(() => session.view().isClean).toBe(true)
    await new Promise((resolve) => { setTimeout(resolve) })
    expect(sessions.of(id, slow.make)).toBe(session)
    leaveAgain()
    await expect.poll(sessions.all).toEqual([])
  })

  it('keep one until what was saved of it is known', async () => {
    let known: () => void = () => undefined
    const sessions = registry(async () => new Promise((resolve) => { known = resolve }))
    const { make } = makeSlow()
    const session = sessions.of(id, make)
    sessions.hold(id, session)()
    await Promise.resolve().then(() => undefined)
    expect(sessions.of(id, make)).toBe(session)
    known()
    await expect.poll(sessions.all).toEqual([])
  })
})
