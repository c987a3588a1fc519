/** Planning adoptions through the contract, on a real library. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { toFailure, type Failure } from '#shared/contract/errors'
import { Edition } from '#shared/model/edition'
import { type RecordFile } from '#shared/model/record'
import { fill, move, planFor, productOf, release, released, rewriteRecord } from '../../../../tests/support/adopting'
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

const rewrite = async (id: string, edit: (record: RecordFile) => RecordFile): Promise<void> => rewriteRecord(client, root, id, edit)

describe('planning', () => {
  it('makes one adoption for each unit, of the edition in force, pinned, as confidential as the product', async () => {
    const { id, edition } = await released(client, '主变检修作业包', { confidentiality: 'restricted', field: '变电检修' })
    const { ids, skipped, operationId } = await client.adoptions.plan({ productId: id, units: ['甲单位', '乙单位', '甲单位'], plannedDate: '2026-12' })
    expect({ count: ids.length, skipped, isEntered: operationId !== null }).toEqual({ count: 2, skipped: [], isEntered: true })
    const { revision } = await client.products.edition({ recordId: id, seal: edition.seal })
    expect((await client.records.get({ id: ids[0] ?? '' })).content).toMatchObject({
      type: 'adoption', number: 'SGS-AD-2026-0001', stage: 'planned', unit: '甲单位', team: '', title: '《主变检修作业包》第一版推广：甲单位', field: '变电检修', confidentiality: 'restricted',
      links: [{ to: id, relation: 'adopts', revisionId: revision.id }], fields: { edition: 1, seal: edition.seal, pilot: false, plannedDate: '2026-12' },
    })
    expect(await client.records.backlinks({ id })).toMatchObject([{ relation: 'adopts' }, { relation: 'adopts' }])
    await expect.poll(async () => (await client.search.query({ text: '"推广：乙单位"' })).total).toBe(1)
  })

  it('leaves units out that have the edition already, by whatever adoption, and makes nothing where none is left', async () => {
    const { id } = await released(client, '作业包')
    await planOne(id, '甲单位')
    expect(await client.adoptions.plan({ productId: id, units: ['甲单位', '乙单位'] })).toMatchObject({ ids: [expect.any(String)], skipped: ['甲单位'] })
    expect(await client.adoptions.plan({ productId: id, units: ['甲单位', '乙单位'] })).toEqual({ ids: [], skipped: ['甲单位', '乙单位'], operationId: null })
    await release(client, id)
    expect(await client.adoptions.plan({ productId: id, units: ['甲单位'] })).toMatchObject({ ids: [expect.any(String)], skipped: [] })
  })

  it('makes each unit one adoption, also where it is asked for twice at once', async () => {
    const { id } = await released(client, '作业包')
    const both = await Promise.all([client.adoptions.plan({ productId: id, units: ['甲单位', '乙单位'] }), client.adoptions.plan({ productId: id, units: ['乙单位', '丙单位'] })])
    expect(both.map(({ ids, skipped }) => [ids.length, skipped])).toEqual([[2, []], [1, ['乙单位']]])
  })

  it('makes a unit its adoption though another of an edition that is not here gives the same number', async () => {
    const { id } = await released(client, '作业包')
    const other = await planOne(id, '甲单位')
    await rewrite(other, (record) => ({ ...record, content: { ...record.content, links: [{ to: id, relation: 'adopts', revisionId: 'e'.repeat(64) }], fields: { ...record.content.fields, seal: 'f'.repeat(64) } } }))
    expect(await client.adoptions.plan({ productId: id, units: ['甲单位'] })).toMatchObject({ ids: [expect.any(String)], skipped: [] })
  })

  it('says that it was stopped where nothing was made of it', async () => {
    const { id } = await released(client, '作业包')
    const planning = failureOf(client.adoptions.plan({ productId: id, units: Array.from({ length: 400 }, (_, index) => `单位${index}`) }))
    await expect.poll(async () => {
      const job = (await client.jobs.list()).find(({ kind, state }) => kind === 'bulk' && state === 'running')
      return job && (await client.jobs.cancel({ id: job.id })).id
    }, { interval: 1 }).toBeDefined()
    expect(await planning).toMatchObject({ code: 'invalid', data: { issues: [{ path: 'units', message: 'stopped before anything was made' }] } })
    expect(await client.adoptions.list()).toEqual([])
  })

  it('pilots the draft as it is, which stays, for the coming edition', async () => {
    const { product } = await productOf(client, '作业包')
    const pilotId = await planOne(product.id, '甲单位', '2026-11-30', true)
    const { content } = await client.records.get({ id: pilotId })
    expect(content).toMatchObject({ title: '《作业包》第一版试点：甲单位', fields: { edition: 1, pilot: true }, links: [{ to: product.id, relation: 'adopts', revisionId: product.revision.id }] })
    expect(content.fields).not.toHaveProperty('seal')
    await client.records.save({ id: product.id, base: product.revision.id, changes: { title: '试点之后改的' } })
    expect((await client.records.revision({ id: product.id, revisionId: product.revision.id })).content.title).toBe('作业包')
  })

  it('refuses what has no edition in force: a product that was never released, or was retired; and what is no product or no date', async () => {
    const { product, source } = await productOf(client, '还没发布')
    const noEdition = { code: 'invalid', data: { issues: [{ path: 'productId', message: 'no edition is in force' }] } }
    expect(await failureOf(client.adoptions.plan({ productId: product.id, units: ['甲单位'] }))).toMatchObject(noEdition)
    expect(await failureOf(client.adoptions.plan({ productId: source.id, units: ['甲单位'] }))).toMatchObject({ code: 'not_found' })
    await release(client, product.id)
    expect(await failureOf(client.adoptions.plan({ productId: product.id, units: ['甲单位'], plannedDate: '2026-02-30' }))).toMatchObject({ code: 'invalid' })
    await move(client, product.id, 'retire', '已有新标准')
    const wasRetired = { code: 'invalid', data: { issues: [{ path: 'productId', message: 'its product was retired' }] } }
    for (const pilot of [false, true]) expect(await failureOf(client.adoptions.plan({ productId: product.id, pilot, units: ['甲单位'] }))).toMatchObject(wasRetired)
    expect((await client.adoptions.ofProduct({ id: product.id })).current).toBeNull()
  })

  it('refuses an edition whose file was changed since it was read', async () => {
    const { id, edition } = await released(client, '作业包')
    expect((await client.adoptions.ofProduct({ id })).current).toMatchObject({ seal: edition.seal })
    const path = libraryPaths(root).edition(id, edition.seal)
    const { revision, ...rest } = Edition.parse(JSON.parse(await readFile(path, 'utf8')))
    await writeFile(path, formatJson({ ...rest, revision: { ...revision, id: 'e'.repeat(64) } }))
    expect(await failureOf(client.adoptions.plan({ productId: id, units: ['甲单位'] }))).toMatchObject({ code: 'invalid', data: { issues: [{ path: 'productId', message: 'edition 1 is not here as it was released' }] } })
    expect(await client.products.editions({ id })).toMatchObject([{ intact: false }])
  })

  it('is one operation: undone, all go to the trash, and come again when that is undone', async () => {
    const { id } = await released(client, '作业包')
    const names = Array.from({ length: 60 }, (_, index) => `单位${index}`)
    const { ids, operationId } = await client.adoptions.plan({ productId: id, units: names })
    expect((await client.operations.list({ offset: 0, limit: 1 })).operations).toMatchObject([{ id: operationId, kind: 'planAdoptions', count: 60 }])
    const undo = await client.operations.undo({ id: operationId ?? '' })
    expect(undo).toMatchObject({ done: 60, kept: [] })
    expect((await client.adoptions.ofProduct({ id })).adoptions).toEqual([])
    expect((await client.trash.list({ offset: 0, limit: 1 })).total).toBe(60)
    await client.operations.undo({ id: undo.operationId ?? '' })
    expect((await client.adoptions.ofProduct({ id })).adoptions.map(({ row }) => row.id).sort()).toEqual([...ids].sort())
  })

  it('leaves an adoption that was begun since when it is undone', async () => {
    const { id } = await released(client, '作业包')
    const { ids: [first = '', second = ''], operationId } = await client.adoptions.plan({ productId: id, units: ['甲单位', '乙单位'] })
    await fill(client, second, { feedback: '已在做' })
    expect(await client.operations.undo({ id: operationId ?? '' })).toMatchObject({ done: 1, kept: [{ id: second, why: 'edited' }] })
    expect(await failureOf(client.records.get({ id: first }))).toMatchObject({ code: 'not_found' })
  })

  it('cuts a title that is too long at the product, not at the unit', async () => {
    const { id } = await released(client, '长'.repeat(500))
    const { content: { title } } = await client.records.get({ id: await planOne(id, '甲单位') })
    expect(title.length).toBeLessThanOrEqual(500)
    expect(title).toMatch(/…》第一版推广：甲单位$/)
  })
})
