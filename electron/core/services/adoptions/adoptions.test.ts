/** Adoptions through the contract, on a real library: what no edit changes, how they stand, what is due. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AdoptionRow } from '#shared/contract/adoptions'
import { toFailure, type Failure } from '#shared/contract/errors'
import { newBlockId } from '#shared/model/ids'
import { LibraryFile } from '#shared/model/library'
import { type RecordFile } from '#shared/model/record'
import { wordOf } from '../../../../tests/support/documents'
import { decline, fill, finish, move, planFor, productOf, release, released, rewriteRecord } from '../../../../tests/support/adopting'
import { done } from '../../../../tests/support/jobs'
import { createTestHome, type TestCore, type TestHome } from '../../../../tests/support/testCore'
import { formatJson } from '../../store/canonicalJson'
import { libraryPaths } from '../../store/folders'

let home: TestHome
let client: TestCore['client']
let root: string
let now: number

beforeEach(async () => {
  home = await createTestHome()
  now = Date.parse('2026-11-24T06:00:00.000Z')
  root = join(home.home, '资料库')
  ;({ client } = await home.open({ now: () => now }))
  await client.library.create({ path: root, name: '资料库', unit: '省公司', unitCode: 'SGS' })
})
afterEach(async () => home.remove())

const failureOf = async (call: Promise<unknown>): Promise<Failure | undefined> => toFailure(await call.then(() => undefined, (error: unknown) => error))
const planOne = async (productId: string, unit: string, plannedDate = '', pilot = false): Promise<string> => planFor(client, productId, unit, plannedDate, pilot)
const standings = async (id: string) => (await client.adoptions.ofProduct({ id })).adoptions.map(({ row, standing }) => [row.unit, standing])

const rewrite = async (id: string, edit: (record: RecordFile) => RecordFile): Promise<void> => rewriteRecord(client, root, id, edit)

const units = (...names: string[]) => names.map((name) => ({ name }))
const setUnits = async (tree: { name: string; children?: { name: string }[] }[]): Promise<void> => {
  await client.library.close()
  const path = libraryPaths(root).library
  const file = LibraryFile.parse(JSON.parse(await readFile(path, 'utf8')))
  await writeFile(path, formatJson({ ...file, vocabularies: { ...file.vocabularies, units: tree } }))
  await client.library.open({ path: root })
}

describe('what an adoption takes up', () => {
  it('stays, whatever a save says of it', async () => {
    const { id, edition } = await released(client, '作业包')
    const other = await released(client, '另一个')
    const adoptionId = await planOne(id, '甲单位')
    const { content } = await client.records.get({ id: adoptionId })
    const { revision } = await client.records.get({ id: adoptionId })
    await client.records.save({
      id: adoptionId, base: revision.id,
      changes: { links: [{ to: other.id, relation: 'adopts' }, { to: other.sourceId, relation: 'related' }], fields: { verdict: 'act', edition: 9, pilot: true, seal: other.edition.seal } },
    })
    const after = (await client.records.get({ id: adoptionId })).content
    expect(after.links).toEqual([...content.links, { to: other.sourceId, relation: 'related' }])
    expect(after.fields).toEqual({ verdict: 'act', edition: 1, pilot: false, seal: edition.seal })
  })

  it('is given to nothing else: no product, case or new record gets an adopts link, a seal or a pilot', async () => {
    const { id, edition } = await released(client, '作业包')
    const { revision } = await client.records.get({ id })
    await client.records.save({ id, base: revision.id, changes: { fields: { seal: edition.seal, pilot: true }, links: [{ to: edition.recordId, relation: 'adopts' }] } })
    const made = await client.records.create({ type: 'case', content: { title: '案例', links: [{ to: id, relation: 'adopts' }], fields: { seal: edition.seal, pilot: true, edition: 3 } } })
    for (const { content } of [await client.records.get({ id }), made]) {
      expect(content.links.filter(({ relation }) => relation === 'adopts')).toEqual([])
      expect(content.fields).not.toHaveProperty('seal')
      expect(content.fields).not.toHaveProperty('pilot')
    }
    expect(made.content.fields).not.toHaveProperty('edition')
  })

  it('stays through edits of many, a merge, and mended links', async () => {
    const { id } = await released(client, '作业包')
    const [first, second] = [await planOne(id, '甲单位'), await planOne(id, '乙单位')]
    const before = (await client.records.get({ id: first })).content
    await client.records.bulkEdit({ selection: { ids: [first] }, change: { values: { 'own:pilot': true, 'own:rating': '4' } } })
    expect((await client.records.get({ id: first })).content.fields).toEqual({ ...before.fields, rating: '4' })
    const [into, from] = [await client.records.get({ id: first }), await client.records.get({ id: second })]
    await client.records.merge({ into: first, intoBase: into.revision.id, from: second, fromBase: from.revision.id, content: { links: [], fields: { feedback: '合起来' } } })
    expect((await client.records.get({ id: first })).content).toMatchObject({ links: before.links, fields: { edition: 1, seal: before.fields.seal, feedback: '合起来' } })
    await client.records.remove({ selection: { ids: [id] } })
    const { revision } = await client.records.get({ id: first })
    await client.links.mend({ mends: [{ recordId: first, reference: { kind: 'link', to: id, relation: 'adopts', revisionId: before.links[0]?.revisionId ?? null }, to: null }] })
    expect(await client.records.get({ id: first })).toMatchObject({ revision: { id: revision.id }, content: { links: before.links } })
  })
})

describe('how adoptions stand', () => {
  it('is told by the edition in force: current, behind once there is a later one, retired with the product', async () => {
    const { id } = await released(client, '作业包')
    await finish(client, await planOne(id, '甲单位'))
    expect(await standings(id)).toEqual([['甲单位', 'current']])
    expect(await client.adoptions.ofProduct({ id })).toMatchObject({ behind: [], current: { number: 1 }, next: 2 })
    await release(client, id)
    expect(await standings(id)).toEqual([['甲单位', 'behind']])
    expect(await client.adoptions.ofProduct({ id })).toMatchObject({ behind: ['甲单位'], current: { number: 2 }, next: 3 })
    await finish(client, await planOne(id, '甲单位'))
    expect((await client.adoptions.ofProduct({ id })).behind).toEqual([])
    await move(client, id, 'retire', '不再使用')
    expect((await standings(id)).map(([, standing]) => standing)).toEqual(['retired', 'retired'])
  })

  it('is not behind where a unit decided that the later edition is not for it, or never took the product up', async () => {
    const { id } = await released(client, '作业包')
    await finish(client, await planOne(id, '甲单位'))
    await decline(client, await planOne(id, '乙单位'))
    await planOne(id, '丙单位')
    await release(client, id)
    expect((await client.adoptions.ofProduct({ id })).behind).toEqual(['甲单位'])
    await decline(client, await planOne(id, '甲单位'))
    expect((await client.adoptions.ofProduct({ id })).behind).toEqual([])
  })

  it('of a pilot is a draft until its edition is released', async () => {
    const { product } = await productOf(client, '作业包')
    await planOne(product.id, '甲单位', '', true)
    expect(await standings(product.id)).toEqual([['甲单位', 'draft']])
    await release(client, product.id)
    expect(await standings(product.id)).toEqual([['甲单位', 'piloted']])
  })

  it('is listed, and said, where the edition or the product is not here', async () => {
    const { id } = await released(client, '作业包')
    const [first, second] = [await planOne(id, '甲单位'), await planOne(id, '乙单位')]
    await finish(client, first)
    await rewrite(first, (record) => ({
      ...record, content: { ...record.content, links: [{ to: id, relation: 'adopts', revisionId: 'e'.repeat(64) }], fields: { ...record.content.fields, seal: 'f'.repeat(64) } },
    }))
    expect(await client.adoptions.of({ id: first })).toMatchObject({ adoption: { standing: 'unknownEdition', edition: 1 }, product: { id }, edition: null, summary: null, current: { number: 1 } })
    expect(await client.adoptions.ofProduct({ id })).toMatchObject({ behind: [] })
    expect(await client.statistics.coverage()).toMatchObject({ products: [{ id, done: 0, of: 1 }] })
    await client.records.remove({ selection: { ids: [id] } })
    expect(await client.adoptions.of({ id: second })).toMatchObject({ adoption: { standing: 'unknownProduct', productId: id, productTitle: '' }, product: null, edition: null, current: null })
    expect((await client.statistics.coverage()).products).toEqual([])
  })

  it('counts one of an edition that is here whatever another unknown one of its unit says, and each once whatever number stands beside its seal', async () => {
    const { id, edition } = await released(client, '作业包')
    const unknown = await planOne(id, '甲单位')
    await finish(client, unknown, { benefits: [{ id: newBlockId(), amount: 2, unit: '万元' }] })
    await rewrite(unknown, (record) => ({ ...record, content: { ...record.content, links: [{ to: id, relation: 'adopts', revisionId: 'e'.repeat(64) }], fields: { ...record.content.fields, seal: 'f'.repeat(64) } } }))
    const known = await planOne(id, '甲单位')
    await finish(client, known)
    await fill(client, unknown, { feedback: '后来又写的' })
    expect((await client.adoptions.ofProduct({ id })).adoptions.map(({ row, standing, countedBy }) => [row.id, standing, countedBy])).toEqual([[unknown, 'unknownEdition', null], [known, 'current', null]])
    expect(await client.statistics.coverage()).toMatchObject({ products: [{ done: 1, of: 1 }] })
    await rewrite(unknown, (record) => ({ ...record, content: { ...record.content, fields: { ...record.content.fields, seal: edition.seal, edition: 7 } } }))
    expect((await client.adoptions.ofProduct({ id })).adoptions.filter(({ countedBy }) => countedBy === null)).toHaveLength(1)
  })

  it('is shown by the beginning of what it says, and by sums that are numbers', async () => {
    const { id } = await released(client, '作业包')
    const adoptionId = await planOne(id, '甲单位')
    const amounts = [0.1, 0.2, 1e308, 1e308, -2e15]
    await fill(client, adoptionId, { barrier: '长'.repeat(199) + '𠮷𠮷', feedback: '短', benefits: amounts.map((amount) => ({ id: newBlockId(), amount, unit: '万元' })) })
    expect(await client.adoptions.list()).toMatchObject([{ barrier: `${'长'.repeat(199)}…`, feedback: '短', benefits: [{ unit: '万元', verified: 0, unverified: 0.3 }] }])
  })

  it('shows the standard beside an adoption, as it was released', async () => {
    const { id, edition } = await released(client, '作业包')
    const adoptionId = await planOne(id, '甲单位')
    await release(client, id)
    expect(await client.adoptions.of({ id: adoptionId })).toMatchObject({ edition: { seal: edition.seal, number: 1 }, summary: { seal: edition.seal }, current: { number: 2 } })
    expect(await failureOf(client.adoptions.of({ id }))).toMatchObject({ code: 'not_found' })
  })

  it('counts the one that says most of several that a unit has of one edition, and names it on the others', async () => {
    const { id } = await released(client, '作业包')
    const [planned, begun] = [await planOne(id, '甲单位'), await planOne(id, '乙单位')]
    await move(client, begun, 'begin')
    await rewrite(begun, (record) => ({ ...record, content: { ...record.content, unit: '甲单位' } }))
    const rows = (await client.adoptions.ofProduct({ id })).adoptions
    const by = (each: string): AdoptionRow | undefined => rows.find(({ row }) => row.id === each)
    expect([by(planned)?.countedBy, by(begun)?.countedBy]).toEqual([begun, null])
    await finish(client, planned)
    const after = (await client.adoptions.ofProduct({ id })).adoptions
    expect(after.filter(({ countedBy }) => countedBy === null).map(({ row }) => row.id)).toEqual([planned])
    expect(await client.statistics.coverage()).toMatchObject({ products: [{ done: 1, of: 1 }] })
  })
})

describe('targets', () => {
  it('stand for the lowest units below them, with the latest adoption of each, and null where none was asked', async () => {
    await setUnits([{ name: '省公司', children: [{ name: '甲单位' }, { name: '乙单位' }] }, { name: '外单位' }])
    const { id } = await released(client, '作业包', { fields: { targets: ['省公司', '协作单位'] } })
    const adoptionId = await planOne(id, '甲单位')
    expect((await client.adoptions.ofProduct({ id })).targets).toMatchObject([
      { unit: '甲单位', parent: '省公司', adoption: { row: { id: adoptionId } } }, { unit: '乙单位', parent: '省公司', adoption: null }, { unit: '协作单位', parent: null, adoption: null },
    ])
  })

  it('below one that took it up as a whole are counted with it', async () => {
    await setUnits([{ name: '省公司', children: units('甲单位', '乙单位') }])
    const { id } = await released(client, '作业包', { fields: { targets: ['省公司'] } })
    const whole = await planOne(id, '省公司')
    await finish(client, whole)
    expect((await client.adoptions.ofProduct({ id })).targets.map(({ adoption }) => adoption?.row.id)).toEqual([whole, whole])
    expect(await client.statistics.coverage()).toMatchObject({ products: [{ done: 2, of: 2 }] })
  })
})

it('a unit that is renamed keeps its adoptions, and stays a target', async () => {
  await setUnits([{ name: '省公司', children: units('甲单位') }])
  const { id } = await released(client, '作业包', { fields: { targets: ['甲单位'] } })
  await finish(client, await planOne(id, '甲单位'))
  await client.vocabularies.rename({ kind: 'units', name: '甲单位', into: '甲供电局' })
  expect((await client.adoptions.ofProduct({ id })).targets).toMatchObject([{ unit: '甲供电局', parent: '省公司', adoption: { row: { stage: 'done' } } }])
  expect((await client.records.get({ id })).content.fields.targets).toEqual(['甲供电局'])
})

describe('what is due', () => {
  it('is what is planned within so many days or past its day, a month counted from its end, the longest due first', async () => {
    const { id } = await released(client, '作业包')
    const [late, month] = [await planOne(id, '甲单位', '2026-11-20'), await planOne(id, '乙单位', '2026-11')]
    const [soon, begun] = [await planOne(id, '丙单位', '2026-12-01'), await planOne(id, '丁单位', '2026-11-23')]
    await planOne(id, '戊单位', '2026-12-20')
    await planOne(id, '己单位')
    await move(client, begun, 'begin')
    await finish(client, await planOne(id, '庚单位', '2026-11-01'))
    const overdue = async (): Promise<string[]> => (await client.adoptions.list()).flatMap(({ row, isOverdue }) => (isOverdue ? [row.id] : [])).sort()
    expect(await overdue()).toEqual([late, begun].sort())
    expect((await client.statistics.overdue({})).adoptions.map(({ row, day }) => [row.id, day])).toEqual([[late, '2026-11-20'], [begun, '2026-11-23']])
    const { tasks, total } = await client.workbench.tasks()
    expect(total.adoption).toBe(4)
    expect(tasks.filter(({ kind }) => kind === 'adoption').map(({ row, at }) => [row.id, at])).toEqual([[late, '2026-11-20'], [begun, '2026-11-23'], [month, '2026-11'], [soon, '2026-12-01']])
    now = Date.parse('2026-12-01T06:00:00.000Z')
    expect(await overdue()).toEqual([late, begun, month].sort())
    await move(client, id, 'retire', '不再使用')
    expect((await client.workbench.tasks()).total.adoption).toBe(0)
  })
})

describe('the gate before replication', () => {
  it('asks for an adoption that was planned, and a pilot is none', async () => {
    const { product } = await productOf(client, '作业包')
    await planOne(product.id, '甲单位', '', true)
    await release(client, product.id)
    expect(await failureOf(move(client, product.id, 'replicate'))).toMatchObject({ code: 'gate_not_met' })
    await planOne(product.id, '甲单位')
    await move(client, product.id, 'replicate')
    expect((await client.records.get({ id: product.id })).content.stage).toBe('replicating')
  })
})

describe('an adoption of a restricted product', () => {
  it('leaves as its product does: that was so when it was taken up, or is now', async () => {
    const { id } = await released(client, '机密作业包')
    const adoptionId = await planOne(id, '甲单位')
    const setConfidentiality = async (confidentiality: 'internal' | 'restricted'): Promise<void> => {
      const { revision } = await client.records.get({ id })
      await client.records.save({ id, base: revision.id, changes: { confidentiality } })
    }
    const waysOut = async () => {
      const word = await failureOf(wordOf(client, { id: adoptionId, to: join(home.home, '推广.docx'), allowRestricted: false }))
      const sent = await failureOf(done(client, client.packages.make({ ids: [adoptionId], title: '往来', to: join(home.home, '推广.lfpkg') })))
      return [word?.code, sent?.code]
    }
    await setConfidentiality('restricted')
    expect(await waysOut()).toEqual(['restricted_content', 'restricted_content'])
    await release(client, id)
    await setConfidentiality('internal')
    expect(await waysOut()).toEqual([undefined, undefined])
    const later = await client.adoptions.plan({ productId: id, units: ['乙单位'] })
    expect(await failureOf(wordOf(client, { id: later.ids[0] ?? '', to: join(home.home, '二.docx'), allowRestricted: false }))).toMatchObject({ code: 'restricted_content' })
  })
})

describe('the gate of an adoption', () => {
  it('asks for a verdict and a date to be done, and for a reason to be declined', async () => {
    const { id } = await released(client, '作业包')
    const adoptionId = await planOne(id, '甲单位')
    await move(client, adoptionId, 'begin')
    expect(await failureOf(move(client, adoptionId, 'finish'))).toMatchObject({ code: 'gate_not_met' })
    await fill(client, adoptionId, { verdict: 'act' })
    expect(await failureOf(move(client, adoptionId, 'finish'))).toMatchObject({ code: 'gate_not_met' })
    await fill(client, adoptionId, { actualDate: '2026-11' })
    await move(client, adoptionId, 'finish')
    expect(await failureOf(move(client, adoptionId, 'resume'))).toMatchObject({ code: 'invalid' })
    await move(client, adoptionId, 'resume', '还没做完')
    expect(await failureOf(move(client, adoptionId, 'decline'))).toMatchObject({ code: 'invalid' })
    await move(client, adoptionId, 'decline', '没有这类设备')
    expect((await client.records.get({ id: adoptionId })).content.stage).toBe('notApplicable')
  })
})
