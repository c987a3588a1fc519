/**
 * Every kind of fault at steps of every way to write, a save of another record going on beside it. What was answered for is what is read;
 * what failed left the old or, where only its last sync failed, the new; once the cause is gone the same again works, and then it is safe:
 * also if the disk now keeps nothing but what was synced. All steps take minutes: a run of the tests takes every fourth;
 * `LIANGFANG_FAULT_STEPS` chooses `1` to `4`, or `all`.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type * as fsPromises from 'node:fs/promises'
import { isAppError } from '#shared/contract/errors'
import type { FilledCopy } from '#shared/model/forms/copy'
import { newId } from '#shared/model/ids'
import type { RecordFile } from '#shared/model/record'
import { templateOf, type TemplateFile } from '#shared/model/template'
import { absorbBesideCopy } from '#core/store/besideCopies'
import { formatJson } from '#core/store/canonicalJson'
import { writeDurably, writeNew } from '#core/store/durableFile'
import { makeLibraryFolder, openLibraryFolder, type LibraryFolder } from '#core/store/libraryFolder'
import { stageWrites } from '#core/store/fileWrite'
import { firstRevision, isTrueRevision, sittingGapMs } from '#core/store/revisions'
import { newAside } from '#core/store/setAside'
import { recordContent } from '../support/records'
import { readAllRecords } from '../support/testSession'
import { followDisk, type Disk } from './disk'
import { faultKinds, faults, type FaultKind } from './faultyFs'
import { newLibrary, people } from './load/world'
import { chosenSteps, firstStep, stride } from './steps'

vi.mock('node:fs/promises', async (importOriginal) => {
  const { withFaultsIn } = await import('./faultyFs')
  return withFaultsIn(await importOriginal<typeof fsPromises>())
})

const device = newId()
const [by = { name: '', unit: '' }] = people
let clock = 0
const now = (): number => clock
let root: string

beforeEach(() => { root = mkdtempSync(join(tmpdir(), 'liangfang-points-')) })
afterEach(() => {
  faults.disarm()
  faults.follow(undefined)
  rmSync(root, { recursive: true, force: true })
})

/** A library as it stands before the fault: records that were saved, and answered for. */
interface Setting { folder: LibraryFolder; record: RecordFile; other: RecordFile; bystander: RecordFile }

/** One way to write, that may be tried again. `shown` says for each thing that it brings whether a library shows it. */
interface Way { name: string; run: (setting: Setting) => Promise<unknown>; shown: (folder: LibraryFolder, setting: Setting) => Promise<boolean[]> }

const is = async (work: Promise<unknown>): Promise<boolean> => work.then(() => true, (error: unknown) => {
  if (isAppError(error) && error.code === 'not_found') return false
  throw error
})

const [made, exchangeId] = [newId(), newId()]
const picture = Buffer.from('a picture of some length')
const pictureHash = createHash('sha256').update(picture).digest('hex')
const received = { packageId: newId(), library: { id: newId(), name: '', unit: '' }, by, madeAt: '2026-11-24T06:00:00.000Z', at: '2026-11-24T06:00:00.000Z' }
const exchange = {
  format: 1, id: exchangeId, direction: 'received' as const, form: 'package' as const, at: received.at, by, name: 'a.lfpkg', title: '来的',
  sha256: '0'.repeat(64), size: 1, packageId: received.packageId, library: received.library, records: [],
}

const templateAs = (name: string): TemplateFile => ({ format: 1, id: made, name, type: 'case', unit: '', by, at: received.at, content: templateOf(recordContent(), [], new Set()) })

const filledCopy = (toolId: string, title: string): FilledCopy => ({
  format: 1, id: made, toolId, tool: { number: '', title: '工具', revisionId: '0'.repeat(64) }, title, form: [], formulas: [], values: {}, results: {}, state: 'open',
  by, startedAt: received.at, savedAt: received.at,
})

const saveAs = (title: string, laterMs: number) => async ({ folder, record: { id, revision } }: Setting): Promise<unknown> => {
  clock += laterMs
  return folder.records.save(id, revision.id, (content) => ({ ...content, title }), by)
}
const titleOf = async (folder: LibraryFolder, id: string): Promise<string> => (await folder.records.read(id)).content.title
const ledgerOf = async (folder: LibraryFolder): Promise<string[]> => (await folder.exchanges.list((_path, error) => { throw error })).map(({ id }) => id)
const pictureOf = async (folder: LibraryFolder): Promise<boolean> => (await folder.attachments.find(pictureHash)) !== undefined

