/** Bulk operations through the contract, on a real library: deleting, bringing back, editing many, and taking each of them back. */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { toFailure, type Failure } from '#shared/contract/errors'
import type { RecordFile } from '#shared/model/record'
import { createTestHome, type TestCore, type TestHome } from '../../../../tests/support/testCore'
import { libraryPaths } from '../../store/folders'

let home: TestHome
let client: TestCore['client']
let core: TestCore['core']
let root: string
let now: number

const open = async (): Promise<void> => { ({ client, core } = await home.open({ now: () => now })) }

beforeEach(async () => {
  home = await createTestHome()
  now = Date.parse('2026-11-24T06:00:00.000Z')
  root = join(home.home, '资料库')
  await open()
  await client.library.create({ path: root, name: '资料库', unit: '运维一班', unitCode: 'YW1' })
})
afterEach(async () => home.remove())

/** Closes the core and opens the library again, as a restart does. */
const restart = async (): Promise<void> => {
  await core.close()
  await open()
  await client.library.open({ path: root })
}

const failureOf = async (call: Promise<unknown>): Promise<Failure | undefined> => toFailure(await call.then(() => undefined, (error: unknown) => error))

const newCase = async (title: string, tags: string[] = []): Promise<RecordFile> => client.records.create({ type: 'case', content: { title, tags } })

const newCases = async (count: number): Promise<RecordFile[]> => {
  const made: RecordFile[] = []
  for (let index = 0; index < count; index += 1) made.push(await newCase(`案例 ${index}`))
  return made
}

const titles = async (): Promise<string[]> =>
  (await client.records.list({ filter: { type: 'case' }, sort: { by: 'number', descending: false }, offset: 0, limit: 500 })).rows.map(({ title }) => title)

const trashed = async () => client.trash.list({ offset: 0, limit: 100 })

const undone = async (id: string | null) => client.operations.undo({ id: id ?? '' })

describe('deleting', () => {
  it('moves the head to the trash whole, out of list and search, and undoing brings back the very same revision', async () => {
    const record = await newCase('变压器渗油')
    const kept = await newCase('留下的')
    const { operationId, done, kept: left } = await client.records.remove({ selection: { ids: [record.id] } })
    expect({ done, left }).toEqual({ done: 1, left: [] })
    expect(await titles()).toEqual(['留下的'])
    expect((await client.search.query({ text: '渗油' })).total).toBe(0)
    expect(await failureOf(client.records.get({ id: record.id }))).toMatchObject({ code: 'not_found' })
    expect(await trashed()).toMatchObject({ total: 1, all: 1, rows: [{ id: record.id, number: record.content.number, title: '变压器渗油', operationId }] })
    expect(await undone(operationId)).toMatchObject({ done: 1, kept: [] })
    const back = await client.records.get({ id: record.id })
    expect(back).toMatchObject({ revision: record.revision, content: record.content, local: { createdAt: record.local.createdAt, sealed: true } })
    expect(await trashed()).toMatchObject({ total: 0 })
    expect(await titles()).toEqual(['变压器渗油', kept.content.title])
  })

  it('leaves what refers to the record able to read it', async () => {
    const source = await newCase('来源')
    const product = await client.products.create({ title: '作业包', sources: [source.id] })
    await client.records.remove({ selection: { ids: [source.id] } })
    expect((await client.records.revision({ id: source.id, revisionId: source.revision.id })).content.title).toBe('来源')
    expect(await client.products.sources({ id: product.id })).toMatchObject([{ recordId: source.id, row: null, title: '来源', at: source.revision.at }])
  })

  it('never gives the number of what is in the trash again, also after a restart', async () => {
    await newCase('先来的')
    const last = await newCase('最后的')
    await client.records.remove({ selection: { ids: [last.id] } })
    await restart()
    expect(last.content.number).toBe('YW1-CS-2026-0002')
    expect((await newCase('后来的')).content.number).toBe('YW1-CS-2026-0003')
    expect(await trashed()).toMatchObject({ total: 1, rows: [{ title: '最后的' }] })
  })

  it('does not delete a head that can not be read, and deletes the others', async () => {
    const [broken, whole] = [await newCase('坏的'), await newCase('好的')]
    const path = libraryPaths(root).record(broken.id)
    await writeFile(path, '{')
    expect(await client.records.remove({ selection: { ids: [broken.id, whole.id] } }))
      .toMatchObject({ done: 1, kept: [{ id: broken.id, title: '坏的', why: 'failed', failure: { code: 'store_corrupt' } }] })
    expect(await readFile(path, 'utf8')).toBe('{')
    expect(await failureOf(client.records.remove({ selection: { ids: [broken.id] } }))).toMatchObject({ code: 'store_corrupt' })
    expect(await trashed()).toMatchObject({ total: 1 })
  })

  it('takes all that a filter leaves, but those excepted', async () => {
    const [first] = [await newCase('甲', ['安全']), await newCase('乙', ['安全']), await newCase('丙')]
    expect(await client.records.remove({ selection: { filter: { type: 'case', facets: { tag: ['安全'] } }, except: [first.id] } })).toMatchObject({ done: 1 })
    expect(await titles()).toEqual(['甲', '丙'])
  })

  it('keeps what lies in the trash under the same id since before, as a revision', async () => {
    const record = await newCase('第一回')
    await client.records.remove({ selection: { ids: [record.id] } })
    const paths = libraryPaths(root)
    const bytes = await readFile(paths.trashed(record.id))
    const { operationId } = await client.trash.restore({ ids: [record.id] })
    expect(operationId).not.toBeNull()
    now += 60_000
    await client.records.save({ id: record.id, base: record.revision.id, changes: { title: '第二回' } })
    await rm(join(paths.historyOf(record.id), `${record.revision.id}.json.gz`))
    await writeFile(paths.trashed(record.id), bytes)
    await client.records.remove({ selection: { ids: [record.id] } })
    expect((await client.records.revision({ id: record.id, revisionId: record.revision.id })).content.title).toBe('第一回')
    expect(await trashed()).toMatchObject({ total: 1, rows: [{ title: '第二回' }] })
  })
})

