import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '#shared/model/ids'
import { createTestHome, type TestCore, type TestHome } from '../../../tests/support/testCore'

const text = '拆除接地线前两人分离核对，防止漏拆错拆，编号不清即停止操作，扫码枪读出编号后自动与操作票比对。'
const otherText = '采集终端离线多半由信号弱引起，先查天线，再查参数。'

let home: TestHome
let client: TestCore['client']
beforeAll(async () => {
  home = await createTestHome()
  client = (await home.open()).client
})
beforeEach(async () => { await client.library.create({ path: join(home.home, newId()), name: '库', unit: '', language: 'zh-CN' }) })
afterAll(async () => home.remove())

const body = (content: string) => ({ version: 1 as const, preamble: [{ type: 'paragraph' as const, id: 'block-1', inlines: [{ type: 'text' as const, text: content }] }], sections: [] })

const create = async (title: string, content: string): Promise<string> => (await client.records.create({ type: 'case', content: { title, body: body(content) } })).id

const write = async (id: string, content: string): Promise<void> => {
  const { revision } = await client.records.get({ id })
  await client.records.save({ id, base: revision.id, changes: { body: body(content) } })
}

const similar = async (id: string) => {
  await expect.poll(async () => (await client.search.similar({ id })).complete, { timeout: 20_000 }).toBe(true)
  return (await client.search.similar({ id })).records
}

describe('records like one', () => {
  it('are told with what lists show of them, and how much of their texts is the same', async () => {
    const own = await create('接地线漏拆', text)
    const copy = await create('接地线漏拆未遂', `${text}另附照片。`)
    await create('采集终端', otherText)
    const [found, ...others] = await similar(own)
    expect(found?.row).toMatchObject({ id: copy, type: 'case', title: '接地线漏拆未遂', stage: 'draft' })
    expect(found?.row.number).not.toBe('')
    expect(found?.resemblance).toBeGreaterThan(0.5)
    expect(others).toEqual([])
  })

  it('follow what is saved and deleted, and what is brought back', async () => {
    const own = await create('接地线漏拆', text)
    const other = await create('采集终端', otherText)
    expect(await similar(own)).toEqual([])
    await write(other, text)
    expect((await similar(own)).map(({ row }) => row.id)).toEqual([other])
    const { operationId } = await client.records.remove({ selection: { ids: [other] } })
    expect(await similar(own)).toEqual([])
    await client.operations.undo({ id: operationId ?? '' })
    expect((await similar(own)).map(({ row }) => row.id)).toEqual([other])
    await write(own, otherText)
    expect(await similar(own)).toEqual([])
  })

  it('are records, however many files say the same', async () => {
    const own = await create('接地线漏拆', text)
    const copy = await create('接地线漏拆未遂', text)
    const withFiles = await create('学习材料', otherText)
    const added = await Promise.all(Array.from({ length: 5 }, async (_, index) => {
      const path = join(home.home, `材料${index}.txt`)
      await writeFile(path, `${text}${index}`)
      return client.attachments.add({ path })
    }))
    const { revision } = await client.records.get({ id: withFiles })
    await client.records.save({ id: withFiles, base: revision.id, changes: { attachments: added } })
    await expect.poll(async () => (await client.search.query({ text: '扫码枪' })).groups.find(({ type }) => type === 'attachment')?.total, { timeout: 20_000 }).toBe(5)
    expect((await client.search.similar({ id: own, limit: 1 })).records.map(({ row }) => row.id)).toEqual([copy])
  })

  it('are none for one that is not here', async () => {
    await create('接地线漏拆', text)
    expect(await similar(newId())).toEqual([])
  })
})
