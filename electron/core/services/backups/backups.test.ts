import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Job } from '#shared/contract/jobs'
import { newBlockId, newId } from '#shared/model/ids'
import type { RecordContent } from '#shared/model/record'
import { paragraph } from '../../../../tests/support/records'
import { createTestHome, quietLog, testPorts, type TestCore, type TestHome } from '../../../../tests/support/testCore'
import { openTestSession } from '../../../../tests/support/testSession'
import { libraryPaths } from '../../store/folders'
import { createChanges } from '../changes'
import { createJobService } from '../jobs'
import { createSessionHolder } from '../session'
import { createSettings } from '../settings'
import { createBackupService } from '.'

let home: TestHome
let client: TestCore['client']
let root: string
let drive: string
let clock: number

beforeEach(async () => {
  home = await createTestHome()
  clock = Date.parse('2026-11-25T06:15:00.000Z')
  client = (await home.open({ now: () => clock })).client
  root = join(home.home, '资料库')
  drive = join(home.home, '移动硬盘')
  await mkdir(drive)
  await client.library.create({ path: root, name: '班组资料库', unit: '运维一班' })
})

afterEach(async () => { await home.remove() })

const ended = async (jobId: string, of = client): Promise<Job> =>
  vi.waitFor(async () => {
    const job = await of.jobs.get({ id: jobId })
    if (job.state === 'running') throw new Error('still running')
    return job
  }, { timeout: 60_000, interval: 10 })

const bodyOf = (text: string): RecordContent['body'] => ({ version: 1, preamble: [], sections: [{ id: newBlockId(), key: null, title: '背景', blocks: [paragraph(text)] }] })

const addRecord = async (title: string, content: object = {}) => client.records.create({ type: 'case', content: { title, body: bodyOf(title), ...content } })

const later = (minutes = 60): void => { clock += minutes * 60_000 }

/** Backs up to the drive and answers the run. */
const backUp = async (allowRestricted = false) => {
  later()
  const { jobId } = await client.backups.run({ folder: drive, allowRestricted })
  expect(await ended(jobId)).toMatchObject({ state: 'done', kind: 'backup' })
  return client.backups.ran({ jobId })
}

const restore = async (run: string, ...ids: string[]) => {
  later()
  const { jobId } = await client.backups.restoreRecords({ run, ids })
  expect(await ended(jobId)).toMatchObject({ state: 'done' })
  return (await client.backups.restored({ jobId })).records
}

const recordPath = (id: string): string => libraryPaths(root).record(id)

const verifyLibrary = async () => {
  const { jobId } = await client.library.verify()
  await ended(jobId)
  return (await client.library.verified({ jobId })).problems
}

describe('a plan', () => {
  it('says where, how often and how it stands', async () => {
    expect(await client.backups.status()).toMatchObject({ plan: null, isStale: true, lastGood: null })
    expect(await client.backups.plan({ folder: drive, every: 'day', allowRestricted: false }))
      .toMatchObject({ plan: { folder: drive, every: 'day' }, isReachable: true, isSameDisk: true, isStale: true, last: null })
    const { jobId } = await client.backups.run({ folder: null })
    await ended(jobId)
    const status = await client.backups.status()
    expect(status).toMatchObject({ isStale: false, last: { ok: true }, lastGood: '2026-11-25T06:15:00.000Z', jobId: null })
    later(49 * 60)
    expect((await client.backups.status()).isStale).toBe(true)
  })

  it('is refused inside the library, and where there is no folder', async () => {
    await expect(client.backups.plan({ folder: join(root, 'history'), every: 'day', allowRestricted: false })).rejects.toMatchObject({ code: 'invalid' })
    await expect(client.backups.plan({ folder: root, every: 'day', allowRestricted: false })).rejects.toMatchObject({ code: 'invalid' })
    await expect(client.backups.plan({ folder: join(drive, 'x'), every: 'day', allowRestricted: false })).rejects.toMatchObject({ code: 'backup_failed' })
  })

  it('waits for a drive that is not there, and does not write beside where it was', async () => {
    await client.backups.plan({ folder: drive, every: 'day', allowRestricted: false })
    await ended((await client.backups.run({ folder: null })).jobId)
    await rename(drive, `${drive}-away`)
    await mkdir(drive)
    expect(await client.backups.status()).toMatchObject({ isReachable: false, lastGood: '2026-11-25T06:15:00.000Z' })
    await rm(drive, { recursive: true })
    expect(await client.backups.status()).toMatchObject({ isReachable: false })
    expect(await client.backups.plan({ folder: drive, every: 'week', allowRestricted: false })).toMatchObject({ plan: { every: 'week' }, isReachable: false })
    const { jobId } = await client.backups.run({ folder: null })
    expect((await ended(jobId)).failure).toMatchObject({ code: 'backup_failed', data: { reason: 'ENOENT' } })
    expect((await client.backups.status()).last).toMatchObject({ ok: false, failure: { code: 'backup_failed' } })
  })
})

