/** Fields that a library defines for itself, through the contract on a real library. */
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { toFailure, type Failure } from '#shared/contract/errors'
import type { CustomField } from '#shared/model/customFields'
import { createTestHome, type TestCore, type TestHome } from '../../../tests/support/testCore'

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
