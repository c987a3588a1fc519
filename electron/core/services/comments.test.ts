/** Review comments through the contract, on a real library. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { toFailure, type Failure } from '#shared/contract/errors'
import { newId } from '#shared/model/ids'
import { libraryPaths } from '../store/folders'
import { createTestHome, type TestCore, type TestHome } from '../../../tests/support/testCore'

let home: TestHome
let client: TestCore['client']
let root: string
let recordId: string

const beSomebody = async (name: string): Promise<void> => { await client.app.updateSettings({ profile: { name, unit: '', role: '' } }) }

beforeEach(async () => {
  home = await createTestHome()
  ;({ client } = await home.open())
  root = join(home.home, '资料库')
  await client.library.create({ path: root, name: '资料库', unit: '运维一班', unitCode: 'YW1' })
  await beSomebody('李静')
  ;({ id: recordId } = await client.records.create({ type: 'case', content: { title: '地线编号错位' } }))
})
afterEach(async () => home.remove())

const failureOf = async (call: Promise<unknown>): Promise<Failure | undefined> => toFailure(await call.then(() => undefined, (error: unknown) => error))

const anchor = { blockId: 'b1', quote: '三者一致', start: 12 }

describe('a comment', () => {
  it('stands with its words, is answered, resolved, and open again when it is answered once more', async () => {
    const id = newId()
    await client.comments.add({ recordId, id, anchor, text: '由谁来核对？' })
    await client.comments.resolve({ recordId, commentId: id, resolved: true })
    await beSomebody('陈立')
    const [answered] = await client.comments.reply({ recordId, commentId: id, id: newId(), text: '监护人' })
    expect(answered).toMatchObject({ id, anchor, by: { name: '李静' }, text: '由谁来核对？', replies: [{ by: { name: '陈立' }, text: '监护人' }] })
    expect(answered?.resolved).toBeUndefined()
    expect(await client.comments.list({ recordId })).toEqual([answered])
  })

  it('is made once, however often it is sent', async () => {
    const id = newId()
    for (const text of ['一', '一']) await client.comments.add({ recordId, id, anchor: null, text })
    expect(await client.comments.list({ recordId })).toHaveLength(1)
  })

  it('is changed and removed by who made it alone', async () => {
    const id = newId()
    await client.comments.add({ recordId, id, anchor, text: '由谁来核对？' })
    await beSomebody('陈立')
    expect(await failureOf(client.comments.edit({ recordId, commentId: id, replyId: null, text: '不用核对' }))).toMatchObject({ code: 'not_yours', data: { by: '李静' } })
    expect(await failureOf(client.comments.remove({ recordId, commentId: id, replyId: null }))).toMatchObject({ code: 'not_yours' })
    await beSomebody('李静')
    expect(await client.comments.edit({ recordId, commentId: id, replyId: null, text: '由谁核对？' })).toMatchObject([{ text: '由谁核对？' }])
    expect(await client.comments.remove({ recordId, commentId: id, replyId: null })).toEqual([])
  })

  it('that others answered is not removed under them', async () => {
    const id = newId()
    await client.comments.add({ recordId, id, anchor, text: '由谁来核对？' })
    await beSomebody('陈立')
    await client.comments.reply({ recordId, commentId: id, id: newId(), text: '监护人' })
    await beSomebody('李静')
    expect(await failureOf(client.comments.remove({ recordId, commentId: id, replyId: null }))).toMatchObject({ code: 'not_yours', data: { by: '陈立' } })
    expect(await client.comments.list({ recordId })).toHaveLength(1)
  })

  it('made by many at once is lost by none', async () => {
    await Promise.all(Array.from({ length: 20 }, async (_, index) => client.comments.add({ recordId, id: newId(), anchor: null, text: `第${index}条` })))
    expect(await client.comments.list({ recordId })).toHaveLength(20)
  })

  it('is no revision of the record, and goes with it when the trash is emptied', async () => {
    const before = await client.records.get({ id: recordId })
    await client.comments.add({ recordId, id: newId(), anchor: null, text: '好' })
    expect(await client.records.get({ id: recordId })).toEqual(before)
    await client.records.remove({ selection: { ids: [recordId] } })
    const { jobId } = await client.trash.empty()
    await expect.poll(async () => (await client.jobs.get({ id: jobId })).state).toBe('done')
    await expect(readFile(libraryPaths(root).comments(recordId))).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('is not written over a file that can not be read, which a check finds', async () => {
    const path = libraryPaths(root).comments(recordId)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, '{"format":1,')
    expect(await failureOf(client.comments.add({ recordId, id: newId(), anchor: null, text: '好' }))).toMatchObject({ code: 'store_corrupt' })
    expect(await readFile(path, 'utf8')).toBe('{"format":1,')
    const { jobId } = await client.library.verify()
    await expect.poll(async () => (await client.jobs.get({ id: jobId })).state).toBe('done')
    expect((await client.library.verified({ jobId })).problems).toMatchObject([{ kind: 'comments', path }])
  })
})