describe('restricted records', () => {
  it('keep a backup from being made until that was confirmed, and are logged when they leave', async () => {
    await addRecord('公开的')
    const record = await addRecord('受控的', { confidentiality: 'restricted' })
    await client.backups.plan({ folder: drive, every: 'off', allowRestricted: false })
    const { jobId } = await client.backups.run({ folder: null })
    expect((await ended(jobId)).failure).toMatchObject({ code: 'restricted_content', data: { records: [{ id: record.id, title: '受控的' }] } })
    expect(await readdir(join(drive, (await readdir(drive))[0] ?? ''))).toEqual([])
    await client.backups.plan({ folder: drive, every: 'off', allowRestricted: true })
    later()
    expect((await ended((await client.backups.run({ folder: null })).jobId)).state).toBe('done')
    const [entry] = await client.packages.exchanges()
    expect(entry).toMatchObject({ form: 'backup', direction: 'sent', records: [{ id: record.id, title: '受控的', outcome: 'sent' }] })
    // What did not leave again is not logged again.
    await backUp(true)
    expect(await client.packages.exchanges()).toHaveLength(1)
  })
})

describe('filled copies', () => {
  it('are in a backup; those that are gone come back with their tool, and one that was written since stays', async () => {
    const { id: toolId } = await client.records.create({ type: 'tool', content: { title: '清单', fields: { kind: 'form', form: [{ id: 'a', title: '地点', kind: 'text' }] } } })
    const [gone, kept] = [newId(), newId()]
    for (const id of [gone, kept]) await client.filled.start({ toolId, id, title: '一份', values: { a: '城东变' } })
    const run = await backUp()
    await client.filled.remove({ toolId, ids: [gone], isRemoved: true })
    await client.filled.purge({ toolId, ids: [gone] })
    const { base } = await client.filled.get({ toolId, id: kept })
    await client.filled.save({ toolId, id: kept, base, values: { a: '栖云变' } })
    expect(await restore(run.path, toolId)).toMatchObject([{ id: toolId, failure: null }])
    expect((await client.filled.get({ toolId, id: gone })).copy.values).toEqual({ a: '城东变' })
    expect((await client.filled.get({ toolId, id: kept })).copy.values).toEqual({ a: '栖云变' })
    expect(await verifyLibrary()).toEqual([])
  })
})

describe('runs', () => {
  it('are listed latest first, of the plan or of a folder that was picked', async () => {
    await addRecord('一')
    const first = await backUp()
    await addRecord('二')
    const second = await backUp()
    for (const folder of [drive, dirname(second.path), first.path]) {
      expect((await client.backups.list({ folder })).runs.map(({ name, records, added }) => [name, records, added.files])).toEqual([
        [second.name, 2, second.added.files], [first.name, 1, first.added.files],
      ])
    }
    expect(await client.backups.list({ folder: null })).toEqual({ runs: [], damaged: [] })
    await client.backups.plan({ folder: drive, every: 'off', allowRestricted: false })
    expect((await client.backups.list({ folder: null })).runs).toHaveLength(2)
    await expect(client.backups.list({ folder: root })).rejects.toMatchObject({ code: 'not_a_backup' })
  })

  it('are verified, every byte', async () => {
    await addRecord('一')
    const run = await backUp()
    const verify = async () => {
      const { jobId } = await client.backups.verify({ run: run.path })
      await ended(jobId)
      return client.backups.verified({ jobId })
    }
    expect(await verify()).toMatchObject({ files: run.files, problems: [] })
    const part = join(run.path, 'part-0001.zip')
    await writeFile(part, (await readFile(part)).subarray(0, -30))
    expect((await verify()).problems).toHaveLength(run.files)
  })
})

