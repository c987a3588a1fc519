import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '#shared/model/ids'
import { libraryFormat, type LibraryFile } from '#shared/model/library'
import { openLibraryFolder, makeLibraryFolder, type LibraryFolder } from './libraryFolder'

const device = newId()
const now = (): number => Date.parse('2026-11-24T06:00:00.000Z')
const library = (): LibraryFile => ({
  format: libraryFormat, id: newId(), name: '班组资料库', language: 'zh-CN', unit: { name: '运维中心', code: 'YW' }, createdAt: '2026-11-24T06:00:00.000Z',
  vocabularies: { units: [], fields: [], tags: [], people: [] },
})

let root: string
const opened: LibraryFolder[] = []
const open = async (by = device): Promise<LibraryFolder> => {
  const folder = await openLibraryFolder(root, { device: by, now })
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
    expect(folder.readOnly).toBeNull()
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

  it('opens to read only while another program of this device has it open, and says who', async () => {
    await makeLibraryFolder(root, library())
    const first = await open()
    expect((await open()).readOnly).toMatchObject({ code: 'library_locked', data: { pid: process.pid } })
    await first.close()
    expect((await open()).readOnly).toBeNull()
  })

  it('takes over a lock whose process is gone, and one that a sync tool brought', async () => {
    await makeLibraryFolder(root, library())
    const since = '2026-11-24T05:00:00.000Z'
    await writeFile(join(root, 'lock'), JSON.stringify({ device, host: (await import('node:os')).hostname(), pid: 2 ** 22 + 1, since }))
    const first = await open()
    expect(first.readOnly).toBeNull()
    await first.close()
    await writeFile(join(root, 'lock'), JSON.stringify({ device: newId(), host: 'other', pid: 1, since }))
    expect((await open()).readOnly).toBeNull()
  })

  it('opens a newer format to read only', async () => {
    await makeLibraryFolder(root, { ...library(), format: libraryFormat + 1 })
    expect((await open()).readOnly).toMatchObject({ code: 'library_newer_format', data: { found: libraryFormat + 1 } })
  })

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('opens a folder that can not be written to read only', async () => {
    await makeLibraryFolder(root, library())
    await chmod(root, 0o555)
    expect((await open()).readOnly).toMatchObject({ code: 'library_read_only' })
    await chmod(root, 0o755)
  })

  it('reads every record it can and reports the others', async () => {
    await makeLibraryFolder(root, library())
    const folder = await open()
    const damaged = join(root, 'records', '00', `${newId().slice(0, -2)}00.json`)
    await mkdir(join(root, 'records', '00'), { recursive: true })
    await writeFile(damaged, '{}')
    const records: string[] = []
    const reported: string[] = []
    await folder.readAll((record) => { records.push(record.id) }, ({ path, failure }) => { reported.push(`${failure.code} ${path}`) }, new AbortController().signal)
    expect(records).toEqual([])
    expect(reported).toEqual([`store_corrupt ${damaged}`])
  })
})
