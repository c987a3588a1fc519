import { mkdir, mkdtemp, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '#shared/model/ids'
import type { RecordFile } from '#shared/model/record'
import { recordContent } from '../../../../tests/support/records'
import { testWorkers } from '../../../../tests/support/testCore'
import { formatJson } from '../canonicalJson'
import { libraryPaths, type LibraryPaths } from '../folders'
import { createJournal, type Journal } from '../journal'
import { createRecordStore, type RecordStore } from '../recordStore'
import { openLibraryCatalog, type LibraryCatalog } from './libraryCatalog'

const device = newId()
const by = { name: '张工', unit: '' }
const library = newId()

let folder: string
let paths: LibraryPaths
let journal: Journal
let records: RecordStore
const opened: LibraryCatalog[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liangfang-catalog-'))
  paths = libraryPaths(join(folder, 'library'))
  journal = createJournal(paths, device, Date.now)
  records = createRecordStore(paths, journal, device, Date.now)
})
afterEach(async () => {
  for (const catalog of opened.splice(0)) await catalog.close()
  await rm(folder, { recursive: true, force: true })
})

interface Seen { changed: string[]; gone: string[]; damaged: string[]; strays: string[]; shards: number }

const open = async (): Promise<LibraryCatalog & { seen: Seen }> => {
  const seen: Seen = { changed: [], gone: [], damaged: [], strays: [], shards: 0 }
  const catalog = await openLibraryCatalog({
    paths, journal, cacheFile: join(folder, 'cache', 'catalog.ndjson'), workerPath: testWorkers.catalog, owner: { library, root: paths.root }, library: () => ({ vocabularies: { units: [] } }),
  }, {
    onChanged: (changed, gone) => { seen.changed.push(...changed); seen.gone.push(...gone) },
    onDamage: ({ path, failure }) => { seen.damaged.push(`${failure.code} ${path}`) },
    onSound: () => undefined,
    onStrays: (strays) => { seen.strays.push(...strays) },
    onProgress: () => { seen.shards += 1 },
    log: () => undefined,
  })
  opened.push(catalog)
  return { ...catalog, seen }
}

const close = async (catalog: LibraryCatalog): Promise<void> => {
  opened.splice(opened.findIndex(({ catalog: each }) => each === catalog.catalog), 1)
  await catalog.close()
}

const create = async (title: string): Promise<RecordFile> => records.create(newId(), recordContent({ title }), by)

const rewrite = async ({ id }: RecordFile, change: (record: RecordFile) => unknown): Promise<void> => {
  const path = paths.record(id)
  await writeFile(path, formatJson(change(JSON.parse(await readFile(path, 'utf8')) as RecordFile)))
}

const titlesOf = ({ catalog }: LibraryCatalog): (string | undefined)[] => [...catalog.ids()].map((id) => catalog.get(id)?.title).sort()

describe('the catalog of a library', () => {
  it('is read from the files the first time, with progress, and says which can not be read', async () => {
    await create('甲')
    await create('乙')
    const damaged = paths.record(`${newId().slice(0, -2)}00`)
    await mkdir(dirname(damaged), { recursive: true })
    await writeFile(damaged, '{}')
    const catalog = await open()
    expect(titlesOf(catalog)).toEqual(['乙', '甲'].sort())
    expect(catalog.seen.damaged).toEqual([`store_corrupt ${damaged}`])
    expect(catalog.seen.shards).toBeGreaterThan(1)
    expect(catalog.seen.changed).toEqual([])
  })

  it('is listed at once the next time, and learns what was written, deleted and damaged meanwhile', async () => {
    const [same, edited, deleted, broken] = [await create('不变'), await create('改前'), await create('删掉'), await create('会坏')]
    await close(await open())
    await rewrite(edited, (record) => ({ ...record, content: { ...record.content, title: '改后' } }))
    await rm(paths.record(deleted.id))
    await writeFile(paths.record(broken.id), 'x')
    const added = await create('新来')
    const catalog = await open()
    expect(titlesOf(catalog)).toEqual(['不变', '会坏', '删掉', '改前'].sort())
    await catalog.whenChecked()
    expect(titlesOf(catalog)).toEqual(['不变', '会坏', '改后', '新来'].sort())
    expect(catalog.seen.changed.sort()).toEqual([edited.id, added.id].sort())
    expect(catalog.seen.gone).toEqual([deleted.id])
    expect(catalog.seen.damaged).toEqual([`store_corrupt ${paths.record(broken.id)}`])
    expect(catalog.catalog.get(same.id)?.title).toBe('不变')
  })

  it('does not take what we just wrote for what another program wrote', async () => {
    const record = await create('甲')
    const catalog = await open()
    const saved = await records.save(record.id, record.revision.id, (content) => ({ ...content, title: '我们改的' }), by)
    catalog.put(saved)
    await catalog.check()
    expect(catalog.seen.changed).toEqual([])
    await rewrite(record, (there) => ({ ...there, content: { ...there.content, title: '别人改的' } }))
    await catalog.check([record.id.slice(-2)])
    expect(catalog.seen.changed).toEqual([record.id])
    expect(catalog.catalog.get(record.id)?.title).toBe('别人改的')
  })

  it('keeps what we wrote over what a check read before', async () => {
    const records_ = await Promise.all(Array.from({ length: 30 }, async (_, index) => create(`案例${index}`)))
    const catalog = await open()
    for (const { id } of records_) await utimes(paths.record(id), 1, 1)
    const checking = catalog.check()
    for (const record of records_) {
      catalog.put(await records.save(record.id, record.revision.id, (content) => ({ ...content, title: '新' }), by))
    }
    await checking
    expect(new Set(titlesOf(catalog))).toEqual(new Set(['新']))
  })

  it('reports files that are not named as a record is, and lists none of them', async () => {
    const record = await create('甲')
    const copy = join(dirname(paths.record(record.id)), `${record.id} (冲突副本 2026-11-25).json`)
    await writeFile(copy, await readFile(paths.record(record.id)))
    const catalog = await open()
    expect(titlesOf(catalog)).toEqual(['甲'])
    expect(catalog.seen.strays).toEqual([copy])
  })

  it('shows what is committed and not in place yet', async () => {
    const record = await create('甲')
    let inTheWay = await create('乙')
    while (inTheWay.id.slice(-2) === record.id.slice(-2)) {
      await rm(paths.record(inTheWay.id))
      inTheWay = await create('乙')
    }
    const shard = dirname(paths.record(inTheWay.id))
    await rm(shard, { recursive: true })
    const arrival = records.arrival({ ...inTheWay, content: { ...inTheWay.content, title: '还没就位' } }, {
      packageId: newId(), library: { id: newId(), name: '', unit: '' }, by, madeAt: '2026-11-24T06:00:00.000Z', at: '2026-11-24T06:00:00.000Z',
    })
    await journal.commit(async (stage, remove) => {
      await stage(arrival.write.path, async (staged) => writeFile(staged, arrival.write.data))
      await remove(paths.record(record.id))
      await writeFile(shard, 'a file where a folder is to be')
    })
    const catalog = await open()
    expect(titlesOf(catalog)).toEqual(['还没就位'])
    await catalog.check()
    expect(titlesOf(catalog)).toEqual(['还没就位'])
  })

  it('is made again where its snapshot is of a folder that was moved here', async () => {
    await create('甲')
    await close(await open())
    await rename(paths.root, join(folder, 'moved'))
    paths = libraryPaths(join(folder, 'moved'))
    const catalog = await open()
    expect(titlesOf(catalog)).toEqual(['甲'])
    expect(catalog.seen.shards).toBeGreaterThan(0)
  })
})
