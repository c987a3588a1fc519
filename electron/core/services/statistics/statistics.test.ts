/** Figures through the contract, against small libraries that were counted by hand; the ids behind each number are those that make it. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Coverage } from '#shared/contract/statistics'
import { newBlockId } from '#shared/model/ids'
import { LibraryFile } from '#shared/model/library'
import { readEntries } from '../../../../tests/e2e/support/readZip'
import { decline, fill, finish, move, productOf, release, released } from '../../../../tests/support/adopting'
import { paragraph } from '../../../../tests/support/records'
import { createTestHome, type TestCore, type TestHome } from '../../../../tests/support/testCore'
import { formatJson } from '../../store/canonicalJson'
import { libraryPaths } from '../../store/folders'

let home: TestHome
let client: TestCore['client']
let root: string
let now: number

const tree = [{ name: '省公司', children: [{ name: '甲单位', children: [{ name: '甲一班' }, { name: '甲二班' }] }, { name: '乙单位' }] }]

beforeEach(async () => {
  home = await createTestHome()
  now = Date.parse('2026-11-24T06:00:00.000Z')
  root = join(home.home, '资料库')
  ;({ client } = await home.open({ now: () => now }))
  await client.library.create({ path: root, name: '资料库', unit: '省公司', unitCode: 'SGS' })
  await client.library.close()
  const path = libraryPaths(root).library
  const file = LibraryFile.parse(JSON.parse(await readFile(path, 'utf8')))
  await writeFile(path, formatJson({ ...file, vocabularies: { ...file.vocabularies, units: tree } }))
  await client.library.open({ path: root })
})
afterEach(async () => home.remove())

const planOne = async (productId: string, unit: string, plannedDate = '', pilot = false): Promise<string> =>
  (await client.adoptions.plan({ productId, units: [unit], plannedDate, pilot })).ids[0] ?? ''
const cellsOf = ({ cells }: Coverage, productId: string) => Object.fromEntries(cells.filter((cell) => cell.productId === productId).map(({ unit, done, of, state, ids }) => [unit, [done, of, state, [...ids].sort()]]))

describe('coverage', () => {
  it('counts the lowest units that are targets, up to the top of the tree, with the state of each', async () => {
    const { id } = await released(client, '作业包', { fields: { targets: ['省公司'] } })
    const [first, second, third] = [await planOne(id, '甲一班'), await planOne(id, '乙单位', '2026-11-01'), await planOne(id, '外单位')]
    await finish(client, first)
    await move(client, third, 'begin')
    const coverage = await client.statistics.coverage()
    expect(coverage.units).toEqual([
      { name: '省公司', parent: null, level: 0 }, { name: '甲单位', parent: '省公司', level: 1 }, { name: '甲一班', parent: '甲单位', level: 2 }, { name: '甲二班', parent: '甲单位', level: 2 },
      { name: '乙单位', parent: '省公司', level: 1 }, { name: '外单位', parent: null, level: 0 },
    ])
    expect(coverage.products).toMatchObject([{ id, title: '作业包', edition: 1, done: 1, of: 3 }])
    expect(cellsOf(coverage, id)).toEqual({
      省公司: [1, 3, null, [first, second].sort()], 甲单位: [1, 2, null, [first]], 甲一班: [1, 1, 'done', [first]], 甲二班: [0, 1, null, []],
      乙单位: [0, 1, 'overdue', [second]], 外单位: [0, 0, 'underWay', [third]],
    })
  })

  it('counts those that were asked where no unit is a target, pilots apart, and says what each decided', async () => {
    const { product } = await productOf(client, '作业包')
    const { id } = product
    await finish(client, await planOne(id, '乙单位', '', true))
    await release(client, id)
    const [none, idle, done, planned] = [await planOne(id, '甲一班'), await planOne(id, '甲二班'), await planOne(id, '外甲'), await planOne(id, '外乙', '2027')]
    await decline(client, none)
    await finish(client, idle, { verdict: 'noAction' })
    await finish(client, done)
    const states = (coverage: Coverage) => ['甲一班', '甲二班', '外甲', '外乙', '乙单位'].map((unit) => coverage.cells.find((cell) => cell.unit === unit)?.state)
    expect(states(await client.statistics.coverage())).toEqual(['notApplicable', 'noAction', 'done', 'planned', undefined])
    expect((await client.statistics.coverage()).products).toMatchObject([{ done: 1, of: 4 }])
    await release(client, id)
    const after = await client.statistics.coverage()
    expect(states(after)).toEqual(['notApplicable', 'noAction', 'behind', 'planned', undefined])
    expect(after.products).toMatchObject([{ edition: 2, done: 1, of: 4 }])
    expect(after.cells.flatMap(({ ids }) => ids)).toContain(planned)
  })

  it('has no product that was never released and that nobody adopts', async () => {
    await productOf(client, '没有发布')
    expect(await client.statistics.coverage()).toMatchObject({ products: [], cells: [] })
  })
})

it('measures the days from each release to the first unit that had taken that edition up', async () => {
  const { id, edition } = await released(client, '作业包')
  const [first, second] = [await planOne(id, '甲一班'), await planOne(id, '甲二班')]
  await finish(client, first, { actualDate: '2026-12-10' })
  await finish(client, second, { actualDate: '2026-12' })
  await decline(client, await planOne(id, '乙单位'))
  now = Date.parse('2026-12-20T06:00:00.000Z')
  const next = await release(client, id)
  const figures = await client.statistics.replication()
  expect(figures).toEqual([
    { productId: id, title: '作业包', edition: 2, seal: next.seal, releasedAt: next.releasedAt, firstDone: null, days: null, ids: [] },
    { productId: id, title: '作业包', edition: 1, seal: edition.seal, releasedAt: edition.releasedAt, firstDone: '2026-12-10', days: 16, ids: [first, second] },
  ])
})

it('sums up benefits by unit, year and measure, verified apart, of what counts and is not only planned', async () => {
  const { id } = await released(client, '作业包')
  const benefit = (amount: number, unit: string, more: object = {}) => ({ id: newBlockId(), what: '少停电', amount, unit, ...more })
  const [first, second, planned] = [await planOne(id, '甲一班'), await planOne(id, '乙单位'), await planOne(id, '甲二班')]
  await finish(client, first, { benefits: [benefit(3, '万元', { verifiedBy: '财务部' }), benefit(1.5, '万元'), benefit(20, '小时', { year: 2025 })] })
  await fill(client, second, { actualDate: '', benefits: [benefit(7, '万元'), { id: newBlockId(), what: '没有数值', unit: '万元' }] })
  await move(client, second, 'begin')
  await fill(client, planned, { benefits: [benefit(100, '万元')] })
  expect(await client.statistics.benefits()).toEqual([
    { unit: '乙单位', year: null, measure: '万元', verified: 0, unverified: 7, ids: [second] },
    { unit: '甲一班', year: 2025, measure: '小时', verified: 0, unverified: 20, ids: [first] },
    { unit: '甲一班', year: 2026, measure: '万元', verified: 3, unverified: 1.5, ids: [first] },
  ])
  expect((await client.adoptions.ofProduct({ id })).adoptions.find(({ row }) => row.id === first)?.benefits)
    .toEqual([{ unit: '万元', verified: 3, unverified: 1.5 }, { unit: '小时', verified: 0, unverified: 20 }])
})

it('sums up no amount that no sum can take, but names who says it, and sums decimals as they were written', async () => {
  const { id } = await released(client, '作业包')
  const benefit = (amount: number, unit: string) => ({ id: newBlockId(), amount, unit })
  const adoptionId = await planOne(id, '甲一班')
  await finish(client, adoptionId, { benefits: [benefit(1e308, '万元'), benefit(1e308, '万元'), benefit(0.1, '小时'), benefit(0.2, '小时'), benefit(-1e16, '小时')] })
  expect((await client.statistics.benefits()).map(({ measure, verified, unverified, ids }) => [measure, verified, unverified, ids])).toEqual([['万元', 0, 0, [adoptionId]], ['小时', 0, 0.3, [adoptionId]]])
})

it('tells of what was written in a month how much a product comes of, also by an edition that no longer says so in its draft', async () => {
  const month = new Date().toLocaleDateString('sv-SE').slice(0, 7)
  const { id, sourceId } = await released(client, '作业包')
  const { id: idle } = await client.records.create({ type: 'case', content: { title: '没有用上' } })
  const { id: experience } = await client.records.create({ type: 'experience', content: { title: '没有用上的经验' } })
  const both = [
    { type: 'case', month, total: 2, converted: 1, ids: [sourceId, idle], convertedIds: [sourceId] },
    { type: 'experience', month, total: 1, converted: 0, ids: [experience], convertedIds: [] },
  ]
  expect(await client.statistics.conversion()).toEqual(both)
  const { revision } = await client.records.get({ id })
  await client.records.save({ id, base: revision.id, changes: { links: [] } })
  expect(await client.statistics.conversion()).toEqual(both)
})

it('counts who takes what from a record, and the units that adopt what comes of it', async () => {
  const { id, sourceId } = await released(client, '作业包')
  const mention = { ...paragraph(''), inlines: [{ type: 'recordLink' as const, recordId: sourceId, text: '见' }] }
  const { id: mentioning } = await client.records.create({ type: 'experience', content: { title: '提到它', body: { version: 1, preamble: [mention], sections: [] } } })
  const { id: related } = await client.records.create({ type: 'case', content: { title: '有关', links: [{ to: sourceId, relation: 'related' }, { to: mentioning, relation: 'uses' }] } })
  await finish(client, await planOne(id, '甲一班'))
  await finish(client, await planOne(id, '甲二班'))
  await planOne(id, '乙单位')
  const figures = await client.statistics.citations({})
  expect(figures.map(({ row, cited, reused, ids }) => [row.id, cited, reused, ids])).toEqual([[sourceId, 2, 2, [id, mentioning]], [mentioning, 1, 0, [related]]])
  expect(await client.statistics.citations({ limit: 1 })).toHaveLength(1)
})

it('lists what is overdue: reviews from their day on, adoptions after theirs', async () => {
  const { id: review } = await client.records.create({ type: 'experience', content: { title: '该复审', fields: { reviewDate: '2026-11-24' } } })
  await client.records.create({ type: 'experience', content: { title: '还早', fields: { reviewDate: '2026-11-25' } } })
  const { id } = await released(client, '作业包')
  const late = await planOne(id, '甲一班', '2026-11-23')
  await planOne(id, '甲二班', '2026-11-24')
  expect(await client.statistics.overdue({})).toMatchObject({ reviews: [{ row: { id: review }, day: '2026-11-24' }], adoptions: [{ row: { id: late }, day: '2026-11-23' }] })
})

it('lists no more of what is overdue than is asked for, and says how many there are', async () => {
  const { id } = await released(client, '作业包')
  for (const unit of ['甲一班', '甲二班', '乙单位']) await planOne(id, unit, '2026-11-01')
  expect(await client.statistics.overdue({ limit: 2 })).toMatchObject({ reviews: [], adoptions: [expect.anything(), expect.anything()], totals: { reviews: 0, adoptions: 3 } })
})

describe('as an Excel file', () => {
  const textIn = async (path: string): Promise<string> => [...await readEntries(path)].filter(([name]) => name.startsWith('xl/')).map(([, part]) => part.toString('utf8')).join('')

  it('each figure leaves, in the language of its user, without the titles of restricted records', async () => {
    const open = await released(client, '公开作业包')
    const closed = await released(client, '绝密作业包', { confidentiality: 'restricted' })
    for (const { id } of [open, closed]) await planOne(id, '甲一班', '2026-11-01')
    for (const figure of ['coverage', 'replication', 'benefits', 'conversion', 'citations', 'overdue'] as const) {
      const to = join(home.home, `${figure}.xlsx`)
      expect(await client.statistics.export({ figure, to })).toMatchObject({ path: to, name: `${figure}.xlsx`, download: null })
      expect(await textIn(to)).not.toContain('绝密')
    }
    expect(await textIn(join(home.home, 'coverage.xlsx'))).toContain('公开作业包')
    const { content: { number } } = await client.records.get({ id: closed.id })
    expect(await textIn(join(home.home, 'coverage.xlsx'))).toContain(number)
    await client.app.updateSettings({ language: 'en' })
    const kept = await client.statistics.export({ figure: 'benefits', to: null })
    expect(kept).toMatchObject({ name: 'Benefits.xlsx', path: null, download: expect.any(String) })
  })

  it('leaves restricted adoptions out of its sums and texts, and says how many they are', async () => {
    const open = await released(client, '公开作业包')
    const closed = await released(client, '绝密作业包', { confidentiality: 'restricted' })
    const [one, other] = [await planOne(open.id, '甲一班'), await planOne(closed.id, '乙单位')]
    await finish(client, one, { benefits: [{ id: newBlockId(), amount: 31, unit: '万元' }] })
    await finish(client, other, { benefits: [{ id: newBlockId(), amount: 7654321, unit: '绝密计量' }] })
    expect(await client.statistics.benefits()).toHaveLength(2)
    const to = join(home.home, 'benefits.xlsx')
    await client.statistics.export({ figure: 'benefits', to })
    const text = await textIn(to)
    expect(text).toContain('>31<')
    expect(text).toContain('另有 1 条受控推广记录')
    for (const hidden of ['7654321', '绝密', '乙单位']) expect(text).not.toContain(hidden)
    // An adoption that says itself what it may not, of a product that was restricted when it was taken up.
    const { revision } = await client.records.get({ id: closed.id })
    await client.records.save({ id: closed.id, base: revision.id, changes: { confidentiality: 'internal' } })
    await client.statistics.export({ figure: 'benefits', to })
    expect(await textIn(to)).not.toContain('7654321')
  })

  it('is not written into the library', async () => {
    await expect(client.statistics.export({ figure: 'benefits', to: join(root, '效益.xlsx') })).rejects.toMatchObject({ code: 'invalid' })
  })
})
