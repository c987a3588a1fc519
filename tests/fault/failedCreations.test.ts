/** What a person creates and the library does not take: kept outside it, created later under the id that it was to have, and never twice. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type * as fsPromises from 'node:fs/promises'
import { KeptCreation } from '#shared/contract/records'
import { newId } from '#shared/model/ids'
import { createTestHome, type TestCore, type TestHome } from '../support/testCore'
import { refusing, type RefusedCall } from './refusingFs'

vi.mock('node:fs/promises', async (importOriginal) => {
  const { withRefusalsIn } = await import('./refusingFs')
  return withRefusalsIn(await importOriginal<typeof fsPromises>())
})

const inLibrary = /资料/
let home: TestHome
let now: number
let client: TestCore['client']

const start = async (): Promise<void> => { client = (await home.open({ now: () => now, host: 'web' })).client }
const restart = async (): Promise<void> => {
  await client.library.close()
  await start()
  await client.library.open({ path: join(home.home, '资料') })
}

beforeEach(async () => {
  now = Date.parse('2026-11-24T06:00:00.000Z')
  home = await createTestHome()
  await start()
  await client.library.create({ path: join(home.home, '资料'), name: '库', unit: '' })
})
afterEach(async () => {
  refusing.stop()
  await home.remove()
})

const failing = async (creating: () => Promise<unknown>, call: RefusedCall = 'rename', code = 'ENOSPC'): Promise<void> => {
  refusing.refuse(call, code, Infinity, inLibrary)
  await expect(creating()).rejects.toMatchObject({ code: 'store_write_failed' })
  refusing.stop()
  now += 1000
}

const createCase = async (id: string, summary = '写了很多') => client.records.create({ id, type: 'case', content: { title: '甲（我的修改）', summary } })
const createProduct = async (id: string, sources: string[] = [], title = '双确认作业包') => client.products.create({ id, title, sources })
const keptFiles = async (): Promise<string[]> =>
  (await readdir(join(home.home, 'config/recovery'), { recursive: true }).catch(() => [])).filter((name) => name.endsWith('.json'))
const listed = async (type: 'case' | 'product') =>
  (await client.records.list({ filter: { type }, sort: { by: 'title', descending: false }, offset: 0, limit: 10 })).rows.map(({ id, title }) => ({ id, title }))

describe.each([['writeFile', 'ENOSPC'], ['sync', 'ENOSPC'], ['rename', 'ENOSPC'], ['open', 'EACCES'], ['mkdir', 'EROFS']] satisfies [RefusedCall, string][])('a creation whose %s answers %s', (call, code) => {
  it('is offered after a restart, and is made then under the same id, once', async () => {
    const id = newId()
    await failing(async () => createCase(id), call, code)
    await restart()
    expect(await client.records.recoveries()).toMatchObject([{ recordId: id, editing: id, title: '甲（我的修改）', creates: 'case' }])
    expect(await client.records.createKept({ id })).toMatchObject({ id })
    expect((await client.records.get({ id })).content).toMatchObject({ title: '甲（我的修改）', summary: '写了很多', stage: 'draft' })
    expect(await client.records.createKept({ id })).toMatchObject({ id })
    expect(await listed('case')).toHaveLength(1)
    expect(await client.records.recoveries()).toEqual([])
    expect(await keptFiles()).toEqual([])
  })
})

describe('a record that could not be created', () => {
  it('is a file that anyone can read', async () => {
    const id = newId()
    await failing(async () => createCase(id))
    const [file = ''] = await keptFiles()
    expect(KeptCreation.parse(JSON.parse(await readFile(join(home.home, 'config/recovery', file), 'utf8')))).toMatchObject({
      recordId: id, creation: { type: 'case', content: { title: '甲（我的修改）', summary: '写了很多' } },
    })
  })

  it('is kept as it was last asked for, and goes when it is created after all', async () => {
    const id = newId()
    await failing(async () => createCase(id))
    await failing(async () => createCase(id, '又写了些'))
    expect(await keptFiles()).toHaveLength(1)
    expect((await createCase(id, '又写了些')).content.summary).toBe('又写了些')
    expect(await client.records.recoveries()).toEqual([])
  })

  it('goes when its author discards it', async () => {
    const id = newId()
    await failing(async () => createCase(id))
    await client.records.discardRecovery({ id, editing: id })
    expect(await keptFiles()).toEqual([])
    await expect(client.records.createKept({ id })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('stays when creating it fails again', async () => {
    const id = newId()
    await failing(async () => createCase(id))
    await failing(async () => client.records.createKept({ id }))
    expect(await client.records.recoveries()).toHaveLength(1)
  })

  it('is not kept where it holds no more than the title that the screen gives it', async () => {
    await failing(async () => client.records.create({ type: 'case', content: { title: '未命名案例' } }))
    expect(await keptFiles()).toEqual([])
  })

  it('is a product with its name and its sources, which are pinned once it is made', async () => {
    const source = await client.records.create({ type: 'case', content: { title: '来源' } })
    const id = newId()
    await failing(async () => createProduct(id, [source.id]))
    await restart()
    await client.records.createKept({ id })
    const { content } = await client.records.get({ id })
    expect(content).toMatchObject({ type: 'product', title: '双确认作业包', stage: 'drafting', links: [{ to: source.id, relation: 'derivedFrom', revisionId: source.revision.id }] })
  })

  it('is a product with all its text, but never with an edition that was not released', async () => {
    const id = newId()
    const content = { summary: '写了很多', fields: { edition: 3, kind: '作业包' } }
    await failing(async () => client.products.create({ id, title: '作业包（我的修改）', sources: [], content }))
    await client.records.createKept({ id })
    expect((await client.records.get({ id })).content).toMatchObject({ summary: '写了很多', fields: { kind: '作业包' } })
    expect((await client.records.get({ id })).content.fields.edition).toBeUndefined()
  })
})

describe('a creation that reached the disk and was not answered for', () => {
  /** Only making its folder's entry certain fails, after it is in place. */
  const reachDisk = async (id: string): Promise<void> => {
    refusing.refuse('open', 'EIO', Infinity, new RegExp(`records.${id.slice(-2)}$`))
    await expect(createProduct(id)).rejects.toMatchObject({ code: 'store_write_failed' })
    expect(refusing.stop()).not.toEqual([])
    now += 1000
    expect((await client.records.get({ id })).content.title).toBe('双确认作业包')
  }

  it('is not made twice, and takes what is asked for now', async () => {
    const id = newId()
    await reachDisk(id)
    await createProduct(id, [], '三确认作业包')
    expect(await listed('product')).toEqual([{ id, title: '三确认作业包' }])
    expect(await client.records.recoveries()).toEqual([])
  })

  it('keeps what was written in it since', async () => {
    const id = newId()
    await reachDisk(id)
    await restart()
    const { revision } = await client.records.get({ id })
    await client.records.save({ id, base: revision.id, changes: { title: '改了名的', summary: '接着写' } })
    await client.records.createKept({ id })
    expect((await client.records.get({ id })).content).toMatchObject({ title: '改了名的', summary: '接着写' })
    expect(await listed('product')).toHaveLength(1)
    expect(await client.records.recoveries()).toEqual([])
  })
})
