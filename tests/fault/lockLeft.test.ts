/** Locks of this computer whose process number lives: which of them are left, and that a writer that lost its own that way does not write. */
import { cp, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { newId } from '#shared/model/ids'
import { makeLibraryFolder, openLibraryFolder, type LibraryFolder } from '#core/store/libraryFolder'
import { bundleProcess, type Bundled } from './bundled'
import { newLibrary } from './load/world'
import { startHolder } from './lock/startHolder'

let holder: Bundled
let homes: string
let count = 0
beforeAll(async () => { [holder, homes] = await Promise.all([bundleProcess('lock/holder.ts'), mkdtemp(join(tmpdir(), 'liangfang-lock-'))]) })
afterAll(async () => { await Promise.all([holder.remove(), rm(homes, { recursive: true, force: true })]) })

const newRoot = async (): Promise<string> => {
  count += 1
  const root = join(homes, String(count))
  await makeLibraryFolder(root, newLibrary())
  return root
}

const open = async (root: string): Promise<LibraryFolder> => openLibraryFolder(root, { device: newId(), now: Date.now, write: true })

/** As a kill left it, whose process number was given again: to the process that started this one, which never had the library open. */
const leaveLock = async (root: string, more: object): Promise<void> =>
  writeFile(join(root, 'lock'), JSON.stringify({ device: newId(), host: hostname(), pid: process.ppid, since: new Date().toISOString(), token: newId(), ...more }))

const ageLock = async (root: string): Promise<void> => {
  const longAgo = new Date(Date.now() - 3_600_000)
  await utimes(join(root, 'lock'), longAgo, longAgo)
}

// Side by side: a lock of a process that lives is watched for a while before it is taken.
describe.concurrent('a lock of this computer whose process number lives', () => {
  it.skipIf(process.platform !== 'linux')('is left at once where the number was given to another program', async ({ expect }) => {
    const root = await newRoot()
    await leaveLock(root, { started: 'another', folder: root })
    const folder = await open(root)
    expect(folder.readOnly()).toBeNull()
    await folder.close()
  })

  it('is left if it has not been touched for long, nor is while it is watched', async ({ expect }) => {
    const root = await newRoot()
    await leaveLock(root, {})
    await ageLock(root)
    const folder = await open(root)
    expect(folder.readOnly()).toBeNull()
    await folder.close()
  })

  it('is held if it is touched meanwhile, as by a writer that wakes with its computer', async ({ expect }) => {
    const root = await newRoot()
    await leaveLock(root, {})
    await ageLock(root)
    const opening = open(root)
    await wait(2000)
    await utimes(join(root, 'lock'), new Date(), new Date())
    const folder = await opening
    expect(folder.readOnly()).toMatchObject({ code: 'library_locked', data: { pid: process.ppid } })
    await folder.close()
  })

  it('is left in a copy of the folder, while the folder itself stays held', async ({ expect }) => {
    const root = await newRoot()
    const other = startHolder(holder, root)
    expect(await other.answer()).toBeNull()
    await cp(root, `${root} 副本`, { recursive: true, preserveTimestamps: true })
    const copy = await open(`${root} 副本`)
    expect(copy.readOnly()).toBeNull()
    const folder = await open(root)
    expect(folder.readOnly()).toMatchObject({ code: 'library_locked', data: { pid: other.pid } })
    await copy.close()
    await folder.close()
    await other.leave()
  })

  it('is left in a copy that the very process opens beside the folder', async ({ expect }) => {
    const root = await newRoot()
    const folder = await open(root)
    await cp(root, `${root} 副本`, { recursive: true })
    const copy = await open(`${root} 副本`)
    expect([folder.readOnly(), copy.readOnly()]).toEqual([null, null])
    await copy.close()
    await folder.close()
  })

  it('is left by a writer that stands still, which looks before it writes again', async ({ expect }) => {
    const root = await newRoot()
    const other = startHolder(holder, root)
    expect(await other.answer()).toBeNull()
    other.ask(25_000)
    await wait(500)
    await ageLock(root)
    const folder = await open(root)
    expect(folder.readOnly()).toBeNull()
    expect(await other.answer()).toBe('library_locked')
    await other.leave()
    await folder.makeSure()
    expect(folder.readOnly()).toBeNull()
    expect(JSON.parse(await readFile(join(root, 'lock'), 'utf8'))).toMatchObject({ pid: process.pid, folder: root })
    await folder.close()
  })

  it('is looked at before each write, however short a time ago that was done', async ({ expect }) => {
    const root = await newRoot()
    const other = startHolder(holder, root)
    expect(await other.answer()).toBeNull()
    other.ask(0)
    expect(await other.answer()).toBeNull()
    await leaveLock(root, {})
    other.ask(0)
    expect(await other.answer()).toBe('library_locked')
    await other.leave()
  })
})
