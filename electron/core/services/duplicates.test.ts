/** Records that are perhaps here twice, through the contract on a real library with its index. */
import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { newSection } from '#shared/model/body/body'
import type { EditableContent, RecordFile } from '#shared/model/record'
import { paragraph } from '../../../tests/support/records'
import { writeCaseFolder } from '../../../tests/fixtures/docx/writeCaseFolder'
import { createTestHome, type TestCore, type TestHome } from '../../../tests/support/testCore'

let home: TestHome
let client: TestCore['client']
beforeEach(async () => {
  home = await createTestHome()
  ;({ client } = await home.open())
  await client.library.create({ path: join(home.home, '资料库'), name: '资料库', unit: '运维一班', unitCode: 'YW1' })
  await indexed()
})
afterEach(async () => home.remove())

const text = ['操作人按操作票拆除三组接地线，实际只拆了两组。', '监护人清点接地线时发现少了一根，立即停止操作，到现场逐一核对。', '原因是操作票上写的编号与接地线上的纸签对不上。']
/** What is made from here on is found as soon as it is saved. */
const indexed = async (): Promise<void> => {
  while (!(await client.search.query({ text: '' })).complete) await new Promise((resolve) => { setTimeout(resolve, 10) })
}

const newCase = async (title: string, ...lines: string[]): Promise<RecordFile> =>
  client.records.create({ type: 'case', content: { title, body: { version: 1, preamble: [], sections: [newSection('background', '背景', lines.map(paragraph))] } satisfies EditableContent['body'] } })

it('names near-duplicates with the sentences that both have, and what bears the same title, until somebody says that they are not the same', async () => {
  const own = await newCase('接地线漏拆', ...text)
  const copy = await newCase('漏拆未遂事件', ...text, '此做法已推广。')
  const named = await newCase('“接地线漏拆”', '绝缘斗臂车每日出车前检查支腿垫板。')
  await newCase('采集终端离线', '台区采集终端批量离线，先看信号，再查参数。')
  const { records } = await client.search.duplicates({ id: own.id })
  expect(records.map(({ row }) => row.id)).toEqual([copy.id, named.id])
  expect(records[0]).toMatchObject({ reasons: [{ kind: 'sentences', count: 3, sentences: text.map((line) => ({ text: line })) }] })
  expect(records[1]).toMatchObject({ resemblance: 0, reasons: [{ kind: 'title', same: true }] })
  await client.search.keepApart({ id: copy.id, other: own.id })
  await client.search.keepApart({ id: own.id, other: copy.id })
  expect((await client.search.duplicates({ id: own.id })).records.map(({ row }) => row.id)).toEqual([named.id])
  expect((await client.search.duplicates({ id: copy.id })).records).toEqual([])
})

it('names none for a record that says nothing yet, and for one that repeats its sources', async () => {
  await newCase('新案例')
  const source = await newCase('来源', ...text)
  expect((await client.search.duplicates({ id: (await newCase('新案例')).id })).records).toEqual([])
  const product = await client.products.create({ title: '来源', sources: [source.id] })
  expect((await client.search.duplicates({ id: product.id })).records).toEqual([])
})

it('says which records bear a title that somebody types, but the one that it is typed for', async () => {
  const [own, same] = [await newCase('接地线漏拆事件'), await newCase('接地线“漏拆”事件')]
  await newCase('接地线漏拆事件（二）')
  expect(await client.search.titles({ title: '接地线漏拆事件', except: own.id })).toMatchObject([{ row: { id: same.id }, same: true }, { row: { title: '接地线漏拆事件（二）' }, same: false }])
})

it('compares what was imported, with the library and with one another, after the import', async () => {
  const files = join(home.home, '历年')
  await writeCaseFolder(files, 1)
  const ended = async (jobId: string): Promise<void> => {
    while ((await client.jobs.get({ id: jobId })).state === 'running') await new Promise((resolve) => { setTimeout(resolve, 20) })
  }
  const first = await client.imports.start({ paths: [files], type: 'case' })
  await ended(first.jobId)
  const report = await client.imports.report({ jobId: first.jobId })
  await ended(report.comparison?.jobId ?? '')
  expect(await client.imports.report({ jobId: first.jobId })).toMatchObject({ alike: 0, comparison: { done: 1, total: 1 } })
  const imported = await client.records.get({ id: report.entries[0]?.recordId ?? '' })
  const { title, summary, body } = imported.content
  const copy = await client.records.create({ type: 'case', content: { title: `${title}（抄）`, summary, body } })
  await client.records.remove({ selection: { ids: [imported.id] } })
  await mkdir(join(home.home, '再来'))
  await copyFile(report.entries[0]?.path ?? '', join(home.home, '再来', '另一个名字.docx'))
  const second = await client.imports.start({ paths: [join(home.home, '再来')], type: 'case' })
  await ended(second.jobId)
  await ended((await client.imports.report({ jobId: second.jobId })).comparison?.jobId ?? '')
  expect(await client.imports.report({ jobId: second.jobId })).toMatchObject({ alike: 1, entries: [{ duplicates: [{ row: { id: copy.id } }] }] })
  await client.records.remove({ selection: { ids: [copy.id] } })
  expect(await client.imports.report({ jobId: second.jobId })).toMatchObject({ alike: 0, entries: [{ duplicates: [] }] })
})
