/** What a package is made of: editions, meetings, differences, a bound on size; and what it says of where its records come from. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { toFailure } from '#shared/contract/errors'
import type { Job } from '#shared/contract/jobs'
import type { PackageManifest } from '#shared/model/package'
import { readEntries } from '../../../../tests/e2e/support/readZip'
import { paragraph } from '../../../../tests/support/records'
import * as jobs from '../../../../tests/support/jobs'
import { createTestHome, type TestCore, type TestHome } from '../../../../tests/support/testCore'
import { openPackage } from '../../packages/openPackage'

let home: TestHome
let client: TestCore['client']
const pathOf = (name: string): string => join(home.home, name)

beforeEach(async () => {
  home = await createTestHome()
  ;({ client } = await home.open())
  await client.library.create({ path: pathOf('甲'), name: '甲', unit: '甲单位', unitCode: 'JA' })
})
afterEach(async () => home.remove())

const ended = async ({ jobId }: { jobId: string }): Promise<Job> => jobs.ended(client, jobId)
const done = async (started: Promise<{ jobId: string }>): Promise<string> => jobs.done(client, started)

const manifestIn = async (name: string): Promise<PackageManifest> => {
  const opened = await openPackage(pathOf(name), { signal: new AbortController().signal })
  await opened.close()
  return opened.manifest
}

const attach = async (name: string, bytes: number) => {
  await writeFile(pathOf(name), Buffer.alloc(bytes, name))
  return client.attachments.add({ path: pathOf(name) })
}

const sentId = async (): Promise<string> => (await client.packages.exchanges())[0]?.packageId ?? ''

it('brings with a meeting what was presented at it, whichever of the two says so', async () => {
  const named = await client.records.create({ type: 'case', content: { title: '会上点名的' } })
  const meeting = await client.records.create({ type: 'meeting', content: { title: '交流会', links: [{ to: named.id, relation: 'presentedAt' }] } })
  const says = await client.records.create({ type: 'case', content: { title: '自己说的', links: [{ to: meeting.id, relation: 'presentedAt' }] } })
  await client.records.create({ type: 'case', content: { title: '无关的' } })
  const plan = await client.packages.plan({ ids: [meeting.id] })
  expect(plan.records.map(({ row, reason }) => [row.id, reason])).toEqual([
    [meeting.id, { why: 'chosen', of: null }], [named.id, { why: 'presented', of: meeting.id }], [says.id, { why: 'presented', of: meeting.id }],
  ])
  // What was sent stays, also within the sitting in which it was written.
  await done(client.packages.make({ ids: [meeting.id], title: '会', to: pathOf('会.lfpkg') }))
  const [, sent] = (await manifestIn('会.lfpkg')).records
  await client.records.save({ id: named.id, base: named.revision.id, changes: { summary: '会后改的' } })
  expect(await client.records.revision({ id: named.id, revisionId: sent?.revisionId ?? '' })).toMatchObject({ content: { title: '会上点名的', summary: '' } })
})

it('takes an edition as it was released, with its sources, and nothing that was written since', async () => {
  const source = await client.records.create({ type: 'case', content: { title: '来源', body: { version: 1, preamble: [paragraph('原文')], sections: [] } } })
  const made = await client.products.create({ title: '作业包', sources: [source.id] })
  const [block] = source.content.body.preamble
  const quote = await client.products.excerpt({ recordId: source.id, revisionId: source.revision.id, blockIds: [block?.id ?? ''] })
  const sections = made.content.body.sections.map((section) => ({ ...section, blocks: [paragraph('写好了')] }))
  const saved = await client.records.save({ id: made.id, base: made.revision.id, changes: { body: { ...made.content.body, preamble: [quote], sections } } })
  await client.products.release({ reason: '试点另行补做', id: made.id, base: saved.revisionId })
  const released = await client.records.get({ id: made.id })
  await client.records.save({ id: made.id, base: released.revision.id, changes: { title: '还没发布的新题目' } })
  const [edition] = await client.products.editions({ id: made.id })
  await done(client.packages.make({ editions: [{ recordId: made.id, seal: edition?.seal ?? '' }], title: '版次', to: pathOf('版次.lfpkg') }))
  const manifest = await manifestIn('版次.lfpkg')
  expect(manifest.records.map(({ id, title, revisionId }) => [id, title, revisionId])).toEqual([[made.id, '作业包', released.revision.id], [source.id, '来源', source.revision.id]])
  expect(manifest.editions).toEqual([{ seal: edition?.seal, recordId: made.id, number: 1 }])
  expect(manifest.records[0]?.needs).toContainEqual({ why: 'cited', id: source.id, revisionId: source.revision.id })
  expect(await ended(await client.packages.open({ path: pathOf('版次.lfpkg') }))).toMatchObject({ state: 'done' })
})

it('brings only what changed since an earlier package, and needs that one to be taken in', async () => {
  const [small, large] = [await attach('小.txt', 10), await attach('大.pdf', 5000)]
  const still = await client.records.create({ type: 'case', content: { title: '不变的', attachments: [small] } })
  const moving = await client.records.create({ type: 'case', content: { title: '会变的', attachments: [large] } })
  const recipient = { unit: '乙单位', libraryId: null }
  const choice = { ids: [still.id, moving.id], recipient }
  await done(client.packages.make({ ...choice, title: '第一次', to: pathOf('一.lfpkg') }))
  const since = await sentId()
  const { revision } = await client.records.get({ id: moving.id })
  await client.records.save({ id: moving.id, base: revision.id, changes: { summary: '改了' } })
  expect(await client.packages.plan({ ...choice, since })).toMatchObject({ records: [{ row: { id: moving.id } }], attachments: { count: 0, bytes: 0 }, unchanged: { records: 1, attachments: 2 } })
  await done(client.packages.make({ ...choice, since, title: '第二次', to: pathOf('二.lfpkg') }))
  const manifest = await manifestIn('二.lfpkg')
  expect(manifest).toMatchObject({
    recipient, base: { packageId: since, records: [{ id: still.id }], attachments: [small.sha256, large.sha256] }, attachments: [],
    records: [{ id: moving.id, lineage: [{ id: revision.id }] }],
  })
  // A third goes on from both.
  expect(await client.packages.plan({ ...choice, since: await sentId() })).toMatchObject({ records: [], unchanged: { records: 2, attachments: 2 } })

  const { revision: own } = await client.records.get({ id: still.id })
  await client.records.save({ id: still.id, base: own.id, changes: { summary: '也改了' } })
  const secondId = await sentId()
  await done(client.packages.make({ ...choice, since: secondId, title: '第三次', to: pathOf('三.lfpkg') }))

  await client.library.create({ path: pathOf('乙'), name: '乙', unit: '乙单位', unitCode: 'YI' })
  const second = await done(client.packages.open({ path: pathOf('二.lfpkg') }))
  expect(await client.packages.opened({ jobId: second })).toMatchObject({ needsBase: { packageId: since } })
  expect(await ended(await client.packages.take({ accept: true, jobId: second }))).toMatchObject({ state: 'failed', failure: { code: 'package_needs_base', data: { packageId: since } } })
  await done(client.packages.take({ accept: true, jobId: await done(client.packages.open({ path: pathOf('一.lfpkg') })) }))
  expect(await client.packages.opened({ jobId: second })).toMatchObject({ needsBase: null })
  const third = await done(client.packages.open({ path: pathOf('三.lfpkg') }))
  expect(await client.packages.opened({ jobId: third })).toMatchObject({ needsBase: { packageId: secondId } })
  await done(client.packages.take({ accept: true, jobId: second }))
  expect(await client.packages.opened({ jobId: third })).toMatchObject({ needsBase: null })
})

it('leaves out what is larger than wished, says so in the package, and asks nobody to accept it', async () => {
  const large = await attach('录像.mp4', 5000)
  const record = await client.records.create({ type: 'case', content: { title: '案例', attachments: [large] } })
  expect(await client.packages.plan({ ids: [record.id], largest: 4999 })).toMatchObject({ attachments: { count: 0 }, missing: [{ id: large.sha256, tooLarge: true }] })
  await done(client.packages.make({ ids: [record.id], largest: 4999, title: '包', to: pathOf('包.lfpkg') }))
  expect((await manifestIn('包.lfpkg')).missing).toEqual([{ kind: 'attachment', id: large.sha256, recordId: record.id, name: '录像.mp4', tooLarge: true }])
  expect(await client.packages.plan({ ids: [record.id], largest: 5000 })).toMatchObject({ attachments: { count: 1 }, missing: [] })
})

it('says of a record through whom it came, over several libraries', async () => {
  const record = await client.records.create({ type: 'case', content: { title: '走得远的' } })
  for (const [from, to] of [['甲', '乙'], ['乙', '丙'], ['丙', '丁']] as const) {
    await done(client.packages.make({ ids: [record.id], title: from, to: pathOf(`${from}.lfpkg`) }))
    await client.library.create({ path: pathOf(to), name: to, unit: `${to}单位`, unitCode: 'XX' })
    await done(client.packages.take({ accept: true, jobId: await done(client.packages.open({ path: pathOf(`${from}.lfpkg`) })) }))
  }
  const { received } = (await client.records.get({ id: record.id })).local
  expect([...received?.via ?? [], ...received ? [received] : []].map(({ library }) => library.name)).toEqual(['甲', '乙', '丙'])
})

it('gives attachments the ending of their name, but for what would run, and a page that lists all of it', async () => {
  const [pdf, program, script] = [await attach('图.PDF', 10), await attach('工具.exe', 11), await attach('页.html', 12)]
  const record = await client.records.create({ type: 'case', content: { title: '带附件的<案例>', attachments: [pdf, program, script] } })
  await done(client.packages.make({ ids: [record.id], title: '包', to: pathOf('包.lfpkg'), purpose: '学习', licence: '内部使用' }))
  const entries = await readEntries(pathOf('包.lfpkg'))
  expect([...entries.keys()].filter((path) => path.startsWith('attachments/'))).toEqual([`attachments/${pdf.sha256}.pdf`, `attachments/${program.sha256}`, `attachments/${script.sha256}`])
  const page = entries.get('index.html')?.toString() ?? ''
  expect(page).toContain('带附件的&lt;案例&gt;')
  expect(page).toContain(`href="attachments/${pdf.sha256}.pdf"`)
  expect(page).toMatch(/Content-Security-Policy" content="default-src 'none'; script-src 'sha256-/)
  expect(await manifestIn('包.lfpkg')).toMatchObject({ format: 2, purpose: '学习', licence: '内部使用', confidentiality: 'internal', kind: 'package' })
})

it('refuses to be made of nothing, or since a package that was never sent', async () => {
  const failure = async (call: Promise<unknown>) => toFailure(await call.then(() => undefined, (error: unknown) => error))
  const record = await client.records.create({ type: 'case', content: { title: '案例' } })
  expect(await failure(client.packages.plan({}))).toMatchObject({ code: 'invalid' })
  expect(await failure(client.packages.plan({ ids: [record.id], since: record.id }))).toMatchObject({ code: 'not_found', data: { kind: 'package' } })
})
