import { describe, expect, it } from 'vitest'
import type { BackupStatus } from '#shared/contract/backups'
import { reminderOf } from './remind'

const now = Date.parse('2026-11-25T08:00:00.000Z')
const old = '2026-10-01T08:00:00.000Z'
const plan: BackupStatus['plan'] = { folder: '/drive', every: 'day', allowRestricted: false }
const status = (changed: Partial<BackupStatus>): BackupStatus => ({
  plan: null, last: null, lastGood: null, isStale: true, isReachable: null, isSameDisk: null, jobId: null, ...changed,
})

describe('a reminder', () => {
  it('leaves a new library in peace, and comes to an old one that was never backed up', () => {
    expect(reminderOf(status({}), '2026-11-25T07:00:00.000Z', now)).toBeUndefined()
    expect(reminderOf(status({}), old, now)).toEqual({ kind: 'never', since: null })
  })

  it('says since when the last backup is overdue, or that its drive is not there', () => {
    expect(reminderOf(status({ plan, lastGood: old, isReachable: true }), old, now)).toEqual({ kind: 'stale', since: old })
    expect(reminderOf(status({ plan, lastGood: old, isReachable: false }), old, now)).toEqual({ kind: 'unreachable', since: old })
  })

  it('comes at once where a backup failed, and not while one is made', () => {
    const failed = status({ plan, isStale: false, lastGood: old, last: { at: old, ok: false, failure: null } })
    expect(reminderOf(failed, old, now)).toEqual({ kind: 'failed', since: old })
    expect(reminderOf({ ...failed, jobId: '01a21022-427f-75f0-94d2-a43ba612c40a' }, old, now)).toBeUndefined()
  })

  it('is silent while all is well', () => {
    expect(reminderOf(status({ plan, isStale: false, lastGood: old, isReachable: false }), old, now)).toBeUndefined()
  })
})
