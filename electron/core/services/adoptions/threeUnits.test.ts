/** One product in three libraries: its editions go out by package, what became of them comes back the same way, and everything counts once. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { newBlockId } from '#shared/model/ids'
import { fill, finish, release } from '../../../../tests/support/adopting'
import * as jobs from '../../../../tests/support/jobs'
import { createTestHome, type TestCore, type TestHome } from '../../../../tests/support/testCore'
import { openPackage } from '../../packages/openPackage'
import { libraryPaths } from '../../store/folders'

type Client = TestCore['client']
interface Library { home: TestHome; client: Client; id: string; unit: string; root: string }

let libraries: Library[]
let packages: TestHome
let hq: Library
let b: Library
let c: Library
let files = 0

const libraryOf = async (unit: string, unitCode: string): Promise<Library> => {
  const home = await createTestHome()
  const { client } = await home.open({ now: () => Date.parse('2026-11-24T06:00:00.000Z') })
  const root = join(home.home, '资料库')
  const { library } = await client.library.create({ path: root, name: `${unit}资料库`, unit, unitCode })
  await client.app.updateSettings({ profile: { name: `${unit}的人`, unit, role: '' } })
  return { home, client, id: library.id, unit, root }
}

beforeEach(async () => {
  packages = await createTestHome()
  libraries = [hq = await libraryOf('省公司', 'SGS'), b = await libraryOf('乙单位', 'YDW'), c = await libraryOf('丙单位', 'BDW')]
})
afterEach(async () => { for (const { remove } of [...libraries.map(({ home }) => home), packages]) await remove() })

const sent = async (from: Library, to: Library, what: { ids?: string[]; editions?: { recordId: string; seal: string }[]; masking?: object }): Promise<string> => {
  const path = join(packages.home, `${String(files += 1)}.lfpkg`)
  await jobs.done(from.client, from.client.packages.make({ ...what, title: '往来', to: path, recipient: { unit: to.unit, libraryId: to.id } }))
  return path
}

const taken = async ({ client }: Library, path: string): Promise<void> => {
  const jobId = await jobs.done(client, client.packages.open({ path }))
  await jobs.done(client, client.packages.take({ accept: true, jobId }))
}

const recordsIn = async (path: string): Promise<string[]> => {
  const opened = await openPackage(path, { signal: new AbortController().signal })
  await opened.close()
  return opened.manifest.records.map(({ id }) => id)
}

const planned = async ({ client }: Library, productId: string, unit: string): Promise<string> => (await client.adoptions.plan({ productId, units: [unit], plannedDate: '2026-12' })).ids[0] ?? ''

const brought = (amount: number, verifiedBy = '') => [{ id: newBlockId(), what: '少停电', amount, unit: '万元', ...verifiedBy !== '' && { verifiedBy } }]

const reported = async (from: Library): Promise<{ path: string; ids: string[] }> => {
  const [report] = await from.client.adoptions.reportable()
  expect(report?.library).toMatchObject({ id: hq.id, unit: '省公司' })
  const ids = report?.adoptions.map(({ row }) => row.id) ?? []
  return { path: await sent(from, hq, { ids }), ids }
}

const coverage = async ({ client }: Library) => {
  const { products, cells } = await client.statistics.coverage()
  return { counts: products.map(({ title, edition, done, of }) => [title, edition, done, of]), states: Object.fromEntries(cells.map(({ unit, state }) => [unit, state])) }
}

const benefits = async ({ client }: Library) => (await client.statistics.benefits()).map(({ unit, measure, verified, unverified }) => [unit, measure, verified, unverified])

it('an edition goes out, its adoption comes back and is counted once, also when it is taken twice or was planned twice', async () => {
  const source = await hq.client.records.create({ type: 'case', content: { title: '带电作业前的核对' } })
  const { id } = await hq.client.products.create({ title: '带电作业核对法', sources: [source.id] })
  const { seal } = await release(hq.client, id)
  const { ids: [forB = '', forC = ''] } = await hq.client.adoptions.plan({ productId: id, units: ['乙单位', '丙单位'], plannedDate: '2026-12' })
  expect(await coverage(hq)).toEqual({ counts: [['带电作业核对法', 1, 0, 2]], states: { 乙单位: 'planned', 丙单位: 'planned' } })

  await taken(b, await sent(hq, b, { ids: [forB], editions: [{ recordId: id, seal }] }))
  await taken(c, await sent(hq, c, { editions: [{ recordId: id, seal }] }))
  expect(await b.client.adoptions.of({ id: forB })).toMatchObject({ adoption: { standing: 'current', row: { stage: 'planned' } }, edition: { seal }, current: { seal } })
  // What came and was not touched is nothing to report.
  expect(await b.client.adoptions.reportable()).toEqual([])

  await finish(b.client, forB, { benefits: brought(3, '财务部'), differences: [{ id: newBlockId(), place: '第 1 步', standard: '三人', local: '两人', reason: '人手少' }] })
  // 丙 takes it up by itself before the plan for it arrives.
  const own = await planned(c, id, '丙单位')
  await finish(c.client, own, { benefits: brought(5) })
  await taken(c, await sent(hq, c, { ids: [forC] }))
  expect(await coverage(c)).toEqual({ counts: [['带电作业核对法', 1, 1, 1]], states: { 丙单位: 'done' } })

  const [fromB, fromC] = [await reported(b), await reported(c)]
  expect([fromB.ids, fromC.ids]).toEqual([[forB], [own]])
  // The product stays at home: whoever reports sends adoptions alone.
  expect(await recordsIn(fromB.path)).toEqual([forB])
  expect(await recordsIn(fromC.path)).toEqual([own])
  expect(await b.client.adoptions.reportable()).toEqual([])

  for (const path of [fromB.path, fromC.path, fromC.path, fromB.path]) await taken(hq, path)
  expect(await coverage(hq)).toEqual({ counts: [['带电作业核对法', 1, 2, 2]], states: { 乙单位: 'done', 丙单位: 'done' } })
  expect(await benefits(hq)).toEqual([['丙单位', '万元', 0, 5], ['乙单位', '万元', 3, 0]])
  const rows = (await hq.client.adoptions.ofProduct({ id })).adoptions
  expect(rows).toHaveLength(3)
  expect(rows.filter(({ countedBy }) => countedBy !== null)).toMatchObject([{ row: { id: forC }, countedBy: own }])
  expect(rows.find(({ row }) => row.id === forB)).toMatchObject({ differences: 1, benefits: [{ unit: '万元', verified: 3, unverified: 0 }] })

  await fill(b.client, forB, { feedback: '好用' })
  expect(await b.client.adoptions.reportable()).toMatchObject([{ library: { id: hq.id }, adoptions: [{ row: { id: forB } }], sentAt: expect.any(String) }])
})

it('a second edition leaves behind those who are on the first, here and where it arrives', async () => {
  const source = await hq.client.records.create({ type: 'case', content: { title: '来源' } })
  const { id } = await hq.client.products.create({ title: '核对法', sources: [source.id] })
  const first = await release(hq.client, id)
  const forB = await planned(hq, id, '乙单位')
  await taken(b, await sent(hq, b, { ids: [forB], editions: [{ recordId: id, seal: first.seal }] }))
  await finish(b.client, forB)
  await taken(hq, (await reported(b)).path)
  const second = await release(hq.client, id)
  expect(await hq.client.adoptions.ofProduct({ id })).toMatchObject({ behind: ['乙单位'], current: { seal: second.seal }, adoptions: [{ standing: 'behind' }] })
  expect((await b.client.adoptions.ofProduct({ id })).behind).toEqual([])
  await taken(b, await sent(hq, b, { editions: [{ recordId: id, seal: second.seal }] }))
  expect(await b.client.adoptions.ofProduct({ id })).toMatchObject({ behind: ['乙单位'], current: { seal: second.seal } })
  expect(await b.client.adoptions.of({ id: forB })).toMatchObject({ adoption: { standing: 'behind' }, edition: { seal: first.seal }, current: { seal: second.seal } })
})

it('an adoption of an edition that is not here is said to be one, listed, and counted for none', async () => {
  const source = await hq.client.records.create({ type: 'case', content: { title: '来源' } })
  const { id } = await hq.client.products.create({ title: '核对法', sources: [source.id] })
  const first = await release(hq.client, id)
  await taken(b, await sent(hq, b, { editions: [{ recordId: id, seal: first.seal }] }))
  await release(hq.client, id)
  const forB = await planned(hq, id, '乙单位')
  await taken(b, await sent(hq, b, { ids: [forB] }))
  expect(await b.client.adoptions.ofProduct({ id })).toMatchObject({ adoptions: [{ row: { id: forB }, edition: 2, standing: 'unknownEdition' }], behind: [] })
  expect((await coverage(b)).counts).toEqual([['核对法', 1, 0, 0]])
  await finish(b.client, forB, { benefits: brought(2) })
  expect((await coverage(b)).counts).toEqual([['核对法', 1, 0, 0]])
  expect((await b.client.statistics.coverage()).cells).toMatchObject([{ unit: '乙单位', state: null, ids: [forB] }])

  // Where the product itself is not here, the adoption stays what it is.
  await taken(c, await sent(hq, c, { ids: [forB] }))
  expect(await c.client.adoptions.of({ id: forB })).toMatchObject({ adoption: { standing: 'unknownProduct', productId: id }, product: null, edition: null })
  // And where its file is lost.
  await hq.client.library.close()
  await rm(libraryPaths(hq.root).editionsOf(id), { recursive: true })
  await hq.client.library.open({ path: hq.root })
  expect(await hq.client.adoptions.of({ id: forB })).toMatchObject({ adoption: { standing: 'unknownEdition' }, edition: null, current: null })
})

it('an edition that leaves masked is the one that was released to whoever gets it, and to whoever gets it back', async () => {
  const source = await hq.client.records.create({ type: 'case', content: { title: '来源', contact: '13812345678' } })
  const { id } = await hq.client.products.create({ title: '核对法', sources: [source.id], content: { contact: '13812345678' } })
  const { seal } = await release(hq.client, id)
  const forB = await planned(hq, id, '乙单位')
  await taken(b, await sent(hq, b, { ids: [forB], editions: [{ recordId: id, seal }], masking: {} }))
  const [edition] = await b.client.products.editions({ id })
  expect(edition?.seal).not.toBe(seal)
  expect(await b.client.adoptions.of({ id: forB })).toMatchObject({ adoption: { standing: 'current' }, edition: { seal: edition?.seal } })
  const own = await planned(b, id, '乙二班')
  for (const each of [forB, own]) await finish(b.client, each)
  await taken(hq, (await reported(b)).path)
  expect((await hq.client.adoptions.ofProduct({ id })).adoptions.map(({ row, standing }) => [row.unit, row.stage, standing]).sort()).toEqual([['乙二班', 'done', 'current'], ['乙单位', 'done', 'current']])
  expect((await coverage(hq)).counts).toEqual([['核对法', 1, 2, 2]])
})
