/** The sweep and what else is seen to, through the contract. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SweepReport, VerifyReport } from '#shared/contract/library'
import { newId } from '#shared/model/ids'
import { createTestHome, type TestCore, type TestHome } from '../../../../tests/support/testCore'
import { libraryPaths, type LibraryPaths } from '../../store/folders'

const day = 24 * 60 * 60_000

let home: TestHome
let test: TestCore
let paths: LibraryPaths
let now: number

beforeEach(async () => {
  home = await createTestHome()
  now = Date.now()
  test = await home.open({ now: () => now })
  paths = libraryPaths(join(home.home, '库'))
  await test.client.library.create({ path: paths.root, name: '库', unit: '一班', unitCode: 'YW1' })
})
afterEach(async () => home.remove())

const ended = async ({ jobId }: { jobId: string }): Promise<string> => {
  await vi.waitFor(async () => { expect((await test.client.jobs.get({ id: jobId })).state).toBe('done') }, { timeout: 60_000 })
  return jobId
}
const sweep = async (): Promise<SweepReport> => test.client.library.swept({ jobId: await ended(await test.client.library.sweep()) })
const verify = async (): Promise<VerifyReport> => test.client.library.verified({ jobId: await ended(await test.client.library.verify()) })

const addFile = async (text: string) => {
  const path = join(home.home, 'file')
  await writeFile(path, text)
  return { ...await test.client.attachments.add({ path }), name: `${text}.txt` }
}
const isHere = async (sha256: string): Promise<boolean> => readFile(paths.attachment(sha256)).then(() => true, () => false)
const reopen = async (): Promise<void> => {
  await test.client.library.close()
  await test.client.library.open({ path: paths.root })
}

describe('the sweep', () => {
  it('removes what nothing names any more and is older than a week, and says how much', async () => {
    const used = await addFile('用着的')
    const unused = await addFile('没用的')
    await test.client.records.create({ type: 'case', content: { title: '甲', attachments: [used] } })
    expect((await verify()).unused).toEqual({ count: 0, bytes: 0 })
    now += 8 * day
    expect((await verify()).unused).toEqual({ count: 1, bytes: unused.size })
    expect(await sweep()).toEqual({ removed: 1, bytes: unused.size, unread: [] })
    expect([await isHere(used.sha256), await isHere(unused.sha256)]).toEqual([true, false])
    expect((await verify()).problems).toEqual([])
  })

  it('leaves what only an earlier revision, an edition, the trash, the ledger or a transaction of another device names', async () => {
    const [earlier, trashed, exchanged, journalled, aside] = [await addFile('从前'), await addFile('回收'), await addFile('往来'), await addFile('事务'), await addFile('一边')]
    const record = await test.client.records.create({ type: 'case', content: { title: '甲', attachments: [earlier] } })
    now += day
    await test.client.records.save({ id: record.id, base: record.revision.id, changes: { attachments: [] } })
    const put = async (path: string, value: object): Promise<void> => {
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, JSON.stringify(value))
    }
    const [id, other] = [newId(), newId()]
    await put(paths.trashed(id), { format: 1, id, kept: { sha256: trashed.sha256 } })
    await put(paths.exchange(id), {
      format: 1, id, direction: 'sent', form: 'package', at: new Date(now).toISOString(), by: { name: '', unit: '' }, name: '', title: '', sha256: exchanged.sha256, size: 1,
      packageId: null, library: null, records: [],
    })
    await put(join(paths.journal(other), id, '0'), { attachment: journalled.sha256 })
    await put(join(paths.journal(other), id, 'manifest.json'), { format: 2, id, device: other, at: new Date(now).toISOString(), files: [{ staged: '0', path: 'records/00/x.json', replaces: null }] })
    await put(join(paths.setAside, 'x', 'records', 'a.json'), { attachment: aside.sha256 })
    now += 8 * day
    expect(await sweep()).toEqual({ removed: 0, bytes: 0, unread: [] })
  })

  it('leaves the logo of the slides, which library.json alone names', async () => {
    const logo = await addFile('标志')
    await test.client.documents.saveTheme({ ...await test.client.documents.theme(), logo: logo.sha256 })
    now += 8 * day
    expect(await sweep()).toEqual({ removed: 0, bytes: 0, unread: [] })
    await test.client.documents.saveTheme(null)
    expect((await sweep()).removed).toBe(1)
  })

  it('removes nothing while a file that may name something can not be read, and says which', async () => {
    const unused = await addFile('没用的')
    const record = await test.client.records.create({ type: 'case', content: { title: '甲' } })
    await writeFile(paths.record(record.id), '{')
    now += 8 * day
    expect(await sweep()).toMatchObject({ removed: 0, unread: [{ path: paths.record(record.id) }] })
    expect(await isHere(unused.sha256)).toBe(true)
  })

  it('leaves what is added or named again while it goes on', async () => {
    const [added, named] = [await addFile('再加'), await addFile('再用')]
    const record = await test.client.records.create({ type: 'case', content: { title: '甲' } })
    for (let each = 0; each < 30; each += 1) await test.client.records.create({ type: 'case', content: { title: `旁 ${each}` } })
    now += 8 * day
    // Begun first: what nothing names when its turn comes is rightly gone.
    const naming = [addFile('再加'), test.client.records.save({ id: record.id, base: record.revision.id, changes: { attachments: [named] } })]
    await sweep()
    await Promise.all(naming)
    expect([await isHere(added.sha256), await isHere(named.sha256)]).toEqual([true, true])
    expect((await verify()).problems).toEqual([])
  })
})

describe('a library that is opened', () => {
  it('has a conflict copy taken in, in the list and the record', async () => {
    const record = await test.client.records.create({ type: 'case', content: { title: '甲' } })
    const first = await readFile(paths.record(record.id))
    now += day
    await test.client.records.save({ id: record.id, base: record.revision.id, changes: { title: '乙' } })
    const second = await readFile(paths.record(record.id))
    await test.client.library.close()
    await writeFile(paths.record(record.id), first)
    await rm(paths.historyOf(record.id), { recursive: true })
    await writeFile(paths.record(record.id).replace('.json', '-DESKTOP-7.json'), second)
    await test.client.library.open({ path: paths.root })
    await vi.waitFor(async () => { expect((await test.client.records.get({ id: record.id })).content.title).toBe('乙') }, { timeout: 60_000 })
    await vi.waitFor(async () => { expect((await test.client.records.rows({ ids: [record.id] }))[0]?.title).toBe('乙') }, { timeout: 60_000 })
    expect((await verify()).problems).toEqual([])
    expect((await test.client.library.health()).setAside.count).toBe(1)
  })

  it('reports a branch until its copy is removed from what was set aside', async () => {
    const record = await test.client.records.create({ type: 'case', content: { title: '甲' } })
    const mine = await readFile(paths.record(record.id))
    const other = await test.client.records.create({ type: 'case', content: { title: '乙' } })
    await test.client.records.save({ id: record.id, base: record.revision.id, changes: { title: '我改的' } })
    await writeFile(paths.record(record.id).replace('.json', ' (1).json'), mine)
    await reopen()
    await vi.waitFor(async () => { expect(await test.client.library.damage()).toMatchObject([{ kind: 'branch', records: [{ title: '我改的' }], revision: { id: record.revision.id } }]) }, { timeout: 60_000 })
    expect((await verify()).problems).toMatchObject([{ kind: 'branch', recommended: 'nothing' }])
    await rm(paths.setAside, { recursive: true })
    expect((await verify()).problems).toEqual([])
    expect((await test.client.records.get({ id: other.id })).content.title).toBe('乙')
  })

  it('says when it was last checked, also after the app was started again', async () => {
    expect((await test.client.library.health()).lastCheck).toBeNull()
    const { at } = await verify()
    await test.core.close()
    test = await home.open({ now: () => now })
    await test.client.library.open({ path: paths.root })
    expect(await test.client.library.health()).toMatchObject({ lastCheck: { at, problems: 0 }, jobId: null, setAside: { count: 0, bytes: 0 } })
  })

  it('keeps the version of library.json that it replaces, and none that can not be read', async () => {
    const before = await readFile(paths.library)
    expect(await readFile(paths.libraryCopy)).toEqual(before)
    await test.client.records.create({ type: 'case', content: { title: '甲' } })
    await test.client.library.close()
    expect(await readFile(paths.library)).not.toEqual(before)
    expect(await readFile(paths.libraryCopy)).toEqual(before)
    await test.client.library.open({ path: paths.root })
    expect(await readFile(paths.libraryCopy)).toEqual(await readFile(paths.library))
  })
})
