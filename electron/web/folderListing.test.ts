import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFolder, listFolder } from './folderListing'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liangfang-folders-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('folders for the picker', () => {
  it('lists folders first, then files, as a reader of Chinese counts', async () => {
    for (const name of ['案例10', '案例2', '安全']) await mkdir(join(folder, name))
    for (const name of ['文件10.docx', '文件9.docx']) await writeFile(join(folder, name), '123')
    const { entries, parent } = await listFolder(folder, undefined)
    expect(entries.map(({ name }) => name)).toEqual(['安全', '案例2', '案例10', '文件9.docx', '文件10.docx'])
    expect(entries[3]).toMatchObject({ kind: 'file', size: 3 })
    expect(parent).toBe(tmpdir())
  })

  it('leaves out what is hidden, lock files of Word, and links to nowhere', async () => {
    for (const name of ['.git', '~$报告.docx', 'Thumbs.db', '报告.docx']) await writeFile(join(folder, name), '')
    await symlink(join(folder, 'gone'), join(folder, '断链'))
    expect((await listFolder(folder, undefined)).entries.map(({ name }) => name)).toEqual(['报告.docx'])
  })

  it('lists only files of the asked kinds, in any case', async () => {
    for (const name of ['a.DOCX', 'b.pdf', 'c']) await writeFile(join(folder, name), '')
    expect((await listFolder(folder, ['docx'])).entries.map(({ name }) => name)).toEqual(['a.DOCX'])
  })

  it('says which folder is a library', async () => {
    await mkdir(join(folder, '资料库'))
    await writeFile(join(folder, '资料库', 'library.json'), '{}')
    await mkdir(join(folder, '别的'))
    expect((await listFolder(folder, undefined)).entries.map(({ name, isLibrary }) => [name, isLibrary])).toEqual([['别的', false], ['资料库', true]])
  })

  it('starts at the home folder', async () => {
    expect((await listFolder(null, [])).path).toBe(homedir())
  })

  it('says why a folder cannot be read', async () => {
    await expect(listFolder(join(folder, 'gone'), undefined)).rejects.toMatchObject({ code: 'file_unreadable', data: { reason: 'ENOENT' } })
    await expect(listFolder('relative', undefined)).rejects.toMatchObject({ code: 'invalid' })
  })

  it('makes a folder, but none outside, none with a bad name, and none over another', async () => {
    expect(await createFolder(folder, '新资料库')).toEqual({ path: join(folder, '新资料库') })
    for (const name of ['新资料库', '..', '../x', 'a/b', 'a\\b', 'a:b', 'a.', '.hidden']) {
      await expect(createFolder(folder, name), name).rejects.toMatchObject({ code: 'invalid' })
    }
    await expect(createFolder(join(folder, 'gone'), 'x')).rejects.toMatchObject({ code: 'store_write_failed', data: { reason: 'ENOENT' } })
  })
})
