import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { WorkingCopy } from '#shared/contract/attachments'
import type { AttachmentRef } from '#shared/model/record'
import { createTestHome, type TestCore, type TestHome } from '../../../../tests/support/testCore'
import { libraryPaths } from '../../store/folders'

let home: TestHome
let client: TestCore['client']
let now: number
let id: string
let file: AttachmentRef

const open = async (): Promise<void> => { client = (await home.open({ now: () => now })).client }

beforeEach(async () => {
  home = await createTestHome()
  now = Date.now() + 60_000
  await open()
  await client.library.create({ path: join(home.home, '库'), name: '库', unit: '运维一班' })
  await writeFile(join(home.home, 'upload'), '第一版')
  file = await client.attachments.add({ path: join(home.home, 'upload'), name: '台账.txt' })
  ;({ id } = await client.records.create({ type: 'case', content: { title: '案例', attachments: [{ ...file, role: 'evidence' }] } }))
})
afterEach(async () => home.remove())

const checkOut = async (sha256 = file.sha256): Promise<string> => (await client.attachments.checkOut({ id, sha256 })).path

const onlyCopy = async (): Promise<WorkingCopy> => {
  const [copy, ...more] = await client.attachments.copies({ id })
  expect(more).toEqual([])
  if (!copy) throw new Error('no copy')
  return copy
}

const takeBack = async (): Promise<string> => {
  const { revision } = await client.records.get({ id })
  return (await client.attachments.takeBack({ id, copyId: (await onlyCopy()).id, base: revision.id })).revisionId
}

const bytesOf = async (sha256: string): Promise<string> => readFile(libraryPaths(join(home.home, '库')).attachment(sha256), 'utf8')

const attachments = async (): Promise<AttachmentRef[]> => (await client.records.get({ id })).content.attachments

describe('a copy to be opened', () => {
  it('lies outside the library under its own name, and is the same one when it is opened again', async () => {
    const path = await checkOut()
    expect(basename(path)).toBe('台账.txt')
    expect(path.startsWith(join(home.home, 'config/checked-out'))).toBe(true)
    expect(await readFile(path, 'utf8')).toBe('第一版')
    expect(await onlyCopy()).toMatchObject({ sha256: file.sha256, name: '台账.txt', path, state: 'same' })
    await writeFile(path, '改过')
    expect(await checkOut()).toBe(path)
    expect(await readFile(path, 'utf8')).toBe('改过')
  })

  it('is one, however often it is asked for at once', async () => {
    expect(new Set(await Promise.all([checkOut(), checkOut(), checkOut()])).size).toBe(1)
  })

  it('is made anew where somebody removed it', async () => {
    const path = await checkOut()
    await rm(path)
    expect(await onlyCopy()).toMatchObject({ state: 'gone', written: null })
    expect(await checkOut()).toBe(path)
    expect(await readFile(path, 'utf8')).toBe('第一版')
  })

  it('has a name that every system takes, with the extension by which its program is found', async () => {
    const name = `${'很长的名字'.repeat(40)}.xlsx`
    await writeFile(join(home.home, 'upload'), '表')
    const long = await client.attachments.add({ path: join(home.home, 'upload'), name })
    const odd = await client.records.create({ type: 'case', content: { title: '乙', attachments: [long] } })
    const { path } = await client.attachments.checkOut({ id: odd.id, sha256: long.sha256 })
    expect(basename(path)).toMatch(/^很长的名字.{55}\.xlsx$/)
  })

  it('is refused for a program, for a file that the record does not have, and for one whose bytes are damaged', async () => {
    await writeFile(join(home.home, 'upload'), 'MZ')
    const program = await client.attachments.add({ path: join(home.home, 'upload'), name: '安装.exe' })
    const other = await client.records.create({ type: 'case', content: { title: '乙', attachments: [program] } })
    await expect(client.attachments.checkOut({ id: other.id, sha256: program.sha256 })).rejects.toMatchObject({ code: 'file_not_opened', data: { reason: 'a program' } })
    await expect(checkOut(program.sha256)).rejects.toMatchObject({ code: 'not_found' })
    await writeFile(libraryPaths(join(home.home, '库')).attachment(file.sha256), '坏了')
    await expect(checkOut()).rejects.toMatchObject({ code: 'store_corrupt' })
    expect(await client.attachments.copies({ id })).toEqual([])
  })
})