describe('a record from a backup', () => {
  it('is listed with how it stands to the library', async () => {
    const same = await addRecord('一样')
    const changed = await addRecord('改过')
    const gone = await addRecord('没了')
    const damaged = await addRecord('坏了')
    const run = await backUp()
    await client.records.save({ id: changed.id, base: changed.revision.id, changes: { title: '改过了' } })
    await rm(recordPath(gone.id))
    await writeFile(recordPath(damaged.id), '{')
    await client.library.close()
    await client.library.open({ path: root })
    const { total, records } = await client.backups.records({ run: run.path })
    expect(total).toBe(4)
    expect(Object.fromEntries(records.map(({ id, standing }) => [id, standing]))).toEqual({
      [same.id]: 'same', [changed.id]: 'differs', [gone.id]: 'missing', [damaged.id]: 'damaged',
    })
    expect(records.slice(0, 2).map(({ id }) => id).sort()).toEqual([gone.id, damaged.id].sort())
    expect(await client.backups.records({ run: run.path, text: '改过' })).toMatchObject({ total: 1, records: [{ here: { title: '改过了' } }] })
  })

  it('comes back just as it was, with history and attachments, where it is missing', async () => {
    await writeFile(join(home.home, '图.png'), '图片')
    const attachment = await client.attachments.add({ path: join(home.home, '图.png') })
    const record = await addRecord('接地线', { attachments: [attachment] })
    later()
    await client.records.save({ id: record.id, base: record.revision.id, changes: { title: '接地线漏拆' } })
    const before = await readFile(recordPath(record.id))
    const run = await backUp()
    const paths = libraryPaths(root)
    await rm(recordPath(record.id))
    await rm(paths.historyOf(record.id), { recursive: true })
    await rm(paths.attachment(attachment.sha256))
    await client.library.close()
    await client.library.open({ path: root })
    expect(await restore(run.path, record.id)).toEqual([{ id: record.id, title: '接地线漏拆', outcome: 'added', failure: null }])
    expect(await readFile(recordPath(record.id))).toEqual(before)
    expect((await client.records.revision({ id: record.id, revisionId: record.revision.id })).content.title).toBe('接地线')
    expect((await client.records.rows({ ids: [record.id] }))[0]?.title).toBe('接地线漏拆')
    expect(await readFile(paths.attachment(attachment.sha256), 'utf8')).toBe('图片')
    expect(await verifyLibrary()).toEqual([])
  })

  it('comes back over a damaged file, which is set aside', async () => {
    const record = await addRecord('坏了的')
    const run = await backUp()
    await writeFile(recordPath(record.id), '{"half')
    expect(await restore(run.path, record.id)).toMatchObject([{ outcome: 'added' }])
    expect((await client.records.get({ id: record.id })).content.title).toBe('坏了的')
    const [aside = ''] = await readdir(libraryPaths(root).setAside)
    expect(await readFile(join(libraryPaths(root).setAside, aside, 'records', record.id.slice(-2), `${record.id}.json`), 'utf8')).toBe('{"half')
  })

  it('becomes a new revision where it differs, and loses nothing that is here', async () => {
    const record = await addRecord('原来的')
    const run = await backUp()
    const saved = await client.records.save({ id: record.id, base: record.revision.id, changes: { title: '后来的' } })
    expect(await restore(run.path, record.id)).toMatchObject([{ outcome: 'revised' }])
    const now = await client.records.get({ id: record.id })
    expect(now.content.title).toBe('原来的')
    expect(now.revision.parents).toEqual([saved.revisionId])
    expect((await client.records.revision({ id: record.id, revisionId: saved.revisionId })).content.title).toBe('后来的')
    expect((await client.records.revision({ id: record.id, revisionId: record.revision.id })).content.title).toBe('原来的')
    expect(await verifyLibrary()).toEqual([])
    expect((await client.backups.records({ run: run.path })).records).toMatchObject([{ standing: 'same' }])
  })

  it('is left alone where it is the same', async () => {
    const record = await addRecord('一样')
    const run = await backUp()
    const before = await readFile(recordPath(record.id))
    expect(await restore(run.path, record.id)).toMatchObject([{ outcome: 'same' }])
    expect(await readFile(recordPath(record.id))).toEqual(before)
  })

  it('comes out of the trash, and what was deleted later stays in its history', async () => {
    const record = await addRecord('早先')
    const run = await backUp()
    await client.records.save({ id: record.id, base: record.revision.id, changes: { title: '删除前' } })
    const head = await client.records.get({ id: record.id })
    const trashed = libraryPaths(root).trashed(record.id)
    await mkdir(dirname(trashed), { recursive: true })
    await writeFile(trashed, JSON.stringify({ format: 1, id: record.id, deletedAt: head.revision.at, by: head.revision.by, operationId: null, record: head }))
    await rm(recordPath(record.id))
    await client.library.close()
    await client.library.open({ path: root })
    expect((await client.backups.records({ run: run.path })).records).toMatchObject([{ standing: 'trashed' }])
    expect(await restore(run.path, record.id)).toMatchObject([{ outcome: 'added' }])
    expect((await client.records.get({ id: record.id })).content.title).toBe('早先')
    expect((await client.records.revision({ id: record.id, revisionId: head.revision.id })).content.title).toBe('删除前')
    expect(await readdir(dirname(trashed))).toEqual([])
  })

  it('that the backup does not hold whole says so, and the others come back', async () => {
    const good = await addRecord('好的')
    const run = await backUp()
    const absent = await addRecord('备份之后的')
    await rm(recordPath(good.id))
    const records = await restore(run.path, absent.id, good.id)
    expect(records.map(({ outcome }) => outcome)).toEqual(['failed', 'added'])
  })
})

