import { mkdir, mkdtemp, readFile, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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

  it.skipIf(process.platform === 'win32')('never takes what it can not reach for what is not there', async () => {
    const folder = await leaveCommitted({ 'aa.json': '甲' })
    await rename(join(folder, 'manifest.json'), join(folder, 'kept'))
    await symlink('manifest.json', join(folder, 'manifest.json'))
    await expect(recover()).rejects.toMatchObject({ code: 'file_unreadable' })
    expect(await readdir(folder)).toContain('0')
  })

  it('leaves a journal that was brought from another device alone', async () => {
    const folder = await leaveCommitted({ 'aa.json': '甲' }, { by: newId() })
    expect(await recover()).toEqual([])
    expect(await textAt('aa.json')).toBeUndefined()
    expect(await readdir(folder)).toContain('manifest.json')
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