describe('a copy that was changed', () => {
  it('is seen, and says so in an event', async () => {
    const path = await checkOut()
    const ending = new AbortController()
    const events = await client.events.watch(undefined, { signal: ending.signal })
    await onlyCopy()
    await writeFile(path, '第二版')
    for await (const event of events) if (event.type === 'copies' && event.recordId === id) break
    ending.abort()
    expect(await onlyCopy()).toMatchObject({ state: 'changed', written: { size: 9 } })
  })

  it('as editors do, by a new file in its place, is seen too', async () => {
    const path = await checkOut()
    await writeFile(`${path}.tmp`, '第二版')
    await rename(`${path}.tmp`, path)
    expect((await onlyCopy()).state).toBe('changed')
  })

  it('is not taken back while its program may still write', async () => {
    const path = await checkOut()
    now = Date.now()
    await writeFile(path, '写到一半')
    now = (await stat(path)).mtimeMs + 10
    expect((await onlyCopy()).state).toBe('writing')
    await expect(takeBack()).rejects.toMatchObject({ code: 'file_unreadable', data: { reason: 'still being written' } })
    now += 60_000
    expect((await onlyCopy()).state).toBe('changed')
  })

  it('is seen after a restart, and becomes a new revision under the same name and role', async () => {
    const path = await checkOut()
    const { revision } = await client.records.get({ id })
    await client.library.close()
    await writeFile(path, '第二版')
    await open()
    await client.library.open({ path: join(home.home, '库') })
    expect((await onlyCopy()).state).toBe('changed')
    await takeBack()
    const [taken] = await attachments()
    expect(taken).toMatchObject({ name: '台账.txt', role: 'evidence', size: 9 })
    expect(await bytesOf(taken?.sha256 ?? '')).toBe('第二版')
    expect((await client.records.revision({ id, revisionId: revision.id })).content.attachments).toEqual([{ ...file, role: 'evidence' }])
    expect(await bytesOf(file.sha256)).toBe('第一版')
    expect((await onlyCopy()).state).toBe('same')
  })

  it('goes on: what its program writes after it was taken back is one more version', async () => {
    const path = await checkOut()
    for (const text of ['第二版', '第三版']) {
      await writeFile(path, text)
      await takeBack()
    }
    expect(await Promise.all((await attachments()).map(async ({ sha256 }) => bytesOf(sha256)))).toEqual(['第三版'])
    expect((await client.records.history({ id })).revisions).toHaveLength(3)
  })

  it('is added where the record has the attachment no more', async () => {
    const path = await checkOut()
    await writeFile(path, '第二版')
    const { revision } = await client.records.get({ id })
    await client.attachments.change({ id, base: revision.id, sha256: file.sha256, change: { kind: 'remove' } })
    await takeBack()
    expect((await attachments()).map(({ name }) => name)).toEqual(['台账.txt'])
  })

  it('that was taken back, and the end of the app kept that from being noted, is settled', async () => {
    const path = await checkOut()
    const noted = (await readdir(join(path, '../..'))).find((name) => name.endsWith('.json')) ?? ''
    const before = await readFile(join(path, '../..', noted))
    await writeFile(path, '第二版')
    await takeBack()
    await writeFile(join(path, '../..', noted), before)
    const [taken] = await attachments()
    expect(await onlyCopy()).toMatchObject({ state: 'same', sha256: taken?.sha256 })
  })

  it('is refused on another revision than the one in place, and stays', async () => {
    const path = await checkOut()
    await writeFile(path, '第二版')
    await expect(client.attachments.takeBack({ id, copyId: (await onlyCopy()).id, base: 'f'.repeat(64) })).rejects.toMatchObject({ code: 'conflict' })
    expect((await onlyCopy()).state).toBe('changed')
  })

  it('is gone when it is discarded, but for what else lies there', async () => {
    const path = await checkOut()
    await writeFile(path, '第二版')
    await writeFile(join(path, '../另存.txt'), '别的')
    expect(await client.attachments.discardCopy({ id, copyId: (await onlyCopy()).id })).toBeNull()
    expect(await client.attachments.copies({ id })).toEqual([])
    expect(await readdir(join(path, '..'))).toEqual(['另存.txt'])
    expect(await attachments()).toEqual([{ ...file, role: 'evidence' }])
  })

  it('says so where it can\'t be read, or is gone', async () => {
    const path = await checkOut()
    await rm(path)
    await expect(takeBack()).rejects.toMatchObject({ code: 'file_unreadable', data: { reason: 'missing' } })
    await mkdir(path)
    expect(await onlyCopy()).toMatchObject({ state: 'unreadable', reason: 'not a file' })
  })
})

describe('a library that is opened to read only', () => {
  it('gives copies, and takes none back', async () => {
    const other = await home.open({ now: () => now })
    await other.client.library.open({ path: join(home.home, '库') })
    client = other.client
    const path = await checkOut()
    await writeFile(path, '第二版')
    expect((await onlyCopy()).state).toBe('changed')
    await expect(takeBack()).rejects.toMatchObject({ code: 'library_locked' })
    expect(await readFile(path, 'utf8')).toBe('第二版')
  })
})

describe('the copies of a record that is removed for good', () => {
  const removeForGood = async () => {
    await client.records.remove({ selection: { ids: [id] } })
    const { jobId } = await client.trash.empty()
    await expect.poll(async () => (await client.jobs.get({ id: jobId })).state).toBe('done')
    return client.trash.emptied({ jobId })
  }
  const recordFolder = (path: string): string => dirname(dirname(path))

  it('go with it, also one that was taken back and is as it was taken', async () => {
    const path = await checkOut()
    await writeFile(path, '第二版')
    await takeBack()
    expect(await removeForGood()).toMatchObject({ removed: 1, opened: [] })
    await expect(stat(recordFolder(path))).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('stay and are told where they were changed and not taken back', async () => {
    const path = await checkOut()
    await writeFile(path, '没有存回')
    expect(await removeForGood()).toMatchObject({ removed: 1, opened: [{ id, title: '案例', path }] })
    expect(await readFile(path, 'utf8')).toBe('没有存回')
  })
})