describe('a whole library', () => {
  it('comes back to an empty folder, and opens there with all that it had', async () => {
    await addRecord('一')
    await addRecord('二')
    const run = await backUp()
    await client.library.close()
    await rm(root, { recursive: true })
    const to = join(home.home, '恢复的')
    const { jobId } = await client.backups.restoreAll({ run: run.path, to })
    expect(await ended(jobId)).toMatchObject({ state: 'done', kind: 'restoreBackup' })
    expect(await client.backups.restoredAll({ jobId })).toMatchObject({ path: to, files: run.files })
    expect((await client.library.open({ path: to })).counts).toEqual({ case: 2 })
    expect(await verifyLibrary()).toEqual([])
  })

  it('is not restored into its own backup', async () => {
    const run = await backUp()
    const { jobId } = await client.backups.restoreAll({ run: run.path, to: join(dirname(run.path), 'x') })
    expect((await ended(jobId)).failure?.code).toBe('invalid')
  })
})

it('a scheduled backup is made when it is due, where the folder is there, and not twice', async () => {
  await client.library.close()
  const ports = testPorts(join(home.home, 'other'), { now: () => clock })
  const changes = createChanges()
  const [settings, sessions, jobs] = [await createSettings(ports, changes), createSessionHolder(), createJobService(ports, changes)]
  const session = await openTestSession(root, { device: settings.device, now: ports.now, write: true })
  sessions.replace(session)
  const backups = createBackupService({ jobs, sessions, settings, changes, now: ports.now, log: quietLog })
  const done = async (): Promise<void> => { await vi.waitFor(async () => { expect((await backups.status()).jobId).toBeNull() }, { timeout: 60_000 }) }
  try {
    expect(await backups.runIfDue()).toBe(false)
    await backups.plan({ folder: drive, every: 'day', allowRestricted: false })
    expect(await backups.runIfDue()).toBe(true)
    expect(await backups.runIfDue()).toBe(false)
    await done()
    expect(await backups.runIfDue()).toBe(false)
    later(24 * 60)
    await rename(drive, `${drive}-away`)
    expect(await backups.runIfDue()).toBe(false)
    await rename(`${drive}-away`, drive)
    expect(await backups.runIfDue()).toBe(true)
    await done()
    expect((await backups.list(null)).runs).toHaveLength(2)
  } finally {
    await jobs.cancelAll()
    await session.close()
  }
})

it('a file that is lost is brought back from the latest backup', async () => {
  await writeFile(join(home.home, 'a.txt'), '附件')
  const { sha256 } = await client.attachments.add({ path: join(home.home, 'a.txt') })
  await addRecord('一')
  const ports = testPorts(join(home.home, 'other'), { now: () => clock })
  await client.library.close()
  const changes = createChanges()
  const [settings, sessions, jobs] = [await createSettings(ports, changes), createSessionHolder(), createJobService(ports, changes)]
  const session = await openTestSession(root, { device: settings.device, now: ports.now, write: true })
  sessions.replace(session)
  const backups = createBackupService({ jobs, sessions, settings, changes, now: ports.now, log: quietLog })
  try {
    await backups.plan({ folder: drive, every: 'off', allowRestricted: false })
    backups.run(null, false)
    await vi.waitFor(async () => { expect((await backups.status()).lastGood).not.toBeNull() }, { timeout: 60_000 })
    const place = libraryPaths(session.folder.root).attachment(sha256)
    await rm(place)
    expect(await session.write(async () => backups.bringBack(session, place))).toBe(true)
    expect(await readFile(place, 'utf8')).toBe('附件')
    expect(await session.write(async () => backups.bringBack(session, join(dirname(place), basename(place).replace(/^./, 'x'))))).toBe(false)
  } finally {
    await session.close()
  }
})

