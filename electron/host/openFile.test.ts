import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createOpenFile } from './openFile'

let config: string
let opened: string[]
beforeEach(async () => {
  config = await mkdtemp(join(tmpdir(), 'liangfang-open-'))
  opened = []
  await mkdir(join(config, 'checked-out/库/条目'), { recursive: true })
})
afterEach(async () => rm(config, { recursive: true, force: true }))

const openFile = async (path: string): Promise<null> => createOpenFile(config, (each) => { opened.push(each); return Promise.resolve() })(path)

const put = async (path: string): Promise<string> => {
  await writeFile(join(config, path), '内容')
  return join(config, path)
}

const refusedFor = (reason: string) => ({ code: 'file_not_opened', data: { reason } })

describe('opening a copy of an attachment', () => {
  it('hands it to the system', async () => {
    const path = await put('checked-out/库/条目/台账.xlsx')
    await openFile(path)
    expect(opened).toEqual([path])
  })

  it('is refused for what lies elsewhere, also behind a link or written so that it seems to lie there', async () => {
    const elsewhere = await put('settings.json')
    await symlink(elsewhere, join(config, 'checked-out/库/链接.json'))
    for (const path of [elsewhere, join(config, 'checked-out/../settings.json'), `${config}/checked-out/库/../../settings.json`, join(config, 'checked-out/库/链接.json'), join(config, 'checked-out')]) {
      await expect(openFile(path)).rejects.toMatchObject(refusedFor('not a copy of an attachment'))
    }
    expect(opened).toEqual([])
  })

  it('is refused for what would be run', async () => {
    await expect(openFile(await put('checked-out/库/条目/安装.exe'))).rejects.toMatchObject(refusedFor('a program'))
    expect(opened).toEqual([])
  })

  it('says so where the file is gone, or no program takes it', async () => {
    await expect(openFile(join(config, 'checked-out/库/没有.docx'))).rejects.toMatchObject(refusedFor('ENOENT'))
    const path = await put('checked-out/库/条目/a.wps')
    await expect(createOpenFile(config, async () => Promise.reject(new Error('ended with code 3')))(path)).rejects.toMatchObject(refusedFor('no program for it'))
  })
})
