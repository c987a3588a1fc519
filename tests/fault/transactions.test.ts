/** A fault at every step of a transaction in turn, saves going on beside it: then the library is opened again, and says all of it or nothing. */
import { mkdtemp, rm } from 'node:fs/promises'
import { existsSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type * as fsPromises from 'node:fs/promises'
import { newId } from '#shared/model/ids'
import type { RecordFile, RevisionFile } from '#shared/model/record'
import { hashJson } from '#core/store/canonicalJson'
import { writeNew } from '#core/store/durableFile'
import { libraryPaths, type LibraryPaths } from '#core/store/folders'
import { createJournal, type Journal } from '#core/store/journal'
import { makeLibraryFolder, openLibraryFolder, type LibraryFolder } from '#core/store/libraryFolder'
import { stageWrites } from '#core/store/fileWrite'
import { createRecordStore, type RecordStore } from '#core/store/recordStore'
import { firstRevision, isTrueRevision } from '#core/store/revisions'
import { recordContent } from '../support/records'
import { faults, type FaultKind } from './faultyFs'

vi.mock('node:fs/promises', async (importOriginal) => {
  const { withFaultsIn } = await import('./faultyFs')
  return withFaultsIn(await importOriginal<typeof fsPromises>())
})

const device = newId()
const now = (): number => Date.parse('2026-11-24T06:00:00.000Z')
const by = { name: '张工', unit: '运维一班' }
const picture = Buffer.from('a picture of some length')
const pictureHash = 'c'.repeat(64)
const seal = 'd'.repeat(64)

let root: string
let paths: LibraryPaths

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'liangfang-fault-'))
  paths = libraryPaths(root)
})
afterEach(async () => {
  faults.disarm()
  await rm(root, { recursive: true, force: true })
})

/** A library as it stands before the fault: records that were saved, and answered for. */
interface World { journal: Journal; records: RecordStore; product: RecordFile; bystander: RecordFile }

const newWorld = async (): Promise<World> => {
  await rm(root, { recursive: true, force: true })
  await makeLibraryFolder(root, {
    format: 1, id: newId(), name: '库', language: 'zh-CN', unit: { name: '', code: 'YW1' }, createdAt: new Date(now()).toISOString(),
    vocabularies: { units: [], fields: [], tags: [], people: [] }, numbering: {},
  })
  const journal = createJournal(paths, device, now)
  const records = createRecordStore(paths, journal, device, now)
  const create = async (title: string): Promise<RecordFile> => records.create(newId(), recordContent({ type: 'product', title }), by, true)
  return { journal, records, product: await create('作业包'), bystander: await create('旁观') }
}

const revisionOf = (id: string, title: string): RevisionFile => {
  const content = recordContent({ title })
  return { format: 1, id, content, revision: firstRevision(id, content, { by, device, now: now() }) }
}

/** What a transaction does, and how much of it a library shows: true for each thing that it was to bring. */
interface Transaction { run: () => Promise<unknown>; shown: (folder: Pick<LibraryFolder, 'records' | 'journal'>) => Promise<boolean[]> }

const received = { packageId: newId(), library: { id: newId(), name: '', unit: '' }, by, madeAt: '2026-11-24T06:00:00.000Z', at: '2026-11-24T06:00:00.000Z' }

/** As a package is taken in: an attachment, new records, and a revision into the history of one that is here. */
const taking = ({ journal, records, product }: World): Transaction => {
  const arrivals = [revisionOf(newId(), '来的甲'), revisionOf(newId(), '来的乙')]
  const cited = revisionOf(product.id, '被引用的')
  return {
    run: async () => journal.commit(async (stage) => {
      await stage(paths.attachment(pictureHash), async (staged) => writeNew(staged, picture))
      await stageWrites(stage, arrivals.map((file) => records.arrival(file, received).write))
      await stageWrites(stage, [await records.historyWrite(cited)])
    }),
    shown: async (folder) => {
      const isHere = async ({ id, revision }: RevisionFile): Promise<boolean> =>
        folder.records.readRevision(id, revision.id).then(() => true, (error: unknown) => { expect(error).toMatchObject({ code: 'not_found' }); return false })
      const bytes = await folder.journal.read(paths.attachment(pictureHash))
      return [bytes?.equals(picture) ?? false, ...await Promise.all([...arrivals, cited].map(isHere))]
    },
  }
}

/** As a product is released: history, head and edition. */
const releasing = ({ records, product }: World): Transaction => {
  const edition = { path: paths.edition(product.id, seal), data: 'an edition' }
  return {
    run: async () => records.release(product.id, product.revision.id, (content) => ({ ...content, stage: 'released' }), by, () => [edition]),
    shown: async (folder) => [
      (await folder.records.read(product.id)).content.stage === 'released',
      (await folder.records.history(product.id)).includes(product.revision.id),
      (await folder.journal.read(edition.path))?.toString() === edition.data,
    ],
  }
}