const ways: Way[] = [
  {
    name: 'creating a record',
    run: async ({ folder }) => folder.records.create(made, recordContent({ title: '新' }), by),
    shown: async (folder) => [await is(folder.records.read(made))],
  },
  {
    name: 'a save within the sitting',
    run: saveAs('又', 1000),
    shown: async (folder, { record }) => [await titleOf(folder, record.id) === '又'],
  },
  {
    name: 'a save that begins a revision',
    run: saveAs('又', sittingGapMs),
    shown: async (folder, { record }) => {
      // The revision before it is there at any time, in place or in history.
      expect((await folder.records.readRevision(record.id, record.revision.id)).content.title).toBe('甲')
      return [await titleOf(folder, record.id) === '又']
    },
  },
  {
    name: 'a seal',
    run: async ({ folder, record }) => folder.records.seal(record.id),
    shown: async (folder, { record }) => [(await folder.records.read(record.id)).local.sealed],
  },
  {
    name: 'an update of library.json',
    run: async ({ folder }) => folder.library.update((file) => ({ ...file, name: '新名' })),
    shown: async (folder) => Promise.resolve([folder.library.current().name === '新名']),
  },
  {
    name: 'an entry of the ledger',
    run: async ({ folder }) => folder.exchanges.add(exchange),
    shown: async (folder) => [(await ledgerOf(folder)).includes(exchangeId)],
  },
  {
    name: 'a template',
    run: async ({ folder }) => folder.templates.change(made, () => templateAs('新')),
    shown: async (folder) => [await is(folder.templates.read(made))],
  },
  {
    name: 'a template in the place of another',
    run: async ({ folder, record: { id } }) => folder.templates.change(id, () => ({ ...templateAs('换'), id })),
    shown: async (folder, { record: { id } }) => [(await folder.templates.read(id)).name === '换'],
  },
  {
    name: 'removing a template',
    run: async ({ folder, record: { id } }) => folder.templates.remove(id).catch((error: unknown) => {
      // A try before may have got as far as that.
      if (!isAppError(error) || error.code !== 'not_found') throw error
    }),
    shown: async (folder, { record: { id } }) => [!(await is(folder.templates.read(id)))],
  },
  {
    name: 'a conflict copy of a template',
    run: async ({ folder, record: { id } }) => {
      const path = join(folder.paths.templates, 'x.json')
      const later = { ...templateAs('那边'), id, at: '2026-11-24T07:00:00.000Z' }
      if ((await folder.templates.read(id)).name === '旧') writeFileSync(path, formatJson(later))
      await absorbBesideCopy(folder, path, newAside(folder.paths, clock), clock)
    },
    shown: async (folder, { record: { id } }) => [
      (await folder.templates.read(id)).name === '那边', (await folder.templates.list((_path, error) => { throw error })).some(({ name }) => name === '旧（冲突副本）'),
    ],
  },
  {
    name: 'a change of a filled copy',
    run: async ({ folder, record }) => folder.copies.change(record.id, made, () => filledCopy(record.id, '填好')),
    shown: async (folder, { record }) => [await is(folder.copies.read(record.id, made))],
  },
  {
    name: 'a transaction that brings and removes',
    run: async ({ folder, other }) => folder.journal.commit(async (stage, remove) => {
      const { id, content } = other
      const arrival = folder.records.arrival({ format: 1, id: made, content, revision: firstRevision(made, content, { by, device, now: clock }) }, received)
      await stage(folder.paths.attachment(pictureHash), async (staged) => writeNew(staged, picture))
      await stageWrites(stage, [arrival.write, folder.exchanges.write(exchange), { path: folder.paths.trashed(id), data: '{}' }])
      await remove(folder.paths.record(id))
      await remove(folder.paths.exchange(newId()))
    }),
    shown: async (folder, { other }) => [
      (await folder.journal.find(folder.paths.record(made))) !== undefined, (await folder.journal.read(folder.paths.attachment(pictureHash)))?.equals(picture) ?? false,
      (await ledgerOf(folder)).includes(exchangeId), (await folder.journal.names(folder.paths.trash)).length > 0,
      !(await is(folder.records.read(other.id))) && !(await folder.records.ids(() => undefined)).includes(other.id),
    ],
  },
]

const files = mkdtempSync(join(tmpdir(), 'liangfang-points-file-'))
afterAll(() => rmSync(files, { recursive: true, force: true }))
const source = join(files, 'a.txt')
writeFileSync(source, picture)

/** The hash is that of the bytes, so that it can be asked for. */
const attaching: Way[] = [
  { name: 'adding bytes as an attachment', run: async ({ folder }) => folder.attachments.addBytes(picture), shown: async (folder) => [await pictureOf(folder)] },
  { name: 'adding a file as an attachment', run: async ({ folder }) => folder.attachments.addFile(source), shown: async (folder) => [await pictureOf(folder)] },
]

const opened: LibraryFolder[] = []
const open = async (): Promise<LibraryFolder> => {
  const folder = await openLibraryFolder(root, { device, now, write: true })
  opened.push(folder)
  return folder
}

const newSetting = async (): Promise<Setting> => {
  for (const folder of opened.splice(0)) await folder.close()
  rmSync(root, { recursive: true, force: true })
  clock = Date.parse('2026-11-24T06:00:00.000Z')
  await makeLibraryFolder(root, newLibrary())
  const folder = await open()
  const create = async (title: string, type: 'case' | 'product' = 'case'): Promise<RecordFile> => folder.records.create(newId(), recordContent({ title, type }), by)
  const record = await create('甲')
  await folder.templates.change(record.id, () => ({ ...templateAs('旧'), id: record.id }))
  return { folder, record, other: await create('乙'), bystander: await create('旁观') }
}

