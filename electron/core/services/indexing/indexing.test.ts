import { cp, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { toFailure } from '#shared/contract/errors'
import { makeLargeLibrary } from '../../../../tests/bench/store/makeLibrary'
import { createTestHome, quietLog, testWorkers, type TestCore, type TestHome } from '../../../../tests/support/testCore'

let home: TestHome
beforeEach(async () => { home = await createTestHome() })
afterEach(async () => {
  vi.restoreAllMocks()
  await home.remove()
})

type Client = TestCore['client']

const body = (text: string) => ({ version: 1 as const, preamble: [{ type: 'paragraph' as const, id: 'block-1', inlines: [{ type: 'text' as const, text }] }], sections: [] })

const create = async (client: Client, title: string, text = ''): Promise<string> => (await client.records.create({ type: 'case', content: { title, body: body(text) } })).id

const search = async (client: Client, text: string) => {
  await expect.poll(async () => (await client.search.query({ text })).complete, { timeout: 20_000 }).toBe(true)
  const answer = await client.search.query({ text })
  return answer.groups.flatMap(({ hits }) => hits.map(({ row, attachment }) => attachment?.name ?? row.title))
}

const openLibrary = async (core: TestCore) => core.client.library.create({ path: join(home.home, 'library'), name: '库', unit: '', language: 'zh-CN' })
const reopen = async (workers?: Partial<typeof testWorkers>, log = quietLog): Promise<TestCore> => {
  const core = await home.open({ workers: { ...testWorkers, ...workers }, log })
  await core.client.library.open({ path: join(home.home, 'library'), write: true })
  return core
}
const indexFolder = async (): Promise<string> => {
  const [name = ''] = await readdir(join(home.home, 'cache/indexes'))
  return join(home.home, 'cache/indexes', name)
}

describe('the index of a library', () => {
  it('follows what is saved, changed and deleted, and is there again at the next opening', async () => {
    const first = await home.open()
    await openLibrary(first)
    const kept = await create(first.client, '接地线漏拆', '监护人清点时发现少了一根')
    const gone = await create(first.client, '母线倒闸')
    expect(await search(first.client, '清点')).toEqual(['接地线漏拆'])
    const { revision } = await first.client.records.get({ id: kept })
    await first.client.records.save({ id: kept, base: revision.id, changes: { title: '接地线错挂' } })
    await first.client.records.remove({ selection: { ids: [gone] } })
    expect(await search(first.client, '错挂')).toEqual(['接地线错挂'])
    expect(await search(first.client, '母线')).toEqual([])
    await first.core.close()

    const again = await reopen()
    expect(await search(again.client, '接地线')).toEqual(['接地线错挂'])
    expect(await search(again.client, '母线倒闸')).toEqual([])
  })

  it.each([
    ['damaged', async (folder: string) => { for (const name of await readdir(folder)) if (name.endsWith('.part')) await writeFile(join(folder, name), 'x'.repeat(100)) }],
    ['damaged in its lists', async (folder: string) => { for (const name of await readdir(folder)) if (name.endsWith('.lists')) await writeFile(join(folder, name), 'x'.repeat(100)) }],
    ['without its texts', async (folder: string) => { for (const name of await readdir(folder)) if (name.endsWith('.texts')) await rm(join(folder, name)) }],
    ['gone', async (folder: string) => { await rm(folder, { recursive: true }) }],
  ])('is made again where its snapshot is %s', async (_, spoil) => {
    const first = await home.open()
    await openLibrary(first)
    await create(first.client, '接地线漏拆')
    expect(await search(first.client, '漏拆')).toEqual(['接地线漏拆'])
    await first.core.close()
    await spoil(await indexFolder())
    const again = await reopen()
    expect(await search(again.client, '漏拆')).toEqual(['接地线漏拆'])
    await again.core.close()
    expect(await search((await reopen()).client, '漏拆')).toEqual(['接地线漏拆'])
  })

  it('takes in what was changed while it was not there', async () => {
    const first = await home.open()
    await openLibrary(first)
    await create(first.client, '接地线漏拆')
    expect(await search(first.client, '漏拆')).toEqual(['接地线漏拆'])
    await first.core.close()
    const folder = await indexFolder()
    await cp(folder, join(home.home, 'old'), { recursive: true })

    const second = await reopen()
    await create(second.client, '母线倒闸')
    expect(await search(second.client, '母线')).toEqual(['母线倒闸'])
    await second.core.close()
    await rm(folder, { recursive: true })
    await cp(join(home.home, 'old'), folder, { recursive: true })
    expect(await search((await reopen()).client, '母线')).toEqual(['母线倒闸'])
  })

  it.each([
    ['at its start', 'fall()'],
    ['whenever it is compared with the records', `
      const on = parentPort.on.bind(parentPort)
      parentPort.on = (name, listener) => on(name, (message) => {
        if (message.request.kind === 'holdings') fall()
        listener(message)
      })`],
  ])('rests where its worker falls again and again %s, and is whole again when it is asked once that is over', async (_when, falls) => {
    const first = await home.open()
    await openLibrary(first)
    await create(first.client, '接地线漏拆')
    await first.core.close()
    const cause = join(home.home, 'cause')
    await writeFile(cause, '')
    const falling = join(home.home, 'falling.mjs')
    await writeFile(falling, `
import { existsSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'
const fall = () => { if (existsSync(${JSON.stringify(cause)})) process.exit(7) }
${falls}
await import(${JSON.stringify(pathToFileURL(testWorkers.search).href)})
`)
    const told: unknown[] = []
    const { client } = await reopen({ search: falling }, { ...quietLog, error: (_message, data) => { told.push(data) } })
    const code = async (): Promise<unknown> => client.search.query({ text: '漏拆' }).then(() => undefined, (error: unknown) => toFailure(error)?.code)
    await expect.poll(code).toBe('search_unavailable')
    await expect.poll(async () => { await code(); return told }).toContainEqual(expect.objectContaining({ falls: 3 }))
    await create(client, '漏拆两处')
    await rm(cause)
    expect(await code(), 'it rests').toBe('search_unavailable')
    const now = performance.now.bind(performance)
    vi.spyOn(performance, 'now').mockImplementation(() => now() + 60_000)
    expect(await search(client, '漏拆')).toEqual(['漏拆两处', '接地线漏拆'])
  })

  it('makes parts of very many records in workers, and goes on from what is there where one of these falls', async () => {
    const root = join(home.home, 'library')
    await makeLargeLibrary(root, 320)
    const falling = join(home.home, 'falling.mjs')
    await writeFile(falling, 'process.exit(7)\n')
    const without = await reopen({ index: falling })
    const answer = await without.client.search.query({ text: '图纸核对' })
    expect(answer).toMatchObject({ total: 0, complete: false })
    await without.client.records.create({ type: 'case', content: { title: '接地线漏拆' } })
    await expect.poll(async () => (await without.client.search.query({ text: '漏拆' })).total).toBe(1)
    await without.core.close()

    const again = await reopen()
    await expect.poll(async () => (await again.client.search.query({ text: '漏拆' })).complete, { timeout: 60_000 }).toBe(true)
    expect((await again.client.search.query({ text: '图纸核对' })).total).toBe(320)
    expect((await again.client.search.query({ text: '接地线漏拆' })).total).toBe(1)
    await again.core.close()
    expect((await readdir(await indexFolder())).filter((name) => name.endsWith('.part')).length).toBeGreaterThan(0)
  })

  it('finds the words of attached files, and where they stand in them', async () => {
    const { core, client } = await home.open()
    await openLibrary({ core, client })
    const id = await create(client, '接地线漏拆')
    const path = join(home.home, '未遂事件汇编.txt')
    await writeFile(path, '因交接不清造成验电器遗留')
    const added = await client.attachments.add({ path })
    const { revision } = await client.records.get({ id })
    await client.records.save({ id, base: revision.id, changes: { attachments: [added] } })
    await expect.poll(async () => search(client, '验电器'), { timeout: 20_000 }).toEqual(['未遂事件汇编.txt'])
    expect(await search(client, '未遂事件')).toEqual(['未遂事件汇编.txt'])
    const answer = await client.search.query({ text: '验电器 type:附件' })
    expect(answer.groups).toMatchObject([{ type: 'attachment', total: 1, hits: [{ row: { id }, excerpt: { text: '因交接不清造成验电器遗留' } }] }])
    const after = await client.records.get({ id })
    await client.records.save({ id, base: after.revision.id, changes: { attachments: [] } })
    await expect.poll(async () => search(client, '验电器')).toEqual([])
  })

  it('tells how many files are still to be read, and which can not be and why, also at the next opening', async () => {
    const first = await home.open()
    await openLibrary(first)
    const id = await create(first.client, '接地线漏拆')
    const attachments = await Promise.all([['a.pdf', 'no PDF'], ['b.txt', '验电器']].map(async ([name = '', content = '']) => {
      await writeFile(join(home.home, name), content)
      return first.client.attachments.add({ path: join(home.home, name) })
    }))
    const { revision } = await first.client.records.get({ id })
    await first.client.records.save({ id, base: revision.id, changes: { attachments } })
    const files = async ({ client }: TestCore) => (await client.search.query({ text: '验电器' })).files
    await expect.poll(async () => files(first)).toEqual({ toRead: 0, unread: 1 })
    await first.core.close()

    const again = await reopen()
    await expect.poll(async () => files(again)).toEqual({ toRead: 0, unread: 1 })
    expect(await again.client.search.unreadFiles({})).toMatchObject([{ row: { id }, attachment: { name: 'a.pdf' }, failure: { code: 'damaged' } }])
    const now = await again.client.records.get({ id })
    await again.client.records.save({ id, base: now.revision.id, changes: { attachments: attachments.slice(1) } })
    await expect.poll(async () => files(again)).toEqual({ toRead: 0, unread: 0 })
  })

  it('can be closed while parts of it are made', async () => {
    await makeLargeLibrary(join(home.home, 'library'), 310)
    const never = join(home.home, 'never.mjs')
    await writeFile(never, 'for (;;);\n')
    const core = await reopen({ index: never })
    await expect.poll(async () => (await core.client.search.query({ text: '图纸核对' })).progress).toMatchObject({ total: 310 })
    await core.core.close()
  })
})
