import { describe, expect, it } from 'vitest'
import { recordWith } from '../../../../tests/support/records'
import { createSessionRegistry } from '#renderer/client/sessionRegistry'
import { createRecordSession, type RecordSession } from './recordSession'

const record = recordWith({})
const unused = (): never => { throw new Error('not asked for') }
const make = () => createRecordSession(
  record, { get: unused, save: unused, revision: unused, recoveriesOf: unused, discardRecovery: unused, create: unused },
  { keep: () => true, find: () => [] }, [],
)

const registry = (readAgain: () => Promise<void>) => createSessionRegistry<RecordSession>({ isClean: (session) => session.saving().isClean, readAgain })

describe('the sessions of a page', () => {
  it('let go of a record that was left and saved', async () => {
    const sessions = registry(() => Promise.resolve())
    const leave = sessions.hold(record.id, sessions.of(record.id, make))
    leave()
    await expect.poll(sessions.all).toEqual([])
  })

  it('keep one until what was saved of it is known', async () => {
    let known: () => void = () => undefined
    const sessions = registry(async () => new Promise((resolve) => { known = resolve }))
    const session = sessions.of(record.id, make)
    sessions.hold(record.id, session)()
    await Promise.resolve().then(() => undefined)
    expect(sessions.of(record.id, make)).toBe(session)
    known()
    await expect.poll(sessions.all).toEqual([])
  })

  it('keep a record that is shown again before the one who left it had let go', async () => {
    const sessions = registry(() => Promise.resolve())
    const leave = sessions.hold(record.id, sessions.of(record.id, make))
    const again = sessions.of(record.id, make)
    leave()
    await Promise.resolve().then(() => undefined)
    sessions.hold(record.id, again)
    expect(sessions.all()).toEqual([again])
  })
})
