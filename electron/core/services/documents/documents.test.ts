/** Documents of many records and of meetings through the contract: what leaves is asked for and logged, jobs are broken off, and figures are told. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { toFailure, type Failure } from '#shared/contract/errors'
import { newSection } from '#shared/model/body/body'
import { newId } from '#shared/model/ids'
import type { RecordFile } from '#shared/model/record'
import { readBuilt, show } from '../../../../tests/fixtures/docx/readBuilt'
import { madeOf } from '../../../../tests/support/documents'
import { ended } from '../../../../tests/support/jobs'
import { meetingOf } from '../../../../tests/support/meetings'
import { converted, office, pdfPages } from '../../../../tests/support/office'
import { paragraph } from '../../../../tests/support/records'
import { createTestHome, type TestCore, type TestHome } from '../../../../tests/support/testCore'

let home: TestHome
let client: TestCore['client']

beforeEach(async () => {
  home = await createTestHome()
  ;({ client } = await home.open())
})
afterEach(async () => home.remove())

const failureOf = async (call: Promise<unknown>): Promise<Failure | undefined> => toFailure(await call.then(() => undefined, (error: unknown) => error))

const newCase = async (title: string, confidentiality: 'internal' | 'restricted' = 'internal'): Promise<RecordFile> => client.records.create({
  type: 'case', content: { title, confidentiality, body: { version: 1, preamble: [], sections: [newSection('background', '背景', [paragraph(`${title}：二次回路改造期间。`)])] } },
})

const openNew = async (): Promise<void> => { await client.library.create({ path: join(home.home, '库'), name: '库', unit: '运维一班', unitCode: 'YW1' }) }

describe('a compilation with a restricted record', () => {
  it('leaves in no form until that was confirmed, and is logged once with all its records', async () => {
    await openNew()
    const [open, closed] = [await newCase('甲'), await newCase('乙', 'restricted')]
    const source = { kind: 'records' as const, selection: { ids: [open.id, closed.id] }, title: '汇编' }
    for (const [name, request] of [['汇编.docx', { form: 'word', source, look: {} }], ['汇编.html', { form: 'web', source }]] as const) {
      const path = join(home.home, name)
      expect(await failureOf(madeOf(client, request, path))).toMatchObject({ code: 'restricted_content', data: { records: [{ id: closed.id }] } })
      expect(await readdir(home.home)).not.toContain(name)
      await madeOf(client, request, path, true)
      expect((await client.packages.exchanges()).filter((entry) => entry.name === name)).toMatchObject([{ form: request.form, title: '汇编', restricted: [closed.id], records: [{ id: open.id }, { id: closed.id }] }])
    }
    const shown = await client.documents.preview({ source, look: {} })
    expect([shown.mark, shown.restricted.map(({ id }) => id)]).toEqual(['受控', [closed.id]])
    expect(show(await readBuilt(await readFile(join(home.home, '汇编.docx')))).join('\n')).toContain('甲：二次回路改造期间。')
  })

  it('is logged before it is printed or kept as PDF', async () => {
    await openNew()
    const closed = await newCase('乙', 'restricted')
    const leaves = async (allowRestricted: boolean) => client.documents.leaves({ source: { kind: 'record', id: closed.id }, form: 'print', to: null, name: '乙', allowRestricted })
    expect(await failureOf(leaves(false))).toMatchObject({ code: 'restricted_content' })
    await leaves(true)
    await client.documents.leaves({ source: { kind: 'record', id: closed.id }, form: 'pdf', to: join(home.home, '乙.pdf'), name: '', allowRestricted: true })
    await expect(client.documents.leaves({ source: { kind: 'record', id: closed.id }, form: 'pdf', to: join(home.home, '库', 'library.json'), name: '', allowRestricted: true })).rejects.toMatchObject({ code: 'invalid' })
    expect((await client.packages.exchanges()).map(({ form, name }) => [form, name]).sort()).toEqual([['pdf', '乙.pdf'], ['print', '乙']])
  })
})

describe('a job that makes a document', () => {
  it('that is broken off leaves nothing behind', async () => {
    await openNew()
    const records = await Promise.all(Array.from({ length: 12 }, async (_, index) => newCase(`第 ${index + 1} 篇`)))
    const path = join(home.home, '汇编.docx')
    const { jobId } = await client.documents.make({ request: { form: 'word', source: { kind: 'records', selection: { ids: records.map(({ id }) => id) }, title: '汇编' }, look: {} }, to: path })
    await client.jobs.cancel({ id: jobId })
    expect((await ended(client, jobId)).state).toBe('cancelled')
    expect((await readdir(home.home)).filter((name) => name.includes('汇编'))).toEqual([])
    expect(await failureOf(client.documents.made({ jobId }))).toMatchObject({ code: 'not_found' })
  })

  it('says what is not here', async () => {
    await openNew()
    expect(await failureOf(madeOf(client, { form: 'word', source: { kind: 'meeting', id: newId(), part: 'handbook' }, look: {} }, null))).toMatchObject({ code: 'not_found' })
  })
})

describe('a meeting', () => {
  const withMeeting = async (): Promise<{ meeting: RecordFile; product: RecordFile }> => {
    await client.library.createSample({ path: join(home.home, '示例') })
    const listed = async (type: 'product' | 'case') => Promise.all((await client.records.list({ filter: { type }, sort: { by: 'number', descending: false }, offset: 0, limit: 4 })).rows.map(async ({ id }) => client.records.get({ id })))
    const [[product], cases] = [await listed('product'), await listed('case')]
    if (!product) throw new Error('the sample has no product')
    return { product, meeting: await meetingOf(client, [...cases, product], { others: [{ recordId: newId(), revisionId: 'a'.repeat(64), title: '别处的经验' }] }) }
  }

  it('says how much it comes to, and what of it is not here', async () => {
    const { meeting, product } = await withMeeting()
    const figures = await client.documents.meetingFigures({ id: meeting.id })
    expect(figures.missing.map(({ title }) => title)).toEqual(['别处的经验'])
    expect(figures.items).toHaveLength(8)
    expect(figures.items[1]?.words).toBeGreaterThan(200)
    expect(figures.slides).toBeGreaterThan(20)
    const path = join(home.home, '会议.html')
    await madeOf(client, { form: 'web', source: { kind: 'meeting', id: meeting.id, part: 'handbook' } }, path)
    expect(Math.abs((await stat(path)).size / figures.webBytes - 1)).toBeLessThan(0.02)
    expect(await readFile(path, 'utf8')).toContain(product.content.title)
  })

  it.skipIf(office === undefined)('has about as many pages as are reckoned', async () => {
    const { meeting } = await withMeeting()
    const { pages } = await client.documents.meetingFigures({ id: meeting.id })
    const path = join(home.home, '手册.docx')
    await madeOf(client, { form: 'word', source: { kind: 'meeting', id: meeting.id, part: 'handbook' }, look: {} }, path)
    const [pdf = ''] = await converted([path], 'pdf', home.home)
    const laidOut = (await pdfPages(pdf)).length
    expect(Math.abs(pages / laidOut - 1), `${pages} reckoned, ${laidOut} laid out`).toBeLessThan(0.25)
  })

  it('and an edition are whole Word files', async () => {
    const { meeting, product } = await withMeeting()
    const seal = (await client.products.editions({ id: product.id }))[0]?.seal ?? null
    const wordOf = async (source: Parameters<typeof client.documents.preview>[0]['source'], name: string): Promise<string> => {
      await madeOf(client, { form: 'word', source, look: {} }, join(home.home, name))
      return show(await readBuilt(await readFile(join(home.home, name)))).join('\n')
    }
    expect(await wordOf({ kind: 'meeting', id: meeting.id, part: 'handbook' }, '手册.docx')).toMatch(/会议议程[\s\S]*09:10–09:40[\s\S]*代表名单及分组[\s\S]*签到表[\s\S]*会后推广任务清单/)
    expect(await wordOf({ kind: 'edition', id: product.id, seal, part: 'workPackage' }, '作业包.docx')).toMatch(/发布日期[\s\S]*职责分工[\s\S]*作业步骤[\s\S]*验收清单[\s\S]*执行情况评估[\s\S]*附录 A/)
    expect(await wordOf({ kind: 'edition', id: product.id, seal, part: 'checklist' }, '检查卡.docx')).toContain('□合格')
    expect(await wordOf({ kind: 'edition', id: product.id, seal, part: 'poster' }, '海报.docx')).toContain('关键标准')
  })
})
