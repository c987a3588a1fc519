import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '#shared/model/ids'
import { recordContent } from '../../../tests/support/records'
import { quietLog, testWorkers } from '../../../tests/support/testCore'
import { makeLibraryFolder } from '../store/libraryFolder'
import { openSession, type Session } from './session'

const nothing = (): undefined => undefined
const noDocuments = { readText: async () => Promise.reject(new Error('no file is read here')) }

let root: string
let cache: string
const opened: Session[] = []

const open = async (write: boolean, onLibrary: () => void = nothing): Promise<Session> => {
  const session = await openSession(root, {
    device: newId(), now: Date.now, write, catalogFile: () => join(cache, 'catalog.ndjson'), indexFolder: () => join(cache, 'index'), textFolder: () => join(cache, 'texts'),
    documents: noDocuments, workers: testWorkers,
  }, { onProgress: nothing, onRecords: nothing, onLibrary, onStrays: nothing, onExchanges: nothing, onTrash: nothing, onTemplates: nothing, onFilled: nothing }, quietLog)
  opened.push(session)
  return session
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'liangfang-session-'))
  cache = await mkdtemp(join(tmpdir(), 'liangfang-cache-'))
  await makeLibraryFolder(root, {
    format: 1, id: newId(), name: '库', language: 'zh-CN', unit: { name: '', code: 'YW1' }, createdAt: '2026-11-24T06:00:00.000Z',
    vocabularies: { units: [], fields: [], tags: [], people: [] }, numbering: {},
  })
})
afterEach(async () => {
  for (const session of opened.splice(0)) await session.close()
  for (const folder of [root, cache]) await rm(folder, { recursive: true, force: true })
})

describe('a session', () => {
  it('writes nothing once the library may not be written, however long ago the work began', async () => {
    const session = await open(false)
    let hasRun = false
    const writing = session.write(async () => { hasRun = true; return Promise.resolve() })
    await expect(writing).rejects.toMatchObject({ code: 'library_read_only' })
    expect(hasRun).toBe(false)
  })

  it('tells at once that its lock was taken from it, and when that is gone again', async () => {
    let told = 0
    const session = await open(true, () => { told += 1 })
    await writeFile(join(root, 'lock'), 'rubbish')
    await expect.poll(() => told).toBe(1)
    expect(session.folder.readOnly()).toMatchObject({ code: 'library_locked', data: { host: '' } })
    expect(session.writerLeft()).toBe(false)
    await rm(join(root, 'lock'))
    await expect.poll(() => told).toBe(2)
    expect(session.writerLeft()).toBe(true)
  })

  it('tells of it when it would write and nothing else said so before', async () => {
    let told = 0
    const session = await open(true, () => { told += 1 })
    await writeFile(join(root, 'lock'), 'rubbish')
    await expect(session.write(async () => Promise.resolve())).rejects.toMatchObject({ code: 'library_locked' })
    expect(told).toBe(1)
  })

  it('lets others in between while it takes in what came together', async () => {
    const session = await open(true)
    let turns = 0
    let isDone = false
    const turn = (): void => {
      turns += 1
      if (!isDone) setImmediate(turn)
    }
    setImmediate(turn)
    const id = newId()
    const record = await session.take(async () => session.folder.records.create(id, recordContent({ title: '甲' }), { name: '', unit: '' }))
    const before = turns
    await session.takeAll(async () => Promise.resolve(Array.from({ length: 1000 }, () => ({ ...record, id: newId() }))))
    isDone = true
    expect(turns - before).toBeGreaterThan(10)
    expect(session.catalog.counts()).toEqual({ case: 1001 })
  })

  it.each(['in the same session', 'in the next one'])('never gives the number of a record again that went %s, not even after a crash', async (when) => {
    const at = Date.parse('2026-11-24T06:00:00.000Z')
    const session = await open(true)
    const id = newId()
    await session.take(async () =>
      session.folder.records.create(id, recordContent({ title: '甲', number: await session.numbering.next('case', at) }), { name: '', unit: '' }))
    // As after a crash right now: nobody closes the session, and its lock is gone.
    if (when === 'in the next one') await rm(session.folder.paths.lock)
    const last = when === 'in the next one' ? await open(true) : session
    await last.drop([id], async () => last.folder.journal.commit(async (_stage, remove) => remove(last.folder.paths.record(id))))
    expect(await (await open(false)).numbering.next('case', at)).toBe('YW1-CS-2026-0002')
  })

  it('knows what the file of a record that it saved looks like', async () => {
    const session = await open(true)
    const { id } = await session.take(async () => session.folder.records.create(newId(), recordContent({ title: '甲' }), { name: '', unit: '' }))
    const { size, mtimeMs } = await stat(session.folder.paths.record(id))
    expect(session.catalog.entry(id)?.stamp).toEqual({ size, mtimeMs })
  })
})
