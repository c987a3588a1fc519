/** The trash through the contract: what is in it, and removing it for good without what others still need. */
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EmptyReport } from '#shared/contract/trash'
import type { Block } from '#shared/model/body/blocks'
import { newSection } from '#shared/model/body/body'
import type { RecordFile } from '#shared/model/record'
import { paragraph } from '../../../../tests/support/records'
import { createTestHome, type TestCore, type TestHome } from '../../../../tests/support/testCore'
import { libraryPaths } from '../../store/folders'

let home: TestHome
let client: TestCore['client']
let root: string
let now: number

beforeEach(async () => {
  home = await createTestHome()
  now = Date.parse('2026-11-24T06:00:00.000Z')
  root = join(home.home, '资料库')
  ;({ client } = await home.open({ now: () => now }))
  await client.library.create({ path: root, name: '资料库', unit: '运维一班', unitCode: 'YW1' })
})
afterEach(async () => home.remove())

const newCase = async (title: string, ...blocks: Block[]): Promise<RecordFile> =>
  client.records.create({ type: 'case', content: { title, body: { version: 1, preamble: [], sections: [newSection('measures', '主要做法', blocks)] } } })

/** Another revision of a record, an hour later. */
const edited = async (id: string, title: string): Promise<RecordFile> => {
  now += 3_600_000
  const { revision } = await client.records.get({ id })
  await client.records.save({ id, base: revision.id, changes: { title } })
  return client.records.get({ id })
}

const remove = async (...records: { id: string }[]) => client.records.remove({ selection: { ids: records.map(({ id }) => id) } })

const reportOf = async (jobId: string): Promise<EmptyReport> => {
  for (;;) {
    const job = await client.jobs.get({ id: jobId })
    if (job.state !== 'running') break
    await new Promise((resolve) => { setTimeout(resolve, 10) })
  }
  return client.trash.emptied({ jobId })
}
const empty = async (): Promise<EmptyReport> => reportOf((await client.trash.empty()).jobId)

const trashed = async (text = '') => client.trash.list({ text, offset: 0, limit: 100 })

const historyOf = async (id: string): Promise<string[]> => readdir(libraryPaths(root).historyOf(id)).catch(() => [])

/** A product with a quote from the source as it is now. */
const citing = async (source: RecordFile, block: Block): Promise<RecordFile> => {
  const product = await client.products.create({ title: '作业包', sources: [] })
  const quote = await client.products.excerpt({ recordId: source.id, revisionId: source.revision.id, blockIds: [block.id] })
  await client.records.save({ id: product.id, base: product.revision.id, changes: { body: { ...product.content.body, preamble: [quote] } } })
  return client.records.get({ id: product.id })
}

describe('the list of the trash', () => {
  it('is latest deleted first, and narrows by number and title', async () => {
    const [first, second] = [await newCase('变压器渗油 A'), await newCase('断路器拒动')]
    await remove(first)
    now += 1000
    await remove(second)
    expect((await trashed()).rows.map(({ title }) => title)).toEqual(['断路器拒动', '变压器渗油 A'])
    expect(await trashed('渗油 a')).toMatchObject({ total: 1, all: 2, rows: [{ id: first.id, number: 'YW1-CS-2026-0001', deletedAt: '2026-11-24T06:00:00.000Z' }] })
    expect(await trashed('2026-0002')).toMatchObject({ total: 1, rows: [{ id: second.id }] })
  })

  it('leaves out an entry that can not be read, and the library reports it', async () => {
    const [broken, whole] = [await newCase('坏的'), await newCase('好的')]
    await remove(broken, whole)
    await writeFile(libraryPaths(root).trashed(broken.id), '{')
    expect(await trashed()).toMatchObject({ total: 1, rows: [{ id: whole.id }] })
    expect((await client.library.current())?.damaged).toMatchObject([{ path: libraryPaths(root).trashed(broken.id), failure: { code: 'store_corrupt' } }])
    expect(await client.trash.restore({ ids: [broken.id, whole.id] })).toMatchObject({ done: 1, kept: [{ id: broken.id, why: 'failed' }] })
  })
})

