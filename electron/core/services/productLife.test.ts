/** The life of a product through the contract, on a real library: every move from every stage, and what each gate asks for. */
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { toFailure, type Failure } from '#shared/contract/errors'
import { newId } from '#shared/model/ids'
import { lives } from '#shared/model/life/lives.data'
import type { RecordFile } from '#shared/model/record'
import { adoptionOf, anyway, moveOn, saveNow, wholeProduct } from '../../../tests/support/products'
import { paragraph } from '../../../tests/support/records'
import { createTestHome, type TestCore, type TestHome } from '../../../tests/support/testCore'

let home: TestHome
let client: TestCore['client']
let root: string

const beSomebody = async (name: string): Promise<void> => { await client.app.updateSettings({ profile: { name, unit: '运维一班', role: '' } }) }

beforeEach(async () => {
  home = await createTestHome()
  ;({ client } = await home.open())
  root = join(home.home, '资料库')
  await client.library.create({ path: root, name: '资料库', unit: '运维一班', unitCode: 'YW1' })
  await beSomebody('陈立')
})
afterEach(async () => home.remove())

const failureOf = async (call: Promise<unknown>): Promise<Failure | undefined> => toFailure(await call.then(() => undefined, (error: unknown) => error))

const newCase = async (): Promise<RecordFile> => client.records.create({ type: 'case', content: { title: '地线编号错位', body: { version: 1, preamble: [paragraph('核对')], sections: [] } } })
const newProduct = async (): Promise<RecordFile> => wholeProduct(client, '双确认作业包', [await newCase()])

const stageOf = async (id: string): Promise<string> => (await client.records.get({ id })).content.stage

/** Somebody else reviews. */
const reviewed = async (id: string): Promise<RecordFile> => {
  await moveOn(client, id, 'submit')
  await beSomebody('李静')
  return moveOn(client, id, 'pilot')
}

const released = async (): Promise<RecordFile> => {
  const { id } = await newProduct()
  const { revision } = await reviewed(id)
  await client.products.release({ id, base: revision.id, reason: anyway })
  return client.records.get({ id })
}

describe('a product', () => {
  it('goes from an idea to a standard that is replicated, retired and in force again', async () => {
    const { id, content } = await client.products.create({ title: '双确认作业包', sources: [(await newCase()).id], stage: 'proposed' })
    expect(content.stage).toBe('proposed')
    expect((await moveOn(client, id, 'compile')).content.stage).toBe('drafting')
    const whole = await newProduct()
    await saveNow(client, id, { body: whole.content.body, fields: whole.content.fields })
    const { revision } = await reviewed(id)
    await client.products.release({ id, base: revision.id, reason: anyway })
    await adoptionOf(client, root, await client.records.get({ id }), '运维二班', { edition: 1 }, 'planned')
    expect((await moveOn(client, id, 'replicate')).content.stage).toBe('replicating')
    expect((await moveOn(client, id, 'retire', { reason: '已被新标准取代' })).content.stage).toBe('retired')
    expect(await client.products.editions({ id })).toMatchObject([{ status: 'retired' }])
    const { content: { stage, stageHistory } } = await moveOn(client, id, 'reinstate', { reason: '仍有单位在用' })
    expect(stage).toBe('replicating')
    expect(stageHistory?.map(({ move }) => move)).toEqual(['compile', 'submit', 'pilot', 'release', 'replicate', 'retire', 'reinstate'])
    expect(await client.products.editions({ id })).toMatchObject([{ status: 'current' }])
  })

  it('begins in 编制 unless it is asked to be an idea first', async () => {
    expect((await client.products.create({ title: '双确认作业包', sources: [] })).content.stage).toBe('drafting')
  })

  it('makes no other move than those of its stage', async () => {
    const { id, revision } = await newProduct()
    const keys = lives.product.moves.flatMap(({ key, from }) => ((from as readonly string[]).includes('drafting') ? [] : [key]))
    for (const move of keys) expect(await failureOf(client.records.move({ id, base: revision.id, move, reason: '试试' })), move).toMatchObject({ code: 'invalid', data: { issues: [{ path: 'move' }] } })
    expect((await client.records.get({ id })).revision.id).toBe(revision.id)
  })

  it('is released by its own procedure alone, not by a move, one or many', async () => {
    const { id } = await newProduct()
    const { revision } = await reviewed(id)
    for (const how of [{}, { reason: '就这样发', override: true }]) {
      expect(await failureOf(client.records.move({ id, base: revision.id, move: 'release', ...how }))).toMatchObject({ code: 'invalid', data: { issues: [{ path: 'move' }] } })
    }
    expect(await client.records.bulkMove({ selection: { ids: [id] }, move: 'release', reason: '就这样发' })).toMatchObject({ done: 0, kept: [{ why: 'otherStage' }] })
    expect([await stageOf(id), await client.products.editions({ id })]).toEqual(['pilot', []])
  })

  it.each([['reject', 'drafting'], ['withdraw', 'drafting']])('that is in review goes back with a reason: %s', async (move, to) => {
    const { id } = await newProduct()
    await moveOn(client, id, 'submit')
    await beSomebody('李静')
    expect(await failureOf(moveOn(client, id, move))).toMatchObject({ code: 'invalid', data: { issues: [{ path: 'reason' }] } })
    expect((await moveOn(client, id, move, { reason: '步骤还不全' })).content.stage).toBe(to)
  })

  it('is revised and retired with a reason alone', async () => {
    const { id } = await released()
    for (const move of ['revise', 'retire']) expect(await failureOf(moveOn(client, id, move))).toMatchObject({ code: 'invalid', data: { issues: [{ path: 'reason' }] } })
    expect((await moveOn(client, id, 'revise', { reason: '补充冬季要求' })).content.stage).toBe('drafting')
    expect(await client.products.editions({ id })).toMatchObject([{ number: 1, status: 'current' }])
  })
})

