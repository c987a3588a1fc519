import { mkdir, mkdtemp, readFile, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '#shared/model/ids'
import { formatJson } from './canonicalJson'
import { writeNew } from './durableFile'
import { libraryPaths, type LibraryPaths } from './folders'
import { hashFile } from './hashFile'
import { createJournal, type Journal } from './journal'

const device = newId()
const now = (): number => Date.parse('2026-11-24T06:00:00.000Z')

let root: string
let paths: LibraryPaths
let journal: Journal

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'liangfang-journal-'))
  paths = libraryPaths(root)
  journal = createJournal(paths, device, now)
})
afterEach(async () => rm(root, { recursive: true, force: true }))

/** Recovers, and answers what could not be finished. */
const recover = async (on: Journal = journal): Promise<string[]> => {
  const left: string[] = []
  await on.recover((path) => left.push(path))
  return left
}

const place = (name: string): string => join(root, 'records', name.slice(0, 2), name)
const textAt = async (name: string): Promise<string | undefined> => (await journal.read(place(name)))?.toString()

const commit = async (texts: Readonly<Record<string, string>>, on: Journal = journal): Promise<void> => on.commit(async (stage) => {
  for (const [name, text] of Object.entries(texts)) await stage(place(name), async (staged) => writeNew(staged, text))
})

/** A file where a folder is to be made. */
const putInTheWay = async (name: string): Promise<void> => {
  await mkdir(join(root, 'records'))
  await writeFile(join(root, 'records', name), 'in the way')
}

/** A transaction as a crash right after its commit leaves it: nothing in place yet. */
const leaveCommitted = async (texts: Readonly<Record<string, string>>, { by = device, applied = 0 } = {}): Promise<string> => {
  const id = newId()
  const folder = join(paths.journal(by), id)
  await mkdir(folder, { recursive: true })
  const files = await Promise.all(Object.entries(texts).map(async ([name, text], index) => {
    await writeFile(join(folder, String(index)), text)
    const replaces = await hashFile(place(name)).then(({ sha256 }) => sha256, () => null)
    return { staged: String(index), path: `records/${name.slice(0, 2)}/${name}`, replaces }
  }))
  await writeFile(join(folder, 'manifest.json'), formatJson({ format: 1, id, device: by, at: '2026-11-24T06:00:00.000Z', files }))
  for (const { staged, path } of files.slice(0, applied)) {
    await mkdir(join(root, path, '..'), { recursive: true })
    await rename(join(folder, staged), join(root, path))
  }
  return folder
}

describe('a transaction', () => {
  it('puts all of its files in place and leaves nothing behind', async () => {
    await commit({ 'aa.json': '甲', 'bb.json': '乙' })
    expect([await textAt('aa.json'), await textAt('bb.json')]).toEqual(['甲', '乙'])
    expect(await readdir(paths.journal(device))).toEqual([])
  })

  it('leaves everything as it was when one of its files can not be made', async () => {
    await commit({ 'aa.json': '旧' })
    const broken = journal.commit(async (stage) => {
      await stage(place('aa.json'), async (staged) => writeNew(staged, '新'))
      await stage(place('bb.json'), async () => Promise.reject(new Error('no such part')))
    })
    await expect(broken).rejects.toThrow('no such part')
    expect([await textAt('aa.json'), await textAt('bb.json')]).toEqual(['旧', undefined])
    expect(await readdir(paths.journal(device))).toEqual([])
  })

  it('runs one after another, the later one on top of the earlier', async () => {
    await Promise.all(Array.from({ length: 20 }, async (_, index) => commit({ 'aa.json': String(index), [`${index}.json`]: '' })))
    expect(await textAt('aa.json')).toBe('19')
  })

  it('that is committed and can not be put in place is read from where it is, and applied before anything else is written', async () => {
    await putInTheWay('bb')
    await commit({ 'aa.json': '甲', 'bb.json': '乙' })
    expect([await textAt('aa.json'), await textAt('bb.json')]).toEqual(['甲', '乙'])
    expect((await journal.names(join(root, 'records'))).sort()).toEqual(['aa', 'bb'])
    expect((await journal.names(join(root, 'records', 'aa')))).toEqual(['aa.json'])
    await expect(journal.settle()).rejects.toMatchObject({ code: 'store_write_failed' })
    await rm(join(root, 'records', 'bb'))
    await journal.settle()
    expect(await readFile(place('bb.json'), 'utf8')).toBe('乙')
    expect(await readdir(paths.journal(device))).toEqual([])
  })
})