describe('emptying', () => {
  it('removes the entry and the whole history of a record that nothing refers to', async () => {
    const record = await newCase('没人引用')
    await edited(record.id, '改过')
    await remove(record)
    expect(await empty()).toEqual({ removed: 1, revisions: 2, stayed: [], failed: [], opened: [] })
    expect(await trashed()).toMatchObject({ total: 0 })
    await expect(stat(libraryPaths(root).historyOf(record.id))).rejects.toThrow()
    expect((await newCase('后来的')).content.number).toBe('YW1-CS-2026-0002')
  })

  it('removes only what was chosen', async () => {
    const [gone, kept] = [await newCase('不要了'), await newCase('再想想')]
    await remove(gone, kept)
    expect(await reportOf((await client.trash.remove({ ids: [gone.id] })).jobId)).toMatchObject({ removed: 1 })
    expect(await trashed()).toMatchObject({ total: 1, rows: [{ id: kept.id }] })
  })

  it('keeps the revision that a record cites, also if it was the last one', async () => {
    const block = paragraph('原文')
    const source = await newCase('被引用', block)
    await citing(source, block)
    const latest = await edited(source.id, '改过')
    await remove(source)
    expect(await empty()).toEqual({
      removed: 1, revisions: 1, failed: [], opened: [],
      stayed: [{ id: source.id, number: 'YW1-CS-2026-0001', title: '改过', revisions: 1, why: ['cited'] }],
    })
    expect(await historyOf(source.id)).toEqual([`${source.revision.id}.json.gz`])
    expect((await client.records.revision({ id: source.id, revisionId: source.revision.id })).content.title).toBe('被引用')
    await expect(client.records.revision({ id: source.id, revisionId: latest.revision.id })).rejects.toThrow()
  })

  it('keeps the head that is cited as a revision', async () => {
    const block = paragraph('原文')
    const source = await newCase('被引用', block)
    await citing(source, block)
    await remove(source)
    expect(await empty()).toMatchObject({ removed: 1, revisions: 0, stayed: [{ id: source.id, revisions: 1, why: ['cited'] }] })
    expect((await client.records.revision({ id: source.id, revisionId: source.revision.id })).content.title).toBe('被引用')
  })

  it('keeps what only an earlier revision, or a record in the trash, cites', async () => {
    const block = paragraph('原文')
    const [source, other] = [await newCase('早先引用', block), await newCase('回收站里引用', block)]
    const product = await citing(source, block)
    now += 3_600_000
    await client.records.save({ id: product.id, base: product.revision.id, changes: { body: { ...product.content.body, preamble: [] } } })
    const second = await citing(other, block)
    await remove(source, other, second)
    const { jobId } = await client.trash.remove({ ids: [source.id, other.id] })
    expect((await reportOf(jobId)).stayed).toMatchObject([{ revisions: 1, why: ['cited'] }, { revisions: 1, why: ['cited'] }])
  })

  it('keeps nothing for the sake of what is emptied with it', async () => {
    const block = paragraph('原文')
    const source = await newCase('一起清掉', block)
    await remove(await citing(source, block), source)
    expect(await empty()).toMatchObject({ removed: 2, stayed: [], failed: [], opened: [] })
    expect(await historyOf(source.id)).toEqual([])
  })

  it('keeps what an edition and the ledger name, and the editions', async () => {
    const block = paragraph('原文')
    const source = await newCase('来源', block)
    const draft = await citing(source, block)
    const sections = draft.content.body.sections.map((section) => ({ ...section, blocks: [paragraph('写好了')] }))
    const { revisionId } = await client.records.save({ id: draft.id, base: draft.revision.id, changes: { body: { ...draft.content.body, sections } } })
    const { edition } = await client.products.release({ reason: '试点另行补做', id: draft.id, base: revisionId, changeLog: '' })
    const sent = await newCase('发出去的')
    const { jobId } = await client.packages.make({ ids: [sent.id], title: '包', to: null })
    for (let job = await client.jobs.get({ id: jobId }); job.state === 'running'; job = await client.jobs.get({ id: jobId })) await new Promise((resolve) => { setTimeout(resolve, 10) })
    await remove(source, draft, sent)
    const { stayed, removed } = await empty()
    expect(removed).toBe(3)
    // The revision that was released stays, and with it what it cites.
    expect(new Map(stayed.map(({ id, why }) => [id, why]))).toEqual(new Map([[draft.id, ['edition']], [source.id, ['cited', 'edition']], [sent.id, ['exchanged']]]))
    expect(await client.products.edition({ recordId: draft.id, seal: edition.seal })).toMatchObject({ number: 1 })
  })

  it('removes nothing while something can not be read that might refer to it, and says what', async () => {
    const [record, broken] = [await newCase('要清的'), await newCase('坏的')]
    await edited(record.id, '改过')
    await remove(record)
    const path = libraryPaths(root).record(broken.id)
    const bytes = await readFile(path)
    await writeFile(path, '{')
    expect(await empty()).toMatchObject({ removed: 0, failed: [{ id: record.id, title: '改过', failure: { code: 'store_corrupt', data: { path } } }] })
    expect(await historyOf(record.id)).toHaveLength(1)
    await writeFile(path, bytes)
    expect(await empty()).toMatchObject({ removed: 1, failed: [], opened: [] })
  })

  it('leaves the history to the record that is in place again under the same id', async () => {
    const record = await newCase('甲')
    const path = libraryPaths(root).record(record.id)
    await edited(record.id, '乙')
    const head = await readFile(path)
    await remove(record)
    await writeFile(path, head)
    expect(await empty()).toMatchObject({ removed: 1, failed: [], opened: [] })
    expect(await historyOf(record.id)).toEqual([`${record.revision.id}.json.gz`])
    expect((await client.records.get({ id: record.id })).content.title).toBe('乙')
  })
})
