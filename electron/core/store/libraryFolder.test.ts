import { truncateSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '#shared/model/ids'
import { libraryFormat, type LibraryFile } from '#shared/model/library'
import { openLibraryFolder, makeLibraryFolder, type LibraryFolder } from './libraryFolder'

const device = newId()
const now = (): number => Date.parse('2026-11-24T06:00:00.000Z')
const library = (): LibraryFile => ({
  format: libraryFormat, id: newId(), name: '班组资料库', language: 'zh-CN', unit: { name: '运维中心', code: 'YW' }, createdAt: '2026-11-24T06:00:00.000Z',
  numbering: {}, vocabularies: { units: [], fields: [], tags: [], people: [] },
})

let root: string
const opened: LibraryFolder[] = []
const open = async (by = device): Promise<LibraryFolder> => {
  const folder = await openLibraryFolder(root, { device: by, now, write: true })
  opened.push(folder)
  return folder
}

beforeEach(async () => { root = await mkdtemp(join(tmpdir(), 'liangfang-folder-')) })
afterEach(async () => {
  for (const folder of opened.splice(0)) await folder.close()
  await rm(root, { recursive: true, force: true })
})

describe('library folder', () => {
  it('makes a library in an empty folder and opens it to write', async () => {
    const made = library()
    await makeLibraryFolder(root, made)
    const folder = await open()
    expect(folder.readOnly()).toBeNull()
    expect(folder.library.current()).toEqual(made)
  })

  it('makes no library where there is one, or where other files lie', async () => {
    await writeFile(join(root, '年终总结.docx'), 'x')
    await expect(makeLibraryFolder(root, library())).rejects.toMatchObject({ code: 'folder_not_empty' })
    await rm(join(root, '年终总结.docx'))
    await makeLibraryFolder(root, library())
    await expect(makeLibraryFolder(root, library())).rejects.toMatchObject({ code: 'library_exists' })
  })

  it('says so of a folder that is missing or is no library, and of a damaged library.json, and changes nothing', async () => {
    await expect(open()).rejects.toMatchObject({ code: 'not_a_library' })
    await writeFile(join(root, 'library.json'), '{"format": 1')
    await expect(open()).rejects.toMatchObject({ code: 'store_corrupt' })
    expect(await readFile(join(root, 'library.json'), 'utf8')).toBe('{"format": 1')
    root = join(root, 'gone')
    await expect(open()).rejects.toMatchObject({ code: 'library_not_found' })
  })

  it('writes no library.json over one that was damaged since it was read', async () => {
    await makeLibraryFolder(root, library())
    const folder = await open()
    const update = folder.library.update((file) => {
      truncateSync(join(root, 'library.json'), 12)
      return { ...file, name: '改名' }
    })
    await expect(update).rejects.toMatchObject({ code: 'store_corrupt' })
    expect(await readFile(join(root, 'library.json'), 'utf8')).toHaveLength(12)
    expect(folder.library.current().name).toBe('班组资料库')
  })

  it('opens to read only while another program of this device has it open, and says who', async () => {
    await makeLibraryFolder(root, library())
    const first = await open()
    expect((await open()).readOnly()).toMatchObject({ code: 'library_locked', data: { pid: process.pid } })
    await first.close()
    expect((await open()).readOnly()).toBeNull()
  })

  it('takes over a lock whose process is gone, and one that a sync tool brought', async () => {
    await makeLibraryFolder(root, library())
    const since = '2026-11-24T05:00:00.000Z'
    await writeFile(join(root, 'lock'), JSON.stringify({ device, host: hostname(), pid: 2 ** 22 + 1, since, token: newId() }))
    const first = await open()
    expect(first.readOnly()).toBeNull()
    await first.close()
    await writeFile(join(root, 'lock'), JSON.stringify({ device: newId(), host: 'other', pid: 1, since, token: newId() }))
    const longAgo = new Date(Date.now() - 3_600_000)
    await utimes(join(root, 'lock'), longAgo, longAgo)
    expect((await open()).readOnly()).toBeNull()
  })

  it('respects a lock that another computer keeps touching, and that of another profile on this one', async () => {
    await makeLibraryFolder(root, library())
    const since = '2026-11-24T05:00:00.000Z'
    await writeFile(join(root, 'lock'), JSON.stringify({ device: newId(), host: 'other', pid: 1, since, token: newId() }))
    expect((await open()).readOnly()).toMatchObject({ code: 'library_locked', data: { host: 'other' } })
    await rm(join(root, 'lock'))
    await open()
    expect((await open(newId())).readOnly()).toMatchObject({ code: 'library_locked' })
  })

  it.skipIf(process.platform === 'win32')('knows the same folder under another name', async () => {
    await makeLibraryFolder(root, library())
    await open()
    const other = `${root}-link`
    await symlink(root, other)
    const linked = await openLibraryFolder(other, { device, now, write: true })
    opened.push(linked)
    expect(linked.readOnly()).toMatchObject({ code: 'library_locked' })
    await rm(other)
  })

  it('gives a lock that was left to exactly one of many who come at once', async () => {
    await makeLibraryFolder(root, library())
    await writeFile(join(root, 'lock'), JSON.stringify({ device, host: hostname(), pid: 2 ** 22 + 1, since: '2026-11-24T05:00:00.000Z', token: newId() }))
    const folders = await Promise.all(Array.from({ length: 12 }, async () => open(newId())))
    expect(folders.filter((folder) => folder.readOnly() === null).length).toBe(1)
    expect((await readdir(root)).filter((name) => name.startsWith('lock'))).toEqual(['lock'])
  })

  it('makes a library where a first try broke off', async () => {
    await writeFile(join(root, 'library.json.abc.tmp'), '{')
    await makeLibraryFolder(root, library())
    expect((await open()).readOnly()).toBeNull()
  })

  it('opens a newer format to read only, and neither locks it nor touches its journal', async () => {
    await makeLibraryFolder(root, { ...library(), format: libraryFormat + 1 })
    const transaction = join(root, 'journal', device, newId())
    await mkdir(transaction, { recursive: true })
    await writeFile(join(transaction, '0'), '新版本写的')
    expect((await open()).readOnly()).toMatchObject({ code: 'library_newer_format', data: { found: libraryFormat + 1 } })
    expect(await readdir(root)).toEqual(['journal', 'library.json'])
    expect(await readdir(transaction)).toEqual(['0'])
  })

  it.skipIf(process.platform === 'win32')('opens to read only, and is not locked, while a transaction in it can not be reached', async () => {
    await makeLibraryFolder(root, library())
    await mkdir(join(root, 'journal'))
    await symlink(device, join(root, 'journal', device))
    expect((await open()).readOnly()).toMatchObject({ code: 'file_unreadable' })
    expect(await readdir(root)).not.toContain('lock')
  })

  it('reports a transaction that can not be finished', async () => {
    await makeLibraryFolder(root, library())
    const transaction = join(root, 'journal', device, newId())
    await mkdir(transaction, { recursive: true })
    await writeFile(join(transaction, 'manifest.json'), '{')
    expect((await open()).unfinished.map(({ path, failure }) => `${failure.code} ${path}`)).toEqual([`store_corrupt ${transaction}`])
  })

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('opens a folder that can not be written to read only', async () => {
    await makeLibraryFolder(root, library())
    await chmod(root, 0o555)
    expect((await open()).readOnly()).toMatchObject({ code: 'library_read_only' })
    await chmod(root, 0o755)
  })
})
