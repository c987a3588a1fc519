/** Fields that a library defines for itself, through the contract on a real library. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { toFailure, type Failure } from '#shared/contract/errors'
import { customDefinition, type CustomField } from '#shared/model/customFields'
import { fieldSchema, saysNothing } from '#shared/model/fields'
import { createTestHome, type TestCore, type TestHome } from '../../../tests/support/testCore'
import { formatJson } from '../store/canonicalJson'
import { libraryPaths } from '../store/folders'

let home: TestHome
let client: TestCore['client']

beforeEach(async () => {
  home = await createTestHome()
  ;({ client } = await home.open())
  await client.library.create({ path: join(home.home, '资料库'), name: '资料库', unit: '运维一班', unitCode: 'YW1' })
})
afterEach(async () => home.remove())

const failureOf = async (call: Promise<unknown>): Promise<Failure | undefined> => toFailure(await call.then(() => undefined, (error: unknown) => error))

const voltage: CustomField = { key: 'voltage', title: '电压等级', kind: 'choice', types: ['case'], options: ['110 kV', '220 kV'] }
const outage: CustomField = { key: 'outage', title: '停电时长', kind: 'number', types: ['case'], unit: '小时' }

const setFields = async (fields: CustomField[]) => {
  const { base } = await client.library.customFields()
  return (await client.library.setCustomFields({ fields, base })).fields
}

const save = async (id: string, changes: Parameters<TestCore['client']['records']['save']>[0]['changes']): Promise<void> => {
  const { revision } = await client.records.get({ id })
  await client.records.save({ id, base: revision.id, changes })
}

it('are kept in their order, and their values checked when they change', async () => {
  expect(await setFields([voltage, outage])).toEqual([voltage, outage])
  expect((await client.library.customFields()).fields).toEqual([voltage, outage])
  const { id } = await client.records.create({ type: 'case', content: { title: '地线编号错位' } })
  await save(id, { custom: { voltage: '220 kV', outage: 7.8 } })
  expect(await failureOf(save(id, { custom: { voltage: '35 kV', outage: 7.8 } }))).toMatchObject({ code: 'invalid', data: { issues: [{ path: 'custom.voltage' }] } })
  expect(await failureOf(save(id, { custom: { voltage: '220 kV', outage: '很久' } }))).toMatchObject({ data: { issues: [{ path: 'custom.outage' }] } })
  expect((await client.records.get({ id })).content.custom).toEqual({ voltage: '220 kV', outage: 7.8 })
})

it('leave values where they are when they go or change, which no later save trips over', async () => {
  await setFields([voltage])
  const { id } = await client.records.create({ type: 'case', content: { title: '地线编号错位' } })
  await save(id, { custom: { voltage: '220 kV' } })
  await setFields([{ ...voltage, options: ['500 kV'] }])
  await save(id, { custom: { voltage: '220 kV', note: '新' } })
  await setFields([])
  expect((await client.records.get({ id })).content.custom).toEqual({ voltage: '220 kV', note: '新' })
})

it('keep the cells of a table that no longer fit, row by row', async () => {
  const table = (options: string[]): CustomField => ({ key: 'lines', title: '线路', kind: 'rows', types: ['case'], columns: [{ key: 'level', title: '等级', kind: 'choice', options }] })
  await setFields([table(['110 kV', '220 kV'])])
  const { id } = await client.records.create({ type: 'case', content: { title: '地线编号错位' } })
  await save(id, { custom: { lines: [{ id: 'a', level: '220 kV' }] } })
  await setFields([table(['110 kV'])])
  await save(id, { custom: { lines: [{ id: 'a', level: '220 kV' }, { id: 'b', level: '110 kV' }] } })
  expect(await failureOf(save(id, { custom: { lines: [{ id: 'a', level: '220 kV' }, { id: 'b', level: '220 kV' }] } }))).toMatchObject({ code: 'invalid' })
})

it('are refused where two have one key, or a choice has nothing to choose', async () => {
  expect(await failureOf(setFields([voltage, voltage]))).toMatchObject({ code: 'invalid', data: { issues: [{ path: 'fields.1.key' }] } })
  expect(await failureOf(setFields([{ ...voltage, options: [] }]))).toMatchObject({ data: { issues: [{ path: 'fields.0.options' }] } })
})

it('of a type are checked as well, and a title that is too long', async () => {
  const { id } = await client.records.create({ type: 'experience', content: { title: '先验电' } })
  expect(await failureOf(save(id, { fields: { priority: 'purple' } }))).toMatchObject({ data: { issues: [{ path: 'fields.priority' }] } })
  expect(await failureOf(save(id, { title: '长'.repeat(501) }))).toMatchObject({ data: { issues: [{ path: 'title', message: 'too long' }] } })
})

it('of every record too: a date that no calendar has is refused, and carried where a file has it', async () => {
  const { id } = await client.records.create({ type: 'case', content: { title: '先验电', date: '2026-02' } })
  expect(await failureOf(save(id, { date: '2026-02-30' }))).toMatchObject({ code: 'invalid', data: { issues: [{ path: 'date' }] } })
  expect(await failureOf(client.records.create({ type: 'case', content: { title: '后接地', date: '2026-04-31' } }))).toMatchObject({ data: { issues: [{ path: 'date' }] } })
  const file = join(home.home, '资料库', 'records', id.slice(-2), `${id}.json`)
  await writeFile(file, (await readFile(file, 'utf8')).replace('"date": "2026-02"', '"date": "2026-02-30"'))
  await save(id, { date: '2026-02-30', title: '先验电，后接地' })
  expect((await client.records.get({ id })).content).toMatchObject({ date: '2026-02-30', title: '先验电，后接地' })
})

it('of every record too: its author is who begins it, once the profile says a name', async () => {
  expect((await client.records.create({ type: 'case', content: { title: '先验电' } })).content.authors).toEqual([])
  await client.app.updateSettings({ profile: { name: '陈立', unit: '', role: '' } })
  expect((await client.records.create({ type: 'case', content: { title: '后接地' } })).content.authors).toEqual(['陈立'])
  expect((await client.records.create({ type: 'case', content: { title: '再核对', authors: ['李静'] } })).content.authors).toEqual(['李静'])
})

it('are found by what they say', async () => {
  await setFields([voltage])
  const { id } = await client.records.create({ type: 'case', content: { title: '地线编号错位' } })
  await save(id, { custom: { voltage: '220 kV' }, fields: { promotion: '适合全部变电站' } })
  for (const text of ['220 kV', '全部变电站']) await expect.poll(async () => (await client.search.query({ text })).groups.flatMap(({ hits }) => hits.map((hit) => hit.row.id))).toEqual([id])
})

it('are not written over where somebody changed them meanwhile', async () => {
  const { base } = await client.library.customFields()
  const { base: next } = await client.library.setCustomFields({ fields: [voltage], base })
  expect(await failureOf(client.library.setCustomFields({ fields: [outage], base }))).toMatchObject({ code: 'conflict', data: { current: next } })
  expect((await client.library.customFields()).fields).toEqual([voltage])
  expect((await client.library.setCustomFields({ fields: [voltage, outage], base: next })).fields).toEqual([voltage, outage])
})

it('tell how many records say something, and how many of these would not fit another kind', async () => {
  await setFields([{ ...voltage, types: ['case', 'tool'] }])
  for (const [type, value] of [['case', '220 kV'], ['case', '110 kV'], ['case', undefined], ['tool', '110 kV']] as const) {
    const { id } = await client.records.create({ type, content: { title: '条目' } })
    await save(id, { custom: { voltage: value, other: '别的' } })
  }
  expect(await client.library.customFieldUse({ field: voltage })).toEqual({ records: 2, misfits: 0 })
  expect(await client.library.customFieldUse({ field: { ...voltage, types: ['case', 'tool'], options: ['110 kV'] } })).toEqual({ records: 3, misfits: 1 })
  expect(await client.library.customFieldUse({ field: { ...voltage, kind: 'number' } })).toEqual({ records: 2, misfits: 2 })
})

it('tell it of any value just as reading every record does, also after an opening from what was kept', async () => {
  const table: CustomField = { key: 'table', title: '表', kind: 'rows', types: ['case'], columns: [{ key: 'a', title: '数', kind: 'number' }] }
  const fields: CustomField[] = [
    table, { ...table, kind: 'text' }, { ...table, kind: 'longText' }, { ...table, kind: 'number' }, { ...table, kind: 'date' }, { ...table, kind: 'flag' }, { ...table, kind: 'words' },
    { ...table, kind: 'choice', options: ['甲', '长'.repeat(50)] }, { ...table, kind: 'choices', options: ['甲', '乙'] },
  ]
  await setFields([table])
  const { path } = await client.library.current() ?? expect.fail()
  const values = ['甲', '长'.repeat(50), '长'.repeat(201), '长'.repeat(1001), '长'.repeat(20_001), '一\n二', '2026-11', 7, true, ['甲'], ['甲', '丙'], [], '', [{ id: 'r1', a: 1 }], [{ id: 'r1', a: '一' }], [{ a: 1 }], { a: 1 }, ['甲', 1]]
  for (const value of values) {
    const { id, content } = await client.records.create({ type: 'case', content: { title: '条目' } })
    // As another version may have written it.
    const place = libraryPaths(path).record(id)
    await writeFile(place, formatJson({ ...JSON.parse(await readFile(place, 'utf8')), content: { ...content, custom: { table: value } } }))
  }
  await client.library.close()
  await client.library.open({ path })
  const expected = fields.map((field) => {
    const said = values.filter((value) => !saysNothing(value))
    return { records: said.length, misfits: said.filter((value) => !fieldSchema(customDefinition(field)).safeParse(value).success).length }
  })
  const told = async () => Promise.all(fields.map(async (field) => client.library.customFieldUse({ field })))
  expect(await told()).toEqual(expected)
  await client.library.close()
  await client.library.open({ path })
  expect(await told()).toEqual(expected)
})