const isWhole = (shown: readonly boolean[]): boolean => {
  expect(new Set(shown).size, `all or nothing, not ${shown.join(', ')}`).toBe(1)
  return shown[0] ?? false
}

const leftInJournal = (): string[] => (existsSync(paths.journal(device)) ? readdirSync(paths.journal(device), { recursive: true, encoding: 'utf8' }) : [])

const settles = async (work: Promise<unknown>): Promise<boolean> => work.then(() => true, () => false)

/** Every record is read and true, and every save that was answered for is there. */
const expectSound = async ({ records }: LibraryFolder, { bystander }: World, isSaved: boolean): Promise<void> => {
  const damaged: string[] = []
  for (const id of await records.ids((path) => damaged.push(path))) expect(isTrueRevision(await records.readAsIs(id))).toBe(true)
  expect(damaged).toEqual([])
  const { content } = await records.read(bystander.id)
  if (isSaved) expect(content.title).toBe('保存过了')
  if (content.title === '保存过了') expect(hashJson((await records.readRevision(bystander.id, bystander.revision.id)).content)).toBe(bystander.revision.contentHash)
}

/** One run with the fault at a step; answers whether the run came that far. */
const faultAt = async (kind: FaultKind, at: number, make: (world: World) => Transaction): Promise<boolean> => {
  const world = await newWorld()
  const transaction = make(world)
  faults.arm(kind, at)
  const [isCommitted, isSaved] = await Promise.all([
    settles(transaction.run()),
    settles(world.records.save(world.bystander.id, world.bystander.revision.id, (content) => ({ ...content, title: '保存过了' }), by)),
  ])
  const hasCome = faults.disarm()
  if (kind === 'failure') expect(isWhole(await transaction.shown(world)), 'what it answered is what is read').toBe(isCommitted)
  const folder = await openLibraryFolder(root, { device, now, write: true })
  try {
    const shown = isWhole(await transaction.shown(folder))
    if (isCommitted || kind === 'failure') expect(shown).toBe(isCommitted)
    await expectSound(folder, world, isSaved)
    expect(leftInJournal()).toEqual([])
  } finally {
    await folder.close()
  }
  return hasCome
}

/** The step at which a crash leaves a transaction committed and none of it in place. */
const commitStep = async (make: (world: World) => Transaction): Promise<number> => {
  for (let at = 1; ; at += 1) {
    const transaction = make(await newWorld())
    faults.arm('crash', at)
    await settles(transaction.run())
    faults.disarm()
    if (leftInJournal().some((name) => name.endsWith('manifest.json'))) return at
  }
}

/** A fault while what a crash left committed is being finished; answers whether the opening came that far. */
const faultWhileOpening = async (kind: FaultKind, at: number, committedAt: number): Promise<boolean> => {
  const transaction = taking(await newWorld())
  faults.arm('crash', committedAt)
  await settles(transaction.run())
  faults.arm(kind, at)
  const opened = await openLibraryFolder(root, { device, now, write: true }).catch(() => undefined)
  const hasCome = faults.disarm()
  try {
    if (opened && kind === 'failure' && !opened.readOnly()) expect(isWhole(await transaction.shown(opened))).toBe(true)
  } finally {
    await opened?.close()
  }
  const folder = await openLibraryFolder(root, { device, now, write: true })
  try {
    expect(isWhole(await transaction.shown(folder))).toBe(true)
  } finally {
    await folder.close()
  }
  return hasCome
}

/** Runs with the fault at one step after another until it comes no more; answers what was wrong at which step. */
const enumerate = async (run: (at: number) => Promise<boolean>): Promise<string[]> => {
  const wrong: string[] = []
  let hasCome = true
  for (let at = 1; hasCome; at += 1) {
    hasCome = await run(at).catch((error: unknown) => {
      wrong.push(`step ${at}: ${String(error).split('\n')[0] ?? ''}`)
      return true
    })
  }
  return wrong
}

describe.each([['taking a package in', taking], ['a release', releasing]])('%s', (_what, make) => {
  it.each(['crash', 'failure'] as const)('is all there or not at all after a %s at any step', async (kind) => {
    expect(await enumerate(async (at) => faultAt(kind, at, make))).toEqual([])
  })
})

describe('finishing what a crash left', () => {
  it.each(['crash', 'failure'] as const)('brings all of it after a %s at any step', async (kind) => {
    const committedAt = await commitStep(taking)
    expect(await enumerate(async (at) => faultWhileOpening(kind, at, committedAt))).toEqual([])
  })
})
