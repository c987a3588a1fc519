/** New values of own and custom fields for many records, through the contract on a real library. */
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { toFailure } from '#shared/contract/errors'
import { createTestHome, type TestCore, type TestHome } from '../../../../tests/support/testCore'

let home: TestHome
let client: TestCore['client']

beforeEach(async () => {
  home = await createTestHome();
  ({ client } = await home.open())
  await client.library.create({ path: join(home.home, '资料库'), name: '资料库', unit: '运维一班', unitCode: 'YW1' })
  const { base } = await client.library.customFields()
  await client.library.setCustomFields({ base, fields: [{ key: 'risk', title: '风险等级', kind: 'choice', options: ['高', '低'], types: ['tool'] }] })
})
afterEach(async () => home.remove())

it('sets and clears them where the type has the field, leaves the other records as they are, and is undone', async () => {
  const tool = await client.records.create({ type: 'tool', content: { title: '甲', fields: { kind: 'form' }, custom: { risk: '高', other: '留着' } } })
  const plain = await client.records.create({ type: 'case', content: { title: '乙' } })
  const { operationId, done } = await client.records.bulkEdit({ selection: { ids: [tool.id, plain.id] }, change: { values: { 'custom:risk': '低', 'own:kind': null } } })
  expect(done).toBe(1)
  const { fields, custom } = (await client.records.get({ id: tool.id })).content
  expect([fields, custom]).toEqual([{}, { risk: '低', other: '留着' }])
  expect((await client.records.get({ id: plain.id })).revision).toEqual(plain.revision)
  await client.operations.undo({ id: operationId ?? '' })
  expect((await client.records.get({ id: tool.id })).content).toEqual(tool.content)
})

it('refuses what no field of that key can have, before anything is changed', async () => {
  const tool = await client.records.create({ type: 'tool', content: { title: '甲', custom: { risk: '高' } } })
  for (const values of [{ 'custom:risk': '极高' }, { 'custom:none': '高' }, { 'own:edition': 3 }, { 'own:polarity': 'positive' }]) {
    const error: unknown = await client.records.bulkEdit({ selection: { ids: [tool.id] }, change: { values } }).then(() => undefined, (failure: unknown) => failure)
    expect(toFailure(error)).toMatchObject({ code: 'invalid', data: { issues: [{ path: `values.${Object.keys(values)[0] ?? ''}` }] } })
  }
  expect((await client.records.get({ id: tool.id })).revision).toEqual(tool.revision)
})