describe('bringing back', () => {
  it('leaves what is in the place, and keeps what was in the trash as a revision of it', async () => {
    const record = await newCase('旧的')
    const paths = libraryPaths(root)
    const head = await readFile(paths.record(record.id))
    now += 3_600_000
    const { revisionId } = await client.records.save({ id: record.id, base: record.revision.id, changes: { title: '改过的' } })
    await client.records.remove({ selection: { ids: [record.id] } })
    await writeFile(paths.record(record.id), head)
    expect(await client.trash.restore({ ids: [record.id] })).toMatchObject({ operationId: null, done: 0, kept: [{ id: record.id, why: 'placeTaken' }] })
    expect((await client.records.get({ id: record.id })).content.title).toBe('旧的')
    expect((await client.records.revision({ id: record.id, revisionId })).content.title).toBe('改过的')
    expect(await trashed()).toMatchObject({ total: 0 })
  })

  it('says of what is no longer in the trash that it is gone', async () => {
    const record = await newCase('在的')
    expect(await client.trash.restore({ ids: [record.id] })).toMatchObject({ done: 0, kept: [{ id: record.id, why: 'gone' }] })
  })

  it('can be undone', async () => {
    const record = await newCase('来回')
    await client.records.remove({ selection: { ids: [record.id] } })
    const { operationId } = await client.trash.restore({ ids: [record.id] })
    expect(await undone(operationId)).toMatchObject({ done: 1 })
    expect(await trashed()).toMatchObject({ total: 1, rows: [{ id: record.id }] })
  })
})

describe('editing many', () => {
  it('changes each as a new revision of its own, leaves out what does not change, and keeps the one before', async () => {
    const [plain, tagged] = [await newCase('甲', ['倒闸']), await newCase('乙', ['安全'])]
    const outcome = await client.records.bulkEdit({ selection: { ids: [plain.id, tagged.id] }, change: { addTags: ['安全'] } })
    expect(outcome).toMatchObject({ done: 1, kept: [] })
    const after = await client.records.get({ id: plain.id })
    // The same sitting, and yet a revision of its own.
    expect(after).toMatchObject({ content: { tags: ['倒闸', '安全'] }, revision: { parents: [plain.revision.id] } })
    expect((await client.records.revision({ id: plain.id, revisionId: plain.revision.id })).content.tags).toEqual(['倒闸'])
    expect((await client.records.get({ id: tagged.id })).revision).toEqual(tagged.revision)
    expect(await client.records.facets({ filter: { type: 'case' } })).toMatchObject({ tag: expect.arrayContaining([{ value: '安全', count: 2 }]) as unknown })
  })

  it('sets and clears fields, and takes tags away', async () => {
    const record = await newCase('甲', ['倒闸', '安全'])
    await client.records.bulkEdit({ selection: { ids: [record.id] }, change: { removeTags: ['倒闸'], field: '变电运维', unit: '', confidentiality: 'restricted' } })
    expect((await client.records.get({ id: record.id })).content).toMatchObject({ tags: ['安全'], field: '变电运维', unit: '', confidentiality: 'restricted', title: '甲' })
  })

  it('is undone as a new revision with the content before, and redone by undoing that', async () => {
    const records = await newCases(3)
    const { operationId } = await client.records.bulkEdit({ selection: { ids: records.map(({ id }) => id) }, change: { field: '配电' } })
    const undo = await undone(operationId)
    expect(undo).toMatchObject({ done: 3, kept: [] })
    const before = await client.records.get({ id: records[0]?.id ?? '' })
    expect(before.content).toEqual(records[0]?.content)
    expect(before.revision.parents).not.toEqual([])
    expect(await failureOf(client.operations.undo({ id: operationId ?? '' }))).toMatchObject({ code: 'already_undone' })
    expect(await undone(undo.operationId)).toMatchObject({ done: 3, kept: [] })
    expect((await client.records.get({ id: records[0]?.id ?? '' })).content.field).toBe('配电')
  })

  it('leaves a record as it is that was edited since', async () => {
    const [edited, other] = await newCases(2)
    if (!edited || !other) throw new Error('no cases')
    const { operationId } = await client.records.bulkEdit({ selection: { ids: [edited.id, other.id] }, change: { addTags: ['安全'] } })
    const { revision } = await client.records.get({ id: edited.id })
    await client.records.save({ id: edited.id, base: revision.id, changes: { title: '后来改的' } })
    expect(await undone(operationId)).toMatchObject({ done: 1, kept: [{ id: edited.id, title: '后来改的', why: 'edited' }] })
    expect((await client.records.get({ id: edited.id })).content).toMatchObject({ title: '后来改的', tags: ['安全'] })
    expect((await client.records.get({ id: other.id })).content.tags).toEqual([])
  })

  it('is undone one after another, the last first', async () => {
    const [record] = await newCases(1)
    const selection = { ids: [record?.id ?? ''] }
    const first = await client.records.bulkEdit({ selection, change: { addTags: ['一'] } })
    const second = await client.records.bulkEdit({ selection, change: { addTags: ['二'] } })
    expect(await undone(second.operationId)).toMatchObject({ done: 1 })
    expect(await undone(first.operationId)).toMatchObject({ done: 1 })
    expect((await client.records.get({ id: record?.id ?? '' })).content.tags).toEqual([])
  })

  it('neither loses nor writes over a save that comes at the same time', async () => {
    const records = await newCases(20)
    const [record] = records
    if (!record) throw new Error('no case')
    const [outcome, saved] = await Promise.allSettled([
      client.records.bulkEdit({ selection: { ids: records.map(({ id }) => id) }, change: { addTags: ['安全'] } }),
      client.records.save({ id: record.id, base: record.revision.id, changes: { title: '正在写' } }),
    ])
    expect(outcome).toMatchObject({ status: 'fulfilled', value: { done: 20 } })
    const { content } = await client.records.get({ id: record.id })
    expect(content.tags).toEqual(['安全'])
    expect(content.title).toBe(saved.status === 'fulfilled' ? '正在写' : '案例 0')
    const rows = (await client.records.list({ filter: { type: 'case' }, sort: { by: 'number', descending: false }, offset: 0, limit: 1 })).rows
    expect(rows).toMatchObject([{ title: content.title, tags: ['安全'] }])
  })
})