/** A disk that keeps nothing but what was synced. */
const strictest = { chance: () => false, below: () => 0, pick: <T>(from: readonly T[]): T | undefined => from[0] }

const settles = async (work: Promise<unknown>): Promise<boolean> => work.then(() => true, (error: unknown) => {
  expect(error, 'it fails with an error of the contract').toMatchObject({ name: 'AppError' })
  return false
})

const allOrNothing = (shown: readonly boolean[]): boolean => {
  expect(new Set(shown).size, `all or nothing, not ${shown.join(', ')}`).toBe(1)
  return shown[0] ?? false
}

const leftInJournal = (): string[] => (existsSync(join(root, 'journal', device)) ? readdirSync(join(root, 'journal', device)) : [])

const saveBystander = async ({ folder, bystander }: Setting): Promise<unknown> =>
  folder.records.save(bystander.id, bystander.revision.id, (content) => ({ ...content, title: '保存过了' }), by)

/** The library is closed as a process that dies does, and opened again on what the disk kept. */
const reopen = async (disk: Disk, isPowerCut: boolean): Promise<LibraryFolder> => {
  faults.follow(undefined)
  for (const folder of opened.splice(0)) await folder.close()
  if (isPowerCut) disk.cut(strictest)
  const folder = await open()
  const damaged: unknown[] = []
  await readAllRecords(folder, (record) => expect(isTrueRevision(record)).toBe(true), (found) => damaged.push(found))
  expect(damaged).toEqual([])
  expect(folder.readOnly()).toBeNull()
  expect(leftInJournal()).toEqual([])
  return folder
}

/** One run with the fault at a step; answers whether the run came that far. */
const faultAt = async (kind: FaultKind, at: number, way: Way, isPowerCut: boolean): Promise<boolean> => {
  const setting = await newSetting()
  const disk = followDisk(root)
  faults.follow(disk)
  faults.arm(kind, at)
  let [isDone, isSaved] = await Promise.all([settles(way.run(setting)), settles(saveBystander(setting))])
  const hasCome = faults.disarm()
  if (kind === 'slow') expect([isDone, isSaved]).toEqual([true, true])
  if (kind !== 'crash') {
    const shown = allOrNothing(await way.shown(setting.folder, setting))
    if (isDone) expect(shown, 'what was answered for is read').toBe(true)
    if (!isDone) expect(await way.run(setting).then(() => 'done', String), 'the same again, once the cause is gone').toBe('done')
    if (!isSaved) expect(await saveBystander(setting).then(() => 'saved', String)).toBe('saved')
    isDone = isSaved = true
  }
  const folder = await reopen(disk, isPowerCut)
  const shown = allOrNothing(await way.shown(folder, setting))
  if (isDone) expect(shown, 'what was answered for is there').toBe(true)
  if (isSaved) expect(await titleOf(folder, setting.bystander.id)).toBe('保存过了')
  await folder.records.save(setting.bystander.id, (await folder.records.read(setting.bystander.id)).revision.id, (content) => ({ ...content, title: '还能写' }), by)
  return hasCome
}


/** Runs with the fault at one of the steps after another until it comes no more; answers what was wrong at which step. */
const enumerate = async (run: (at: number) => Promise<boolean>): Promise<string[]> => {
  const wrong: string[] = []
  let hasCome = true
  for (let at = firstStep; hasCome && wrong.length < 8; at += stride) {
    hasCome = await run(at).catch((error: unknown) => {
      faults.disarm()
      wrong.push(`step ${at}: ${String(error).split('\n').slice(0, 1).join(' ')}`)
      return true
    })
  }
  return wrong
}

describe.each([...ways, ...attaching])(`$name (steps: ${chosenSteps})`, (way) => {
  it('stands up to a crash at a step', async () => {
    expect(await enumerate(async (at) => faultAt('crash', at, way, false))).toEqual([])
  })

  it.each(faultKinds)('stands up to a fault at a step and a power cut right after it was answered for: %s', async (kind) => {
    expect(await enumerate(async (at) => faultAt(kind, at, way, true))).toEqual([])
  })
})

describe('a transaction that was applied', () => {
  it('is over also for a disk that keeps nothing but what was synced: it neither undoes a later save nor stands in its way', async () => {
    const setting = await newSetting()
    const disk = followDisk(root)
    faults.follow(disk)
    const { folder, record } = setting
    const released = await folder.records.release(record.id, record.revision.id, (content) => ({ ...content, title: '发布了' }), by, () => [])
    await folder.records.save(record.id, released.revision.id, (content) => ({ ...content, title: '又改了' }), by)
    expect(await titleOf(await reopen(disk, true), record.id)).toBe('又改了')
  })

  it('is over also if what it removed came back as it was', async () => {
    const setting = await newSetting()
    const disk = followDisk(root)
    faults.follow(disk)
    const { folder, other } = setting
    const path = folder.paths.record(other.id)
    const bytes = readFileSync(path)
    await folder.journal.commit(async (_stage, remove) => remove(path))
    await writeDurably(path, bytes)
    expect(await titleOf(await reopen(disk, true), other.id)).toBe('乙')
  })
})