describe('opening after a crash', () => {
  it('finishes what was committed, however much of it was in place', async () => {
    await fc.assert(fc.asyncProperty(fc.integer({ min: 0, max: 3 }), async (applied) => {
      const folder = await leaveCommitted({ 'aa.json': '甲', 'bb.json': '乙', 'cc.json': '丙' }, { applied })
      expect(await recover(createJournal(paths, device, now))).toEqual([])
      expect([await textAt('aa.json'), await textAt('bb.json'), await textAt('cc.json')]).toEqual(['甲', '乙', '丙'])
      await expect(readdir(folder)).rejects.toThrow()
      await rm(join(root, 'records'), { recursive: true })
    }), { numRuns: 8 })
  })

  it('removes what was not committed', async () => {
    const folder = join(paths.journal(device), newId())
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, '0'), '半个')
    expect(await recover()).toEqual([])
    expect(await readdir(paths.journal(device))).toEqual([])
  })

  it('never writes over what was saved since', async () => {
    await commit({ 'aa.json': '旧' })
    const folder = await leaveCommitted({ 'aa.json': '事务', 'bb.json': '事务' })
    await writeFile(place('aa.json'), '别的程序后来保存的')
    expect(await recover()).toEqual([folder])
    expect([await textAt('aa.json'), await textAt('bb.json')]).toEqual(['别的程序后来保存的', undefined])
  })

  it('finishes what another writer put in place meanwhile with the same bytes', async () => {
    await leaveCommitted({ 'aa.json': '同一张图', 'bb.json': '乙' })
    await mkdir(join(root, 'records', 'aa'), { recursive: true })
    await writeFile(place('aa.json'), '同一张图')
    expect(await recover()).toEqual([])
    expect([await textAt('aa.json'), await textAt('bb.json')]).toEqual(['同一张图', '乙'])
  })

  it('puts none of it in place when a part of it is lost', async () => {
    const folder = await leaveCommitted({ 'aa.json': '甲', 'bb.json': '乙' })
    await rm(join(folder, '1'))
    expect(await recover()).toEqual([folder])
    expect([await textAt('aa.json'), await textAt('bb.json')]).toEqual([undefined, undefined])
    expect(await readdir(folder)).toEqual(['0', 'manifest.json'])
  })

  it('reads what it can not put in place yet from where it is', async () => {
    await leaveCommitted({ 'aa.json': '甲', 'bb.json': '乙' })
    await putInTheWay('bb')
    expect(await recover()).toEqual([])
    expect([await textAt('aa.json'), await textAt('bb.json')]).toEqual(['甲', '乙'])
    await expect(journal.settle()).rejects.toMatchObject({ code: 'store_write_failed' })
  })

  it.skipIf(process.platform === 'win32')('takes a manifest behind a link for damage, and removes nothing', async () => {
    const folder = await leaveCommitted({ 'aa.json': '甲' })
    await rename(join(folder, 'manifest.json'), join(folder, 'kept'))
    await symlink('kept', join(folder, 'manifest.json'))
    expect(await recover()).toEqual([folder])
    expect((await readdir(folder)).sort()).toEqual(['0', 'kept', 'manifest.json'])
  })

  it('leaves a journal that was brought from another device alone', async () => {
    const folder = await leaveCommitted({ 'aa.json': '甲' }, { by: newId() })
    expect(await recover()).toEqual([])
    expect(await textAt('aa.json')).toBeUndefined()
    expect(await readdir(folder)).toContain('manifest.json')
  })

  it.skipIf(process.platform === 'win32')('removes nothing behind a link that stands for its folder or for a transaction', async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), 'liangfang-elsewhere-'))
    for (const name of ['论文', newId()]) { await mkdir(join(elsewhere, name)); await writeFile(join(elsewhere, name, 'a.txt'), '甲') }
    const links = [paths.journal(device), join(root, 'journal'), join(paths.journal(device), newId())]
    for (const link of links) {
      await rm(join(root, 'journal'), { recursive: true, force: true })
      await mkdir(join(link, '..'), { recursive: true })
      await symlink(elsewhere, link)
      await mkdir(join(elsewhere, device, newId()), { recursive: true })
      const before = await readdir(elsewhere, { recursive: true })
      expect(await recover()).toEqual(link === links[0] || link === links[1] ? [paths.journal(device)] : [])
      expect(await readdir(elsewhere, { recursive: true })).toEqual(before)
    }
    await rm(elsewhere, { recursive: true })
  })

  it('leaves alone in its folder what is none of its transactions', async () => {
    await mkdir(join(paths.journal(device), '照片'), { recursive: true })
    await writeFile(join(paths.journal(device), newId()), '甲')
    const before = await readdir(paths.journal(device))
    expect(await recover()).toEqual([])
    expect(await readdir(paths.journal(device))).toEqual(before)
  })

  it.skipIf(process.platform === 'win32')('neither writes nor removes through a link in the library', async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), 'liangfang-elsewhere-'))
    await writeFile(join(elsewhere, 'aa.json'), '别人的')
    await mkdir(join(root, 'records'))
    await symlink(elsewhere, join(root, 'records', 'aa'))
    const { sha256 } = await hashFile(join(elsewhere, 'aa.json'))
    const written = await leaveCommitted({ 'aa.json': '甲', 'aa-2.json': '乙' })
    const removed = await leaveCommitted({})
    const removal = { format: 2, id: basename(removed), device, at: '2026-11-24T06:00:00.000Z', files: [], removes: [{ path: 'records/aa/aa.json', replaces: sha256 }] }
    await writeFile(join(removed, 'manifest.json'), formatJson(removal))
    expect((await recover()).sort()).toEqual([written, removed].sort())
    expect([await readdir(elsewhere), await readFile(join(elsewhere, 'aa.json'), 'utf8')]).toEqual([['aa.json'], '别人的'])
    await rm(elsewhere, { recursive: true })
  })

  it('takes a manifest that no writer of ours wrote for damage, whatever it names, and what is saved afterwards is saved', async () => {
    const good = { staged: '0', path: 'records/aa/aa.json', replaces: null }
    const named: (typeof good)[][] = [
      ...['records', 'records/', '.', '', 'lock', 'library.json/x', `journal/${device}/x`, '/tmp/aa.json', 'records/aa/\0.json', `records/${'a'.repeat(300)}.json`, `records/${'a/'.repeat(3000)}b`, 'elsewhere/aa.json']
        .map((path) => [{ ...good, path }]),
      [good, { ...good, path: 'set-aside/a' }],
      [good, { ...good, staged: '1' }],
    ]
    for (const files of named) {
      const folder = await leaveCommitted({ 'aa.json': '甲', 'bb.json': '乙' })
      await writeFile(join(folder, 'manifest.json'), formatJson({ format: 1, id: basename(folder), device, at: '2026-11-24T06:00:00.000Z', files }))
      expect([files, await recover()]).toEqual([files, [folder]])
      await rm(folder, { recursive: true })
    }
    await mkdir(join(await leaveCommitted({ 'aa.json': '甲' }), '..', newId(), 'manifest.json'), { recursive: true })
    expect(await recover()).toHaveLength(1)
    await commit({ 'cc.json': '丙' })
    expect([await textAt('aa.json'), await textAt('cc.json')]).toEqual(['甲', '丙'])
  })

  it('commits nothing that could not be finished after a crash', async () => {
    await expect(journal.commit(async (stage) => stage(join(root, 'elsewhere', 'a.json'), async (staged) => writeNew(staged, '甲')))).rejects.toMatchObject({ code: 'store_corrupt' })
    await commit({ 'aa.json': '甲' })
    expect(await textAt('aa.json')).toBe('甲')
  })

  it('does not follow a manifest that points out of the library', async () => {
    const folder = await leaveCommitted({ 'aa.json': '甲' })
    const manifest = await readFile(join(folder, 'manifest.json'), 'utf8')
    await writeFile(join(folder, 'manifest.json'), manifest.replace('records/aa/aa.json', '../outside.json'))
    expect(await recover()).toEqual([folder])
    expect(await readdir(join(root, '..'))).not.toContain('outside.json')
  })

  it('removes what goes with a transaction, and reads it as gone from the commit on', async () => {
    await commit({ 'aa.json': 'head', 'bb.json': 'stays' })
    await journal.commit(async (stage, remove) => {
      await stage(place('cc.json'), async (staged) => writeNew(staged, 'in the trash'))
      await remove(place('aa.json'))
    })
    expect([await textAt('aa.json'), await textAt('bb.json'), await textAt('cc.json')]).toEqual([undefined, 'stays', 'in the trash'])
    expect(await journal.names(join(root, 'records', 'aa'))).toEqual([])
    expect(await journal.find(place('aa.json'))).toBeUndefined()
  })

  it('does not remove what was saved after the transaction was staged', async () => {
    await commit({ 'aa.json': 'old' })
    const transaction = await leaveCommitted({ 'bb.json': 'new' })
    const manifest = JSON.parse(await readFile(join(transaction, 'manifest.json'), 'utf8')) as object
    const { sha256 } = await hashFile(place('aa.json'))
    await writeFile(join(transaction, 'manifest.json'), formatJson({ ...manifest, format: 2, removes: [{ path: 'records/aa/aa.json', replaces: sha256 }] }))
    await commit({ 'aa.json': 'saved since' })
    expect(await recover()).toEqual([transaction])
    expect(await textAt('aa.json')).toBe('saved since')
  })

  it('is read where it is staged by whoever may only read, and left for the writer', async () => {
    await commit({ 'aa.json': 'old' })
    const transaction = await leaveCommitted({ 'aa.json': 'new', 'bb.json': 'new too' })
    const reader = createJournal(paths, device, now)
    await reader.look(() => undefined)
    expect(String(await reader.read(place('aa.json')))).toBe('new')
    expect(await reader.names(join(root, 'records', 'bb'))).toEqual(['bb.json'])
    expect(await readFile(place('aa.json'), 'utf8')).toBe('old')
    expect(await recover()).toEqual([])
    expect(await textAt('aa.json')).toBe('new')
    await commit({ 'aa.json': 'newer' })
    await reader.look(() => undefined)
    expect([String(await reader.read(place('aa.json'))), reader.pending()]).toEqual(['newer', []])
    expect(await readdir(paths.journal(device))).not.toContain(transaction)
  })
})
