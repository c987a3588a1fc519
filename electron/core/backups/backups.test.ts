import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '#shared/model/ids'
import { createJournal, type Journal } from '../store/journal'
import { libraryPaths } from '../store/folders'
import { recordWith } from '../../../tests/support/records'
import { latestRun, type Run } from './runs'
import { limits } from './format'
import { restoreRun } from './restoreRun'
import { verifyRun } from './verifyRun'
import { writeRun, type RunControl } from './writeRun'

let home: string
let root: string
let target: string
let clock: number

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'backups-'))
  root = join(home, 'library')
  target = join(home, 'drive', '资料库-0190abcd')
  await mkdir(dirname(target), { recursive: true })
  clock = Date.parse('2026-11-25T06:15:00.000Z')
})

afterEach(async () => { await rm(home, { recursive: true, force: true }) })

const library = { id: newId(), name: '资料库', unit: '' }
const device = newId()
const journal = (): Journal => createJournal(libraryPaths(root), device, () => clock)

const put = async (path: string, data: string | Uint8Array): Promise<void> => {
  const place = join(root, path)
  await mkdir(dirname(place), { recursive: true })
  await writeFile(`${place}.new`, data)
  await rename(`${place}.new`, place)
}

const putAttachment = async (data: string | Uint8Array): Promise<string> => {
  const sha256 = createHash('sha256').update(data).digest('hex')
  await put(`attachments/${sha256.slice(0, 2)}/${sha256}`, data)
  return sha256
}

const control = (changed: Partial<RunControl> = {}): RunControl => ({
  signal: new AbortController().signal, onProgress: () => undefined, onRestricted: () => undefined, beforeCommit: async () => Promise.resolve(), ...changed,
})

const backUp = async (changed: Partial<RunControl> = {}): Promise<Run> => {
  clock += 60_000
  return writeRun({ root, journal: journal() }, target, { library, device, now: () => clock }, control(changed))
}