describe('a thousand records at once', () => {
  it('are changed and taken back in one transaction each, as a job', async () => {
    const records = await newCases(1000)
    const outcome = await client.records.bulkEdit({ selection: { filter: { type: 'case' }, except: [] }, change: { addTags: ['安全'] } })
    expect(outcome).toMatchObject({ done: 1000, kept: [], cancelled: false })
    expect(await client.jobs.list()).toMatchObject([{ kind: 'bulk', state: 'done', done: 1000, total: 1000, failedItems: 0 }])
    expect(await undone(outcome.operationId)).toMatchObject({ done: 1000 })
    const removed = await client.records.remove({ selection: { ids: records.map(({ id }) => id) } })
    expect(removed).toMatchObject({ done: 1000 })
    await restart()
    expect(await titles()).toEqual([])
    expect(await trashed()).toMatchObject({ total: 1000 })
    expect(await undone(removed.operationId)).toMatchObject({ done: 1000 })
    expect(await client.records.list({ filter: { type: 'case' }, sort: { by: 'number', descending: false }, offset: 0, limit: 1 })).toMatchObject({ total: 1000 })
    const [device = ''] = await readdir(join(root, 'journal'))
    expect(await readdir(libraryPaths(root).journal(device))).toEqual([])
  })
})

describe('the list of operations', () => {
  it('is latest first and says what, when, who, how many, and what was undone', async () => {
    await client.app.updateSettings({ profile: { name: '张工', unit: '运维一班', role: '' } })
    const records = await newCases(4)
    const { operationId } = await client.records.remove({ selection: { ids: records.map(({ id }) => id) } })
    now += 60_000
    const undo = await undone(operationId)
    expect(await client.operations.list({ offset: 0, limit: 10 })).toEqual({
      total: 2,
      operations: [
        { id: undo.operationId, kind: 'undo', at: '2026-11-24T06:01:00.000Z', by: '张工', count: 4, titles: ['案例 0', '案例 1', '案例 2'], undoes: { id: operationId, kind: 'delete' }, undoneBy: null, words: null },
        { id: operationId, kind: 'delete', at: '2026-11-24T06:00:00.000Z', by: '张工', count: 4, titles: ['案例 0', '案例 1', '案例 2'], undoes: null, undoneBy: undo.operationId, words: null },
      ],
    })
    expect(await client.operations.list({ offset: 1, limit: 1 })).toMatchObject({ total: 2, operations: [{ id: operationId }] })
  })

  it('holds nothing of what changed nothing', async () => {
    const [record] = await newCases(1)
    expect(await client.records.bulkEdit({ selection: { ids: [record?.id ?? ''] }, change: { removeTags: ['没有'] } })).toEqual({ operationId: null, done: 0, kept: [], cancelled: false })
    expect(await client.operations.list({ offset: 0, limit: 10 })).toEqual({ total: 0, operations: [] })
  })
})