describe('before its pilot', () => {
  const gateOf = async (id: string) => {
    const failure = await failureOf(moveOn(client, id, 'pilot'))
    return failure?.code === 'gate_not_met' ? failure.data.conditions : failure
  }

  it('its required sections are filled', async () => {
    const { id } = await client.products.create({ title: '双确认作业包', sources: [] })
    await moveOn(client, id, 'submit')
    await beSomebody('李静')
    expect(await gateOf(id)).toMatchObject([{ key: 'requiredSections', missing: ['aim', 'scope', 'responsibilities', 'process', 'checks'].map((key) => ({ key })) }])
  })

  it('somebody else than who wrote or submitted it has reviewed it', async () => {
    const { id } = await newProduct()
    await moveOn(client, id, 'submit')
    expect(await gateOf(id)).toMatchObject([{ key: 'reviewerNotAuthor', missing: [{ kind: 'reviewerIsAuthor', name: '陈立' }] }])
    await saveNow(client, id, { authors: ['李静'] })
    await beSomebody('李静')
    expect(await gateOf(id)).toMatchObject([{ key: 'reviewerNotAuthor', missing: [{ kind: 'reviewerIsAuthor', name: '李静' }] }])
  })

  it('its comments are resolved', async () => {
    const { id, content } = await newProduct()
    await moveOn(client, id, 'submit')
    await beSomebody('李静')
    const [block] = content.body.sections[0]?.blocks ?? []
    const commentId = newId()
    await client.comments.add({ recordId: id, id: commentId, anchor: { blockId: block?.id ?? '', start: 0, quote: '写好了' }, text: '还要改' })
    expect(await gateOf(id)).toMatchObject([{ key: 'commentsResolved', missing: [{ kind: 'openComments', commentId, count: 1 }] }])
    await client.comments.resolve({ recordId: id, commentId, resolved: true })
    expect((await moveOn(client, id, 'pilot')).content.stage).toBe('pilot')
  })
})

describe('before it is replicated', () => {
  it('a unit is to take it up; a pilot does not count', async () => {
    const product = await released()
    await adoptionOf(client, root, product, '运维二班', { pilot: true, edition: 1, verdict: 'act', feedback: '好用' })
    const replicate = async (how = {}) => moveOn(client, product.id, 'replicate', how)
    expect(await failureOf(replicate())).toMatchObject({ code: 'gate_not_met', data: { conditions: [{ key: 'adoptionPlanned', missing: [{ kind: 'noAdoption' }] }] } })
    await adoptionOf(client, root, product, '运维三班', { edition: 1 }, 'planned')
    expect((await replicate()).content.stage).toBe('replicating')
  })

  it('an adoption of an edition before does not count for the one in force', async () => {
    const product = await released()
    await adoptionOf(client, root, product, '运维三班', { edition: 1 }, 'planned')
    await moveOn(client, product.id, 'replicate')
    const { revision } = await moveOn(client, product.id, 'revise', { reason: '补充冬季要求' })
    await client.records.save({ id: product.id, base: revision.id, changes: { summary: '冬季另加保温。' } })
    const { revision: { id: base } } = await client.records.get({ id: product.id })
    await client.products.release({ id: product.id, base, reason: anyway })
    expect(await failureOf(moveOn(client, product.id, 'replicate'))).toMatchObject({ code: 'gate_not_met', data: { conditions: [{ key: 'adoptionPlanned' }] } })
    await adoptionOf(client, root, await client.records.get({ id: product.id }), '运维三班', { edition: 2 }, 'planned')
    expect((await moveOn(client, product.id, 'replicate')).content.stage).toBe('replicating')
  })

  it('it can be passed with a reason, which stays', async () => {
    const { id } = await released()
    const { content } = await moveOn(client, id, 'replicate', { reason: '先开推广会', override: true })
    expect(content.stageHistory?.at(-1)).toMatchObject({ move: 'replicate', reason: '先开推广会', waived: ['adoptionPlanned'] })
  })
})