const filesBelow = async (folder: string): Promise<Record<string, string>> => {
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = names.filter((name) => name.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  return Object.fromEntries(await Promise.all(files.sort().map(async (path) => [path.slice(folder.length + 1), (await readFile(path)).toString('hex')] as const)))
}

const restored = async (run: Run, name = 'restored'): Promise<Record<string, string>> => {
  const to = join(home, name)
  await restoreRun(run, to, new AbortController().signal, () => undefined)
  return filesBelow(to)
}

const example = async (): Promise<void> => {
  await put('library.json', JSON.stringify({ format: 1 }))
  const record = recordWith({ title: '接地线漏拆' }, '正文')
  await put(`records/${record.id.slice(-2)}/${record.id}.json`, JSON.stringify(record))
  await put(`history/${record.id.slice(-2)}/${record.id}/${'a'.repeat(64)}.json.gz`, Buffer.from([31, 139, 1, 2, 3]))
  await put(`exchanges/${newId()}.json`, '{}')
  await putAttachment('图片')
  await putAttachment('')
}

describe('a backup', () => {
  it('holds every file of the library and restores it byte for byte', async () => {
    await example()
    const run = await backUp()
    expect(run.manifest).toMatchObject({ format: 1, library, files: 6, records: 1, added: { files: 6 }, leftOut: [] })
    expect(await restored(run)).toEqual(await filesBelow(root))
  })

  it('leaves out the lock, the journal and temporary files', async () => {
    await example()
    const before = await filesBelow(root)
    await put('lock', '{}')
    await put(`journal/${device}/x/0`, 'staged')
    await put('records/ab/x.json.tmp', 'half')
    await put('notes.txt', 'not of the library')
    expect(await restored(await backUp())).toEqual(before)
  })

  it('copies only what is new or changed the next time', async () => {
    await example()
    const first = await backUp()
    const [record = ''] = Object.keys(await filesBelow(join(root, 'records')))
    await put(`records/${record}`, '{"changed":true}')
    await putAttachment('新图片')
    const second = await backUp()
    expect(second.manifest.added.files).toBe(2)
    expect(second.manifest.parts.map(({ path }) => path)).toEqual([`${first.name}/part-0001.zip`, `${second.name}/part-0001.zip`])
    expect(await restored(second)).toEqual(await filesBelow(root))
  })

  it('does not copy what only looks younger, and copies what changed under the same time', async () => {
    await example()
    await backUp()
    const [exchange = ''] = Object.keys(await filesBelow(join(root, 'exchanges')))
    const place = join(root, 'exchanges', exchange)
    const { atime, mtime } = await stat(place)
    await utimes(join(root, 'library.json'), new Date(), new Date())
    await writeFile(place, '[]')
    await utimes(place, atime, mtime)
    const run = await backUp()
    expect(run.manifest.added.files).toBe(1)
    expect(await restored(run)).toEqual(await filesBelow(root))
  })

  it('is without what was removed since, which earlier runs keep', async () => {
    await example()
    const before = await filesBelow(root)
    const first = await backUp()
    await rm(join(root, 'exchanges'), { recursive: true })
    const second = await backUp()
    expect(await restored(second, 'now')).toEqual(await filesBelow(root))
    expect(await restored(first, 'then')).toEqual(before)
  })

  it('describes records so that they are found without opening a part', async () => {
    const record = recordWith({ title: '隔离开关发热', number: 'YW1-CS-2026-0001', confidentiality: 'restricted' })
    await put('library.json', '{}')
    await put(`records/${record.id.slice(-2)}/${record.id}.json`, JSON.stringify(record))
    const asked: string[][] = []
    await backUp({ onRestricted: (all) => { asked.push(all.map(({ title }) => title)) } })
    expect(asked).toEqual([['隔离开关发热']])
  })

  it('sees what is committed and not in place yet', async () => {
    await example()
    const source = { root, journal: { names: async (folder: string) => (folder === join(root, 'trash') ? Promise.resolve(['late.json']) : journal().names(folder)),
      find: async (path: string) => (path === join(root, 'trash/late.json') ? Promise.resolve(join(home, 'staged')) : journal().find(path)) } }
    await writeFile(join(home, 'staged'), 'staged')
    const run = await writeRun(source, target, { library, device, now: () => clock }, control())
    expect((await restored(run))['trash/late.json']).toBe(Buffer.from('staged').toString('hex'))
  })

  it('takes in what is written while it copies', async () => {
    await example()
    const late = recordWith({ title: '后来写的' })
    let written = false
    const run = await backUp({
      onProgress: ({ current }) => {
        if (written || !current.startsWith('attachments/')) return
        written = true
        const place = join(root, `records/${late.id.slice(-2)}/${late.id}.json`)
        mkdirSync(dirname(place), { recursive: true })
        writeFileSync(place, JSON.stringify(late))
      },
    })
    expect(await restored(run)).toEqual(await filesBelow(root))
    expect(run.manifest.records).toBe(2)
  })
})

describe('large files and parts', () => {
  it('streams a file that is larger than what is read whole', async () => {
    await example()
    await putAttachment(Buffer.alloc(5_000_000, 'x'))
    const run = await backUp()
    expect(await restored(run)).toEqual(await filesBelow(root))
    expect((await backUp()).manifest.added.files).toBe(0)
  })

  it('begins another part where one is full', async () => {
    await put('library.json', '{}')
    for (let each = 0; each < 12; each += 1) await putAttachment(Buffer.alloc(1000, each))
    const run = await backUp({ limits: { ...limits, partEntries: 5 } })
    expect(run.manifest.parts.length).toBe(3)
    expect(await restored(run)).toEqual(await filesBelow(root))
  })
})

describe('a run that does not come to its end', () => {
  it('leaves nothing when it is cancelled, and the runs before as they were', async () => {
    await example()
    const first = await backUp()
    await putAttachment('更多')
    const abort = new AbortController()
    await expect(backUp({ signal: abort.signal, onProgress: ({ current }) => { if (current !== '') abort.abort() } })).rejects.toThrow()
    expect(await readdir(target)).toEqual([first.name])
    expect((await verifyRun(first, '', new AbortController().signal, () => undefined)).problems).toEqual([])
  })

  it('does not count when it was killed, and is removed a day later', async () => {
    await example()
    const first = await backUp()
    const left = join(target, '20261125T070000Z')
    await mkdir(left)
    await writeFile(join(left, 'part-0001.zip'), 'half')
    expect(await latestRun(target)).toEqual(first)
    const second = await backUp()
    expect(second.name > '20261125T070000Z').toBe(true)
    await utimes(left, new Date(clock - 2 * 24 * 3600_000), new Date(clock - 2 * 24 * 3600_000))
    await backUp()
    expect(await readdir(target)).not.toContain('20261125T070000Z')
  })

  it('is refused by whoever answers for restricted records, before anything is committed', async () => {
    await example()
    await expect(backUp({ onRestricted: () => { throw new Error('not confirmed') } })).rejects.toThrow('not confirmed')
    expect(await readdir(target)).toEqual([])
  })
})

describe('damage', () => {
  it('is found, named, and copied again by the next run', async () => {
    await example()
    const first = await backUp()
    const part = join(target, first.name, 'part-0001.zip')
    const bytes = await readFile(part)
    const at = bytes.indexOf('attachments/') + 80
    bytes[at] = (bytes[at] ?? 0) ^ 1
    await writeFile(part, bytes)
    const { problems } = await verifyRun(first, '2026-11-25T06:20:00.000Z', new AbortController().signal, () => undefined)
    expect(problems.length).toBeGreaterThan(0)
    const second = await backUp()
    expect(second.manifest.added.files).toBe(problems.length)
    expect((await verifyRun(second, '', new AbortController().signal, () => undefined)).problems).toEqual([])
    expect(await restored(second)).toEqual(await filesBelow(root))
    await expect(restored(first, 'damaged')).rejects.toMatchObject({ code: 'backup_damaged' })
    expect(await readdir(join(home, 'damaged'))).toEqual([])
  })

  it('of a part that is gone makes the next run copy what was in it', async () => {
    await example()
    const first = await backUp()
    await rm(join(target, first.name, 'part-0001.zip'))
    expect((await verifyRun(first, '', new AbortController().signal, () => undefined)).problems.length).toBe(6)
    const second = await backUp()
    expect(second.manifest.added.files).toBe(6)
    expect(await restored(second)).toEqual(await filesBelow(root))
  })

  it('of the list makes a run unreadable, and the next one whole', async () => {
    await example()
    const first = await backUp()
    const list = join(target, first.name, 'files.jsonl.gz')
    const bytes = await readFile(list)
    await writeFile(list, bytes.subarray(0, bytes.length - 20))
    await expect(verifyRun(first, '', new AbortController().signal, () => undefined)).rejects.toMatchObject({ code: 'backup_damaged' })
    expect((await backUp()).manifest.added.files).toBe(6)
  })

  it('of an attachment here does not take the place of the copy that is right', async () => {
    await example()
    await backUp()
    const sha256 = createHash('sha256').update('图片').digest('hex')
    await put(`attachments/${sha256.slice(0, 2)}/${sha256}`, '坏的')
    const run = await backUp()
    expect(run.manifest.leftOut).toEqual([{ path: `attachments/${sha256.slice(0, 2)}/${sha256}`, reason: 'its bytes do not have the hash of its name' }])
    expect((await restored(run))[`attachments/${sha256.slice(0, 2)}/${sha256}`]).toBe(Buffer.from('图片').toString('hex'))
  })
})

describe('a restore', () => {
  it('writes over nothing', async () => {
    await example()
    const run = await backUp()
    await expect(restoreRun(run, root, new AbortController().signal, () => undefined)).rejects.toMatchObject({ code: 'library_exists' })
    await mkdir(join(home, 'full'))
    await writeFile(join(home, 'full', 'a.txt'), 'mine')
    await expect(restoreRun(run, join(home, 'full'), new AbortController().signal, () => undefined)).rejects.toMatchObject({ code: 'folder_not_empty' })
    expect(await readdir(join(home, 'full'))).toEqual(['a.txt'])
  })
})

it('after any changes, each run restores the library as it was then', async () => {
  const path = fc.oneof(
    fc.constantFrom('records/ab/one.json', 'records/ab/two.json', 'trash/ab/one.json', 'operations/a.json', 'exchanges/b.json', 'history/library.json', 'set-aside/2026/records/ab/one.json'),
    fc.constantFrom('a', 'b').map((each) => `editions/ab/${library.id}/${each.repeat(64)}.json`),
    fc.constantFrom('a', 'b').map((each) => `attachments/${each.repeat(2)}/${each.repeat(64)}`),
  )
  const change = fc.oneof(
    fc.record({ path, data: fc.uint8Array({ maxLength: 400 }) }),
    fc.record({ path, data: fc.constant(undefined) }),
  )
  await fc.assert(fc.asyncProperty(fc.array(fc.array(change, { maxLength: 6 }), { minLength: 1, maxLength: 4 }), async (rounds) => {
    await rm(root, { recursive: true, force: true })
    await rm(target, { recursive: true, force: true })
    await put('library.json', '{}')
    const taken: { run: Run; files: Record<string, string> }[] = []
    for (const changes of rounds) {
      for (const { path: at, data } of changes) {
        if (data) await put(at, data)
        else await rm(join(root, at), { force: true })
      }
      taken.push({ run: await backUp({ limits: { ...limits, partEntries: 3, smallFile: 200 } }), files: await filesBelow(root) })
    }
    for (const { run, files } of taken) {
      expect(await restored(run, 'each')).toEqual(files)
      await rm(join(home, 'each'), { recursive: true })
    }
  }), { numRuns: 25 })
})
