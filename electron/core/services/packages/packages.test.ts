/** Packages through the contract: made in one library, looked into and taken in by another. */
import { readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { toFailure, type Failure } from '#shared/contract/errors'
import type { Job } from '#shared/contract/jobs'
import type { Block } from '#shared/model/body/blocks'
import { newSection } from '#shared/model/body/body'
import type { RecordFile } from '#shared/model/record'
import { buildPng } from '../../../../tests/fixtures/docx/png'
import { paragraph } from '../../../../tests/support/records'
import { createTestHome, type TestCore, type TestHome } from '../../../../tests/support/testCore'
import { libraryPaths } from '../../store/folders'

let home: TestHome
let client: TestCore['client']

const pathOf = (name: string): string => join(home.home, name)

beforeEach(async () => {
  home = await createTestHome()
  ;({ client } = await home.open())
  await client.library.create({ path: pathOf('甲'), name: '输电运检中心', unit: '输电运检中心', unitCode: 'SD1' })
})
afterEach(async () => home.remove())

const failureOf = async (call: Promise<unknown>): Promise<Failure | undefined> => toFailure(await call.then(() => undefined, (error: unknown) => error))

const ended = async ({ jobId }: { jobId: string }): Promise<Job> => vi.waitFor(async () => {
  const job = await client.jobs.get({ id: jobId })
  expect(job.state).not.toBe('running')
  return job
}, { timeout: 60_000, interval: 5 })

const done = async (started: Promise<{ jobId: string }>): Promise<string> => {
  const { jobId } = await started
  expect(await ended({ jobId })).toMatchObject({ state: 'done', failure: null })
  return jobId
}

const measure = paragraph('监护人持操作票站在地线悬挂点，操作人在工具柜旁逐根报号。')

interface Sent { source: RecordFile; product: RecordFile; picture: string; file: string }

/** A released product that cites a case with a picture and an attachment, packed into a file. */
const sendProduct = async (): Promise<Sent> => {
  const png = pathOf('接线图.png')
  await writeFile(png, buildPng(40, 30, 1))
  const attachment = await client.attachments.add({ path: png })
  const picture: Block = { type: 'image', id: 'picture1', attachment: attachment.sha256, alt: '接线图' }
  const source = await client.records.create({
    type: 'case', content: { title: '地线编号错位', attachments: [attachment], body: { version: 1, preamble: [], sections: [newSection('measures', '主要做法', [measure, picture])] } },
  })
  const made = await client.products.create({ title: '双确认作业包', sources: [source.id] })
  const quote = await client.products.excerpt({ recordId: source.id, revisionId: source.revision.id, blockIds: [measure.id, 'picture1'] })
  const sections = made.content.body.sections.map((section) => ({ ...section, blocks: [paragraph('写好了')] }))
  const saved = await client.records.save({ id: made.id, base: made.revision.id, changes: { body: { ...made.content.body, preamble: [quote], sections } } })
  await client.products.release({ reason: '试点另行补做', id: made.id, base: saved.revisionId })
  const file = pathOf('作业包.lfpkg')
  await done(client.packages.make({ ids: [made.id], title: '作业包', to: file }))
  return { source: await client.records.get({ id: source.id }), product: await client.records.get({ id: made.id }), picture: attachment.sha256, file }
}

const openSecondLibrary = async (): Promise<void> => {
  await client.library.create({ path: pathOf('乙'), name: '变电运维中心', unit: '变电运维中心', unitCode: 'YW1' })
}

/** Every file of a library by its path, but for the lock. */
const filesOf = async (name: string): Promise<string[]> =>
  (await readdir(pathOf(name), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map(({ parentPath, name: file }) => join(parentPath, file)).filter((path) => !path.endsWith('lock')).sort()

describe('a package', () => {
  it('plans what goes in and why, without writing anything', async () => {
    const { product, source } = await sendProduct()
    const before = await filesOf('甲')
    const plan = await client.packages.plan({ ids: [product.id] })
    expect(plan.records.map(({ row, reason, revisions }) => [row.id, reason.why, reason.of, revisions])).toEqual([
      [product.id, 'chosen', null, 1], [source.id, 'source', product.id, 1],
    ])
    expect(plan).toMatchObject({ editions: 1, attachments: { count: 1 }, restricted: [], missing: [] })
    expect(await filesOf('甲')).toEqual(before)
  })

  it('brings the same records, pictures, citations and editions to a second library, and where they came from', async () => {
    const { product, source, picture, file } = await sendProduct()
    await openSecondLibrary()
    const opened = await done(client.packages.open({ path: file }))
    const preview = await client.packages.opened({ jobId: opened })
    expect(preview.counts).toEqual({ new: 2, newer: 0, same: 0, older: 0, mergeable: 0, conflict: 0, newEditions: 1, newAttachments: 1 })
    expect(preview.manifest).toMatchObject({ title: '作业包', library: { name: '输电运检中心' } })
    expect(await client.library.current()).toMatchObject({ counts: {} })

    const taken = await done(client.packages.take({ accept: true, jobId: opened }))
    expect((await client.packages.taken({ jobId: taken })).records.map(({ outcome }) => outcome)).toEqual(['added', 'added'])
    for (const sent of [product, source]) {
      const here = await client.records.get({ id: sent.id })
      expect(here.content).toEqual(sent.content)
      expect(here.revision).toEqual(sent.revision)
      expect(here.local).toMatchObject({ sealed: true, received: { library: { name: '输电运检中心', unit: '输电运检中心' } } })
    }
    expect(await client.products.sources({ id: product.id })).toMatchObject([{ recordId: source.id, state: 'current', citations: 1 }])
    expect(await client.products.editions({ id: product.id })).toMatchObject([{ number: 1, intact: true }])
    expect(await readFile(libraryPaths(pathOf('乙')).attachment(picture))).toEqual(buildPng(40, 30, 1))
    await expect.poll(async () => (await client.search.query({ text: '逐根报号' })).total).toBeGreaterThan(0)
    const verified = await done(client.library.verify())
    expect(await client.library.verified({ jobId: verified })).toMatchObject({ records: 2, editions: 1, attachments: 1, problems: [] })
  })

  it('is taken back by undoing, and can be taken in again', async () => {
    const { product, source, file } = await sendProduct()
    await openSecondLibrary()
    await done(client.packages.take({ accept: true, jobId: await done(client.packages.open({ path: file })) }))
    const { operations } = await client.operations.list({ offset: 0, limit: 10 })
    expect(operations).toMatchObject([{ kind: 'takePackage', count: 2 }])
    expect(await client.operations.undo({ id: operations[0]?.id ?? '' })).toMatchObject({ done: 2, kept: [] })
    expect((await client.library.current())?.counts).toEqual({})
    await done(client.packages.take({ accept: true, jobId: await done(client.packages.open({ path: file })) }))
    expect(await client.trash.restore({ ids: [product.id, source.id] })).toMatchObject({ done: 0, kept: [{ why: 'placeTaken' }, { why: 'placeTaken' }] })
    expect((await client.records.get({ id: product.id })).revision).toEqual(product.revision)
  })

  it('says that all is here when it is opened again, and takes nothing twice', async () => {
    const { file } = await sendProduct()
    await openSecondLibrary()
    await done(client.packages.take({ accept: true, jobId: await done(client.packages.open({ path: file })) }))
    const before = await filesOf('乙')
    const again = await done(client.packages.open({ path: file }))
    expect((await client.packages.opened({ jobId: again })).counts).toEqual({ new: 0, newer: 0, same: 2, older: 0, mergeable: 0, conflict: 0, newEditions: 0, newAttachments: 0 })
    await done(client.packages.take({ accept: true, jobId: again }))
    expect((await filesOf('乙')).filter((path) => !before.includes(path))).toHaveLength(1)
    expect(await client.packages.exchanges()).toMatchObject([{ direction: 'received', records: [{ outcome: 'same' }, { outcome: 'same' }] }, { direction: 'received' }])
  })

  it('leaves a record as it is here where that is decided, and keeps the revision that is cited', async () => {
    const { source, product, file } = await sendProduct()
    await openSecondLibrary()
    await done(client.packages.take({ accept: true, jobId: await done(client.packages.open({ path: file })) }))
    await client.records.save({ id: source.id, base: source.revision.id, changes: { title: '我们改过的题目' } })
    // The home library goes on too, and sends again.
    await client.library.open({ path: pathOf('甲') })
    const head = await client.records.save({ id: source.id, base: source.revision.id, changes: { summary: '补充' } })
    await done(client.packages.make({ ids: [source.id], title: '第二次', to: pathOf('第二次.lfpkg') }))
    await client.library.open({ path: pathOf('乙') })
    const opened = await done(client.packages.open({ path: pathOf('第二次.lfpkg') }))
    expect((await client.packages.opened({ jobId: opened })).records).toMatchObject([{ id: source.id, standing: 'mergeable', here: { title: '我们改过的题目' } }])
    await done(client.packages.take({ accept: true, jobId: opened, decisions: { [source.id]: { choice: 'keep' } } }))
    expect((await client.records.get({ id: source.id })).content.title).toBe('我们改过的题目')
    // What was kept in history is not what the record here went on from.
    expect((await client.packages.opened({ jobId: opened })).records).toMatchObject([{ standing: 'mergeable' }])
    expect((await client.records.revision({ id: source.id, revisionId: head.revisionId })).content.summary).toBe('补充')
    expect((await client.products.sources({ id: product.id }))[0]).toMatchObject({ state: 'changed' })
  })

  it('sends what it depends on as it was pinned, and nothing that was written since', async () => {
    const { source, product } = await sendProduct()
    await client.records.save({ id: source.id, base: source.revision.id, changes: { summary: '还没写完的新内容' } })
    await done(client.packages.make({ ids: [product.id], title: '再发', to: pathOf('再发.lfpkg') }))
    await openSecondLibrary()
    await done(client.packages.take({ accept: true, jobId: await done(client.packages.open({ path: pathOf('再发.lfpkg') })) }))
    expect((await client.records.get({ id: source.id })).revision.id).toBe(source.revision.id)
  })

  it('is entered in the ledger of who sent it', async () => {
    const { file } = await sendProduct()
    expect(await client.packages.exchanges()).toMatchObject([{ direction: 'sent', form: 'package', name: '作业包.lfpkg', size: (await readFile(file)).length }])
  })
})

describe('the ledger', () => {
  it('is read but for an entry that can not be, which is reported, and for what a sync tool put there', async () => {
    await sendProduct()
    const { exchanges } = libraryPaths(pathOf('甲'))
    const [name = ''] = await readdir(exchanges)
    await writeFile(join(exchanges, name.replace('.json', ' (冲突的副本).json')), await readFile(join(exchanges, name)))
    await done(client.packages.make({ ids: [(await client.records.create({ type: 'case', content: { title: '案例' } })).id], title: '又一次', to: pathOf('又一次.lfpkg') }))
    await writeFile(join(exchanges, name), '{')
    expect(await client.packages.exchanges()).toMatchObject([{ name: '又一次.lfpkg' }])
    expect((await client.library.current())?.damaged).toMatchObject([{ path: join(exchanges, name), failure: { code: 'store_corrupt' } }])
  })
})

describe('a package is not made', () => {
  it('of restricted records', async () => {
    const record = await client.records.create({ type: 'case', content: { title: '受控案例', confidentiality: 'restricted' } })
    expect(await failureOf(client.packages.make({ ids: [record.id], title: '包', to: pathOf('包.lfpkg') })))
      .toEqual({ code: 'restricted_content', data: { records: [{ id: record.id, number: record.content.number, title: '受控案例' }] } })
    expect(await readdir(home.home)).not.toContain('包.lfpkg')
  })

  it('with words of a restricted source, even where the revision that they were taken from is missing', async () => {
    const source = await client.records.create({ type: 'case', content: { title: '受控案例', confidentiality: 'restricted', body: { version: 1, preamble: [measure], sections: [] } } })
    const made = await client.products.create({ title: '作业包', sources: [source.id] })
    const quote = await client.products.excerpt({ recordId: source.id, revisionId: source.revision.id, blockIds: [measure.id] })
    await client.records.save({ id: made.id, base: made.revision.id, changes: { links: [], body: { ...made.content.body, preamble: [quote] } } })
    await client.records.save({ id: source.id, base: source.revision.id, changes: { summary: '补充' } })
    await rm(libraryPaths(pathOf('甲')).revision(source.id, source.revision.id))
    expect(await client.packages.plan({ ids: [made.id] })).toMatchObject({ restricted: [{ id: source.id }], missing: [{ kind: 'revision' }] })
    expect(await failureOf(client.packages.make({ ids: [made.id], title: '包', to: pathOf('包.lfpkg'), acceptMissing: true })))
      .toMatchObject({ code: 'restricted_content', data: { records: [{ id: source.id }] } })
  })

  it('of an edition that is not what was sealed: the rest of it can still be opened', async () => {
    const { product } = await sendProduct()
    const folder = libraryPaths(pathOf('甲')).editionsOf(product.id)
    const [name = ''] = await readdir(folder)
    await writeFile(join(folder, name), (await readFile(join(folder, name), 'utf8')).replaceAll('双确认作业包', '被改过的作业包'))
    await done(client.packages.make({ ids: [product.id], title: '包', to: pathOf('包.lfpkg') }))
    expect((await client.packages.opened({ jobId: await done(client.packages.open({ path: pathOf('包.lfpkg') })) })).manifest.editions).toEqual([])
    expect((await client.library.current())?.damaged).toMatchObject([{ path: join(folder, name) }])
  })

  it('with parts missing, unless that is accepted; then it names them', async () => {
    const { product, source, picture } = await sendProduct()
    await rm(libraryPaths(pathOf('甲')).attachment(picture))
    await rm(libraryPaths(pathOf('甲')).record(source.id))
    const failure = await failureOf(client.packages.make({ ids: [product.id], title: '包', to: pathOf('包.lfpkg') }))
    expect(failure).toMatchObject({ code: 'package_incomplete', data: { missing: [{ kind: 'attachment', id: picture }, { kind: 'revision', recordId: source.id }] } })
    await done(client.packages.make({ ids: [product.id], title: '包', to: pathOf('包.lfpkg'), acceptMissing: true }))
    await openSecondLibrary()
    const opened = await done(client.packages.open({ path: pathOf('包.lfpkg') }))
    expect((await client.packages.opened({ jobId: opened })).manifest.missing).toHaveLength(2)
  })

  it('to a path that is none', async () => {
    const record = await client.records.create({ type: 'case', content: { title: '案例' } })
    expect(await failureOf(client.packages.make({ ids: [record.id], title: '包', to: '包.lfpkg' }))).toMatchObject({ code: 'invalid' })
  })
})

describe('a package is refused and nothing is taken', () => {
  it('when a byte of it was changed, wherever', async () => {
    const { file } = await sendProduct()
    await openSecondLibrary()
    const before = await filesOf('乙')
    const bytes = await readFile(file)
    for (const at of [0, 10, 40, Math.floor(bytes.length / 2), bytes.length - 90, bytes.length - 1]) {
      const changed = Buffer.from(bytes)
      changed.writeUInt8(changed.readUInt8(at) ^ 0x01, at)
      await writeFile(pathOf('改过.lfpkg'), changed)
      const job = await ended(await client.packages.open({ path: pathOf('改过.lfpkg') }))
      expect([job.state, job.failure?.code]).toEqual(['failed', expect.stringMatching(/^(package_damaged|not_a_package)$/)])
    }
    expect(await filesOf('乙')).toEqual(before)
  })

  it('when it was changed between looking and taking', async () => {
    const { file } = await sendProduct()
    await openSecondLibrary()
    const opened = await done(client.packages.open({ path: file }))
    const before = await filesOf('乙')
    await writeFile(file, (await readFile(file)).subarray(0, -200))
    const job = await ended(await client.packages.take({ accept: true, jobId: opened }))
    expect(job).toMatchObject({ state: 'failed', failure: { code: expect.stringMatching(/^(package_damaged|not_a_package)$/) } })
    expect(await filesOf('乙')).toEqual(before)
  })

  it('when no library is open that could be written', async () => {
    const { file } = await sendProduct()
    const opened = await done(client.packages.open({ path: file }))
    await client.library.open({ path: pathOf('甲'), write: false })
    await client.library.close()
    expect(await failureOf(client.packages.take({ accept: true, jobId: opened }) as Promise<unknown>)).toMatchObject({ code: 'no_library_open' })
  })
})
