/** A save that fails, whatever the step: said so, the old content whole, the edit kept outside the library until it is saved or discarded. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type * as fsPromises from 'node:fs/promises'
import { Recovery } from '#shared/contract/records'
import type { RecordFile } from '#shared/model/record'
import { sittingGapMs } from '#core/store/revisions'
import { createTestHome, type TestCore, type TestHome } from '../support/testCore'
import { refusing, type RefusedCall } from './refusingFs'

vi.mock('node:fs/promises', async (importOriginal) => {
  const { withRefusalsIn } = await import('./refusingFs')
  return withRefusalsIn(await importOriginal<typeof fsPromises>())
})

const inLibrary = /资料/
let home: TestHome
let now: number
let client: TestCore['client']
let record: RecordFile

beforeEach(async () => {
  now = Date.parse('2026-11-24T06:00:00.000Z')
  home = await createTestHome()
  await start()
  await client.library.create({ path: join(home.home, '资料'), name: '库', unit: '' })
  record = await client.records.create({ type: 'case', content: { title: '甲' } })
  now += sittingGapMs
})
afterEach(async () => {
  refusing.stop()
  await home.remove()
})

const start = async (): Promise<void> => { client = (await home.open({ now: () => now, host: 'web' })).client }
const save = async (changes: Parameters<typeof client.records.save>[0]['changes'] = { title: '乙', place: '城东变' }) =>
  client.records.save({ id: record.id, base: record.revision.id, changes })
const titleNow = async (): Promise<string> => (await client.records.get({ id: record.id })).content.title

const filesBelow = async (folder: string): Promise<string[]> => (await readdir(join(home.home, folder), { recursive: true })).filter((name) => name.includes('.json'))

describe.each([['writeFile', 'ENOSPC'], ['sync', 'ENOSPC'], ['rename', 'ENOSPC'], ['open', 'EACCES'], ['mkdir', 'EROFS']] satisfies [RefusedCall, string][])('a save whose %s answers %s', (call, code) => {
  it('is said, leaves the old content, keeps the edit, and the next one works', async () => {
    refusing.refuse(call, code, Infinity, inLibrary)
    await expect(save()).rejects.toMatchObject({ code: 'store_write_failed', data: { reason: code } })
    expect(refusing.stop().length).toBeGreaterThan(0)
    expect(await client.records.get({ id: record.id })).toEqual(record)
    expect(await filesBelow('资料').then((names) => names.filter((name) => name.endsWith('.tmp')))).toEqual([])
    expect(await client.records.recovery({ id: record.id })).toMatchObject({ recordId: record.id, base: record.revision.id, changes: { title: '乙', place: '城东变' } })
    expect(await client.records.recoveries()).toEqual([{ recordId: record.id, at: new Date(now).toISOString(), title: '乙' }])
    await save()
    expect(await titleNow()).toBe('乙')
    expect(await client.records.recoveries()).toEqual([])
    expect(await filesBelow('config/recovery')).toEqual([])
  })
})

describe('an edit that could not be saved', () => {
  const fail = async (): Promise<void> => {
    refusing.refuse('rename', 'ENOSPC', Infinity, inLibrary)
    await expect(save()).rejects.toMatchObject({ code: 'store_write_failed' })
    refusing.stop()
  }

  it('is there after a restart, as a file that anyone can read', async () => {
    await fail()
    const [file = ''] = await filesBelow('config/recovery')
    expect(Recovery.parse(JSON.parse(await readFile(join(home.home, 'config/recovery', file), 'utf8')))).toMatchObject({ changes: { title: '乙' } })
    await client.library.close()
    await start()
    await client.library.open({ path: join(home.home, '资料') })
    expect(await client.records.recovery({ id: record.id })).toMatchObject({ changes: { title: '乙', place: '城东变' } })
  })

  it('stays when a save of other fields succeeds', async () => {
    await fail()
    await save({ place: '城西变' })
    expect(await client.records.recovery({ id: record.id })).not.toBeNull()
  })

  it('goes when its author discards it', async () => {
    await fail()
    await client.records.discardRecovery({ id: record.id })
    expect(await client.records.recovery({ id: record.id })).toBeNull()
    expect(await titleNow()).toBe('甲')
  })

  it('is not kept when someone else saved meanwhile: that is for the author to decide', async () => {
    await save()
    now += sittingGapMs
    await expect(save({ title: '丙' })).rejects.toMatchObject({ code: 'conflict' })
    expect(await client.records.recoveries()).toEqual([])
  })

  it('is kept when the library may no longer be written', async () => {
    await client.library.open({ path: join(home.home, '资料'), write: false })
    await client.library.close()
    await client.library.open({ path: join(home.home, '资料'), write: false })
    await expect(save()).rejects.toMatchObject({ code: 'library_read_only' })
    expect(await client.records.recovery({ id: record.id })).toMatchObject({ changes: { title: '乙' } })
  })

  it('that can not be kept either is told as the save that failed', async () => {
    refusing.refuse('rename', 'ENOSPC')
    await expect(save()).rejects.toMatchObject({ code: 'store_write_failed', data: { reason: 'ENOSPC' } })
    expect(await client.records.recoveries()).toEqual([])
  })
})
