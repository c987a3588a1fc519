/** Lists as Excel files, through the contract, read by a reader of its own. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import readExcelFile from 'read-excel-file/node'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { toFailure } from '#shared/contract/errors'
import { planFor, released } from '../../../../../tests/support/adopting'
import { madeOf } from '../../../../../tests/support/documents'
import { createTestHome, type TestCore, type TestHome } from '../../../../../tests/support/testCore'

let home: TestHome
let core: TestCore
let out: string
beforeEach(async () => {
  home = await createTestHome()
  core = await home.open()
  out = join(home.home, '列表.xlsx')
  await core.client.library.create({ path: join(home.home, '库'), name: '库', unit: '运维中心', unitCode: 'YW1' })
})
afterEach(async () => home.remove())

const byNumber = { by: 'number', descending: true }
const sheetOf = async (path: string) => readExcelFile(await readFile(path))

describe('a list as an Excel file', () => {
  it('has its rows in its order and its columns with real days, numbers and words', async () => {
    const { base } = await core.client.library.customFields()
    await core.client.library.setCustomFields({ fields: [{ key: 'loss', title: '损失', kind: 'number', types: ['case'], unit: '万元' }], base })
    const first = await core.client.records.create({ type: 'case', content: { title: '=1+1', date: '2026-03-18', tags: ['安全', '接地'], team: '一班', fields: { polarity: 'negative' }, custom: { loss: 12.5 } } })
    const second = await core.client.records.create({ type: 'case', content: { title: '乙', date: '2026-03', confidentiality: 'public' } })
    const { file } = await madeOf(core.client, { form: 'excel', type: 'case', selection: { filter: { type: 'case' }, except: [] }, columns: ['number', 'title', 'stage', 'unit', 'tags', 'date', 'polarity', 'confidentiality', 'attachments', 'custom:loss'], sort: byNumber, title: '' }, out)
    expect(file).toMatchObject({ path: out })
    const [sheet] = await sheetOf(out)
    expect(sheet?.sheet).toBe('案例库')
    expect(sheet?.data).toEqual([
      ['编号', '标题', '阶段', '单位/班组', '标签', '日期', '性质', '密级', '附件', '损失（万元）'],
      [second.content.number, '乙', '草稿', '运维中心', null, '2026-03', null, '公开', 0, null],
      [first.content.number, '=1+1', '草稿', '运维中心 / 一班', '安全、接地', new Date('2026-03-18T00:00:00.000Z'), '反面', '内部', 0, 12.5],
    ])
  })

  it('holds only what was chosen, and says what is gone', async () => {
    const records = await Promise.all(['甲', '乙', '丙'].map(async (title) => core.client.records.create({ type: 'case', content: { title } })))
    const ids = records.slice(0, 2).map(({ id }) => id)
    await core.client.records.remove({ selection: { ids: ids.slice(0, 1) } })
    const { warnings } = await madeOf(core.client, { form: 'excel', type: 'case', selection: { ids }, columns: ['title'], sort: byNumber, title: '选定' }, out)
    expect(warnings).toMatchObject([{ code: 'record_missing', count: 1 }])
    expect((await sheetOf(out))[0]?.data).toEqual([['标题'], [records[1]?.content.title]])
    await madeOf(core.client, { form: 'excel', type: 'case', selection: { filter: { type: 'case' }, except: [records[2]?.id ?? ''] }, columns: ['title', 'no-such'], sort: byNumber, title: '其余' }, out)
    expect((await sheetOf(out))[0]?.data).toHaveLength(2)
  })

  it('of restricted records leaves only when that was confirmed, and is entered', async () => {
    const { id } = await core.client.records.create({ type: 'case', content: { title: '受控', confidentiality: 'restricted' } })
    const request = { form: 'excel' as const, type: 'case' as const, selection: { filter: { type: 'case' as const }, except: [] }, columns: ['title'], sort: byNumber, title: '' }
    expect(toFailure(await madeOf(core.client, request, out).catch((error: unknown) => error))).toMatchObject({ code: 'restricted_content', data: { records: [{ id }] } })
    await madeOf(core.client, request, out, true)
    expect(await core.client.packages.exchanges()).toMatchObject([{ form: 'excel', name: '列表.xlsx', records: [{ id }] }])
    expect(toFailure(await madeOf(core.client, { ...request, columns: ['no-such'] }, out, true).catch((error: unknown) => error))).toMatchObject({ code: 'invalid' })
  })

  it('of adoptions of a restricted product, after which they are called, leaves only when that was confirmed', async () => {
    const { client } = core
    const [open, closed] = [await released(client, '公开作业包'), await released(client, '机密作业包')]
    await planFor(client, open.id, '一班')
    const adoption = await planFor(client, closed.id, '二班')
    const { revision } = await client.records.get({ id: closed.id })
    await client.records.save({ id: closed.id, base: revision.id, changes: { confidentiality: 'restricted' } })
    const request = { form: 'excel' as const, type: 'adoption' as const, selection: { filter: { type: 'adoption' as const }, except: [] }, columns: ['title'], sort: byNumber, title: '' }
    expect(toFailure(await madeOf(client, request, out).catch((error: unknown) => error))).toMatchObject({ code: 'restricted_content', data: { records: [{ id: closed.id }] } })
    await madeOf(client, { ...request, selection: { filter: { type: 'adoption' }, except: [adoption] } }, out)
    await madeOf(client, request, out, true)
    const [sent] = await client.packages.exchanges()
    expect(sent?.records).toMatchObject([{ id: adoption }])
  })
})
