/** What is ripe for a product, through the contract on a real library and its real index. */
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Candidate } from '#shared/contract/products'
import type { EditableContent, RecordFile } from '#shared/model/record'
import { anyway, moveOn, saveNow, wholeProduct } from '../../../../../tests/support/products'
import { paragraph } from '../../../../../tests/support/records'
import { createTestHome, type TestCore, type TestHome } from '../../../../../tests/support/testCore'

let home: TestHome
let client: TestCore['client']

beforeEach(async () => {
  home = await createTestHome()
  ;({ client } = await home.open())
  await client.library.create({ path: join(home.home, '资料库'), name: '资料库', unit: '运维一班', unitCode: 'YW1' })
  await client.app.updateSettings({ profile: { name: '李静', unit: '运维一班', role: '' } })
})
afterEach(async () => home.remove())

const grounding = [
  '接地线挂接前由操作人逐根报出编号，监护人对照工作票复诵确认，编号与悬挂点一致后方可挂接。', '拆除接地线时按登记表逐根销号，工作负责人清点组数无误后才允许恢复送电。',
]
const told = {
  运维一班: '我们在三月的停电检修中，把接地线编号双确认写进班前会，操作人逐根报号、监护人复诵，全年没有发生错挂接地线。',
  检修二班: '检修现场多组接地线同时使用，容易漏拆。实行接地线编号登记和双人确认以后，拆除时逐根销号，漏拆的情况不再出现。',
  输电三班: '线路停电作业点多，接地线编号与悬挂点常常对不上。由监护人对照工作票复诵接地线编号，做到挂一根确认一根。',
}

const newCase = async (unit: string, title: string, texts: readonly string[], change: Omit<EditableContent, 'title'> = {}): Promise<RecordFile> => {
  const { id } = await client.records.create({ type: 'case', content: { title, unit, authors: ['陈立'], body: { version: 1, preamble: texts.map(paragraph), sections: [] }, ...change } })
  await moveOn(client, id, 'submit')
  return moveOn(client, id, 'validate', { override: true, reason: '测试' })
}

/** Of three units, told differently. */
const groundingCases = async (): Promise<RecordFile[]> => {
  const cases = []
  for (const [unit, text] of Object.entries(told)) cases.push(await newCase(unit, `接地线编号双确认（${unit}）`, [text, ...grounding]))
  return cases
}

const others = async (): Promise<void> => {
  await newCase('运维一班', '变压器油样色谱分析', ['对主变压器每季度取油样做色谱分析，乙炔含量超过注意值时缩短周期，并安排局部放电检测。'])
  await newCase('营销五班', '台区线损治理', ['比对台区总表与用户电表的电量，筛查零电量用户和失压失流，治理后线损率降到百分之二以内。'])
  await newCase('配电六班', '带电作业机器人', ['带电作业机器人完成引线搭接，作业人员在地面遥控，减少高处作业的时间和风险。'])
}

const found = async (): Promise<Candidate[]> => vi.waitFor(async () => {
  const { candidates, isComplete } = await client.products.candidates({})
  if (!isComplete) throw new Error('the index is not complete')
  return candidates
}, { timeout: 30_000 })

const idsOf = ({ records }: Candidate): string[] => records.map(({ row }) => row.id).sort()

/** Once these are the ripest: what was saved last is in the index a moment later. */
const foundWith = async (cases: readonly RecordFile[]): Promise<Candidate[]> => vi.waitFor(async () => {
  const all = await found()
  expect(all[0] && idsOf(all[0])).toEqual(cases.map(({ id }) => id).sort())
  return all
}, { timeout: 30_000 })

it('are records of like practice in three units, as one candidate that says why', async () => {
  const cases = await groundingCases()
  await others()
  const [best, ...rest] = await foundWith(cases)
  expect(best?.units.toSorted()).toEqual(Object.keys(told).sort())
  expect(best?.reasons.find(({ kind }) => kind === 'units')).toEqual({ kind: 'units', count: 3 })
  expect(best?.reasons.find(({ kind }) => kind === 'similar')?.count).toBeGreaterThan(5)
  expect(best?.records.slice(1).every(({ reasons }) => reasons.some(({ kind }) => kind === 'similar'))).toBe(true)
  expect(rest.flatMap(idsOf).filter((id) => cases.some((each) => each.id === id))).toEqual([])
})

it('are not what a product comes of, nor what an edition came of that its product goes without now', async () => {
  const cases = await groundingCases()
  const [first, second, third] = cases
  if (!first || !second || !third) throw new Error('no cases')
  const product = await wholeProduct(client, '接地线双确认作业包', [first, second])
  await client.products.release({ id: product.id, base: product.revision.id, reason: anyway })
  await saveNow(client, product.id, { links: product.content.links.filter(({ to }) => to === second.id) })
  expect(await client.records.backlinks({ id: first.id })).toEqual([])
  expect((await found()).flatMap(idsOf).filter((id) => id === first.id || id === second.id)).toEqual([])
})

it('are validated, and no cases of what went wrong', async () => {
  const cases = await groundingCases()
  const [first, second] = cases
  if (!first || !second) throw new Error('no cases')
  await moveOn(client, first.id, 'revise', { reason: '再核对' })
  await saveNow(client, second.id, { fields: { polarity: 'negative' } })
  expect((await found()).flatMap(idsOf).filter((id) => id === first.id || id === second.id)).toEqual([])
})

it('are told by use, rating, measured results, citations and promotion value where nothing is like them', async () => {
  const { id } = await newCase('营销五班', '台区线损治理', ['比对台区总表与用户电表的电量，筛查零电量用户。'], {
    fields: { results: [{ id: 'r1', indicator: '线损率', unit: '%', before: '6', after: '2', evidence: [] }], promotion: '各供电所都可以照做' },
  })
  await newCase('配电六班', '带电作业机器人', ['带电作业机器人完成引线搭接。'], { links: [{ to: id, relation: 'related' }] })
  await client.usage.note({ id, kind: 'opened' })
  await client.usage.note({ id, kind: 'exported' })
  await client.usage.mark({ id, rating: 5 })
  const candidates = await found()
  expect(candidates).toHaveLength(1)
  expect(candidates[0]?.reasons).toEqual([
    { kind: 'measured', count: 1 }, { kind: 'cited', count: 1 }, { kind: 'used', count: 2 }, { kind: 'rated', count: 5 }, { kind: 'promoted', count: 1 }, { kind: 'validated', count: 1 },
  ])
})

it('are not the same text twice in one unit', async () => {
  const text = [...grounding, told.运维一班]
  await newCase('运维一班', '接地线编号双确认', text)
  await newCase('运维一班', '接地线编号双确认（副本）', text)
  expect((await found()).filter(({ records }) => records.length > 1)).toEqual([])
})

it('are as many as are asked for, the ripest first', async () => {
  const cases = await groundingCases()
  await newCase('营销五班', '台区线损治理', ['筛查零电量用户。'], { fields: { promotion: '可以照做' } })
  const all = await foundWith(cases)
  expect(all.length).toBeGreaterThan(1)
  expect(all.map(({ score }) => score)).toEqual(all.map(({ score }) => score).toSorted((a, b) => b - a))
  expect((await client.products.candidates({ limit: 1 })).candidates).toEqual(all.slice(0, 1))
})
