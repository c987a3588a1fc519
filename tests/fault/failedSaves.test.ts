/** A save that fails, whatever the step: said so, the old content whole, the edit kept outside the library until it is saved or discarded. */
import { mkdir, readdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type * as fsPromises from 'node:fs/promises'
import { Recovery } from '#shared/contract/records'
import { newId } from '#shared/model/ids'
import type { EditableContent, RecordFile } from '#shared/model/record'
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
const save = async (changes: EditableContent = { title: '乙', place: '城东变' }, editing?: string) =>
  client.records.save({ id: record.id, base: record.revision.id, changes, editing })
const kept = async () => client.records.recoveriesOf({ id: record.id })
const keptChanges = async (): Promise<EditableContent[]> => (await kept()).map(({ changes }) => changes)
const titleNow = async (): Promise<string> => (await client.records.get({ id: record.id })).content.title

const filesBelow = async (folder: string): Promise<string[]> => (await readdir(join(home.home, folder), { recursive: true })).filter((name) => name.includes('.json'))

describe.each([['writeFile', 'ENOSPC'], ['sync', 'ENOSPC'], ['rename', 'ENOSPC'], ['open', 'EACCES'], ['mkdir', 'EROFS']] satisfies [RefusedCall, string][])('a save whose %s answers %s', (call, code) => {
  it('is said, leaves the old content, keeps the edit, and the next one works', async () => {
    refusing.refuse(call, code, Infinity, inLibrary)
    await expect(save()).rejects.toMatchObject({ code: 'store_write_failed', data: { reason: code } })
    expect(refusing.stop().length).toBeGreaterThan(0)
    expect(await client.records.get({ id: record.id })).toEqual(record)
    expect(await filesBelow('资料').then((names) => names.filter((name) => name.endsWith('.tmp')))).toEqual([])
    expect(await kept()).toMatchObject([{ recordId: record.id, base: record.revision.id, changes: { title: '乙', place: '城东变' } }])
    expect(await client.records.recoveries()).toMatchObject([{ recordId: record.id, at: new Date(now).toISOString(), title: '乙', creates: null }])
    await save()
    expect(await titleNow()).toBe('乙')
    expect(await client.records.recoveries()).toEqual([])
    expect(await filesBelow('config/recovery')).toEqual([])
  })
})

const fail = async (changes?: EditableContent, editing?: string): Promise<void> => {
  refusing.refuse('rename', 'ENOSPC', Infinity, inLibrary)
  await expect(save(changes, editing)).rejects.toMatchObject({ code: 'store_write_failed' })
  refusing.stop()
  now += 1000
}

const restart = async (): Promise<void> => {
  await client.library.close()
  await start()
  await client.library.open({ path: join(home.home, '资料') })
}

describe('an edit that could not be saved', () => {

  it('is there after a restart, as a file that anyone can read', async () => {
    await fail()
    const [file = ''] = await filesBelow('config/recovery')
    expect(Recovery.parse(JSON.parse(await readFile(join(home.home, 'config/recovery', file), 'utf8')))).toMatchObject({ changes: { title: '乙' } })
    await restart()
    expect(await keptChanges()).toEqual([{ title: '乙', place: '城东变' }])
  })

  it('stays when a save of other fields succeeds', async () => {
    await fail()
    await save({ place: '城西变' })
    expect(await kept()).toHaveLength(1)
  })

  it('goes when its author discards it', async () => {
    await fail()
    const [edit] = await kept()
    await client.records.discardRecovery({ id: record.id, editing: edit?.editing ?? '' })
    expect(await kept()).toEqual([])
    expect(await titleNow()).toBe('甲')
  })

  it('stays, and says why, when its file can not be removed', async () => {
    await fail()
    const [edit] = await kept()
    const [file = ''] = await filesBelow('config/recovery')
    const inTheWay = join(home.home, 'config/recovery', file)
    await rm(inTheWay)
    await mkdir(inTheWay)
    const discarding = client.records.discardRecovery({ id: record.id, editing: edit?.editing ?? '' })
    await expect(discarding).rejects.toMatchObject({ code: 'store_write_failed', data: { path: inTheWay } })
    await rmdir(inTheWay)
    await client.records.discardRecovery({ id: record.id, editing: edit?.editing ?? '' })
    expect(await client.records.recoveries()).toEqual([])
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
    expect(await keptChanges()).toEqual([{ title: '乙', place: '城东变' }])
  })

  it('that can not be kept either is told as the save that failed', async () => {
    refusing.refuse('rename', 'ENOSPC')
    await expect(save()).rejects.toMatchObject({ code: 'store_write_failed', data: { reason: 'ENOSPC' } })
    expect(await client.records.recoveries()).toEqual([])
  })
})

describe('edits of several who could not save the same record', () => {
  it('all stay over a restart, the latest first, and each is listed', async () => {
    await fail({ summary: '上次写的' }, newId())
    await restart()
    await fail({ summary: '这次写的' }, newId())
    await fail({ place: '城东变' })
    await restart()
    expect(await keptChanges()).toEqual([{ place: '城东变' }, { summary: '这次写的' }, { summary: '上次写的' }])
    expect(await client.records.recoveries()).toMatchObject([{ title: '甲' }, { title: '甲' }, { title: '甲' }])
  })

  it('are replaced by nothing but what the same editing goes on to write, also after a restart', async () => {
    const [mine, theirs] = [newId(), newId()]
    await fail({ summary: '我写的' }, mine)
    await fail({ summary: '别人写的' }, theirs)
    await restart()
    await fail({ summary: '我写的，又写了些' }, mine)
    expect(await keptChanges()).toEqual([{ summary: '我写的，又写了些' }, { summary: '别人写的' }])
  })

  it('are not kept twice where a later one says all that an earlier one says', async () => {
    await fail({ summary: '写的' })
    await fail({ summary: '写的', place: '城东变' })
    expect(await keptChanges()).toEqual([{ summary: '写的', place: '城东变' }])
  })

  it('go one by one: what one editing saved takes its own away, and a discarded one takes no other', async () => {
    const [mine, theirs] = [newId(), newId()]
    await fail({ summary: '别人写的' }, theirs)
    await fail({ summary: '又是别人写的' })
    await fail({ summary: '我写的' }, mine)
    await save({ summary: '我写的，改过' }, mine)
    expect(await keptChanges()).toEqual([{ summary: '又是别人写的' }, { summary: '别人写的' }])
    await client.records.discardRecovery({ id: record.id, editing: theirs })
    expect(await keptChanges()).toEqual([{ summary: '又是别人写的' }])
  })

  it('are all kept when they fail in the same moment', async () => {
    refusing.refuse('rename', 'ENOSPC', Infinity, inLibrary)
    await Promise.allSettled(['一', '二', '三', '三'].map(async (summary) => save({ summary }, newId())))
    refusing.stop()
    expect((await keptChanges()).map(({ summary }) => summary).sort()).toEqual(['一', '三', '二'])
  })

  it('are offered beside one that was kept before edits said whose they are, and beside one that can not be read', async () => {
    const { libraryId, changes: _changes, editing: _editing, ...old } = await fail().then(async () => Recovery.parse((await kept())[0]))
    const folder = join(home.home, 'config/recovery', libraryId)
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, `${record.id}.json`), JSON.stringify({ libraryId, ...old, at: '2026-11-23T06:00:00.000Z', changes: { summary: '从前的' } }))
    await writeFile(join(folder, `${record.id}.${newId()}.json`), '{')
    await restart()
    expect(await keptChanges()).toEqual([{ title: '乙', place: '城东变' }, { summary: '从前的' }])
    await client.records.discardRecovery({ id: record.id, editing: (await kept())[1]?.editing ?? '' })
    expect(await keptChanges()).toEqual([{ title: '乙', place: '城东变' }])
  })
})
