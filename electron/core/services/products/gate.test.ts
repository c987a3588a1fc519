/** The gate before a release through the contract, on a real library: what it is told of pilots and circles, and what a reason passes. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { toFailure, type Failure } from '#shared/contract/errors'
import type { Block } from '#shared/model/body/blocks'
import { newBlockId } from '#shared/model/ids'
import type { GateGap } from '#shared/model/product/releaseGate'
import type { RecordFile } from '#shared/model/record'
import { libraryPaths } from '../../store/folders'
import { adoptionOf, anyway, citationOf, filledBody, moveOn, pilotOf, saveNow, standardFields, step, wholeProduct } from '../../../../tests/support/products'
import { createTestHome, type TestCore, type TestHome } from '../../../../tests/support/testCore'
import { paragraph } from '../../../../tests/support/records'

let home: TestHome
let client: TestCore['client']
let root: string

const beSomebody = async (name: string): Promise<void> => { await client.app.updateSettings({ profile: { name, unit: '运维一班', role: '' } }) }

beforeEach(async () => {
  home = await createTestHome()
  ;({ client } = await home.open())
  root = join(home.home, '资料库')
  await client.library.create({ path: root, name: '资料库', unit: '运维一班', unitCode: 'YW1' })
  await beSomebody('王敏')
})
afterEach(async () => home.remove())

const failureOf = async (call: Promise<unknown>): Promise<Failure | undefined> => toFailure(await call.then(() => undefined, (error: unknown) => error))

const newCase = async (title: string): Promise<RecordFile> => client.records.create({ type: 'case', content: { title, body: { version: 1, preamble: [paragraph('两人分离核对')], sections: [] } } })

const missing = async (id: string): Promise<GateGap[]> => (await client.products.gate({ id })).conditions.flatMap((each) => each.missing)

/** As far as the gate asks: through review to 试点. */
const inPilot = async (title = '双确认作业包'): Promise<RecordFile> => {
  const { id } = await wholeProduct(client, title, [await newCase('地线编号错位')])
  await moveOn(client, id, 'submit', { reason: '请审' })
  await beSomebody('李静')
  return moveOn(client, id, 'pilot')
}

describe('the gate', () => {
  it('names everything that an empty product lacks, each with its place', async () => {
    const product = await client.products.create({ title: '双确认作业包', sources: [] })
    const ids = new Map(product.content.body.sections.map(({ key, id, title }) => [key, { sectionId: id, title }]))
    expect(await missing(product.id)).toEqual([
      { kind: 'noSource' }, ...['aim', 'scope', 'responsibilities', 'process', 'checks'].map((key) => ({ kind: 'sectionEmpty', key, ...ids.get(key) })),
      { kind: 'noStep' }, { kind: 'noStep' }, { kind: 'noAcceptance' }, { kind: 'noPilotOutcome', adoptionIds: [] },
      ...['preparedBy', 'reviewedBy', 'approvedBy'].map((signer) => ({ kind: 'signerMissing', signer })), { kind: 'notInPilot', stage: 'drafting' },
    ])
    const failure = await failureOf(client.products.release({ id: product.id, base: product.revision.id }))
    expect(failure).toEqual({ code: 'gate_not_met', data: { id: product.id, conditions: (await client.products.gate({ id: product.id })).conditions } })
    expect(await client.products.editions({ id: product.id })).toEqual([])
  })

  it('opens once a pilot of the coming edition is done and says what came of it', async () => {
    const product = await inPilot()
    const pilot = { pilot: true, edition: 1 }
    const begun = await adoptionOf(client, root, product, '运维二班', pilot, 'underWay')
    expect(await missing(product.id)).toEqual([{ kind: 'noPilotOutcome', adoptionIds: [begun.id] }])
    await adoptionOf(client, root, product, '运维三班', { ...pilot, edition: 2, verdict: 'act', feedback: '好用' })
    await adoptionOf(client, root, product, '运维四班', { edition: 1, verdict: 'act', feedback: '不是试点' })
    expect(await missing(product.id)).toEqual([{ kind: 'noPilotOutcome', adoptionIds: [begun.id] }])
    await pilotOf(client, root, product, 1)
    expect(await missing(product.id)).toEqual([])
    const { edition } = await client.products.release({ id: product.id, base: product.revision.id })
    expect(edition).toMatchObject({ number: 1, waived: [], reason: '', status: 'current', signature: 'own', isTwin: false, library: '资料库' })
    expect((await client.records.get({ id: product.id })).content.stageHistory?.at(-1)).toMatchObject({ move: 'release', from: 'pilot', to: 'released', by: { name: '李静' } })
  })

  it('is passed with a reason, which the edition keeps, together with what did not hold', async () => {
    const product = await wholeProduct(client, '双确认作业包', [await newCase('地线编号错位')])
    const { edition, saved } = await client.products.release({ id: product.id, base: product.revision.id, reason: anyway })
    expect(edition).toMatchObject({ number: 1, waived: ['pilotOutcome', 'piloted'], reason: anyway })
    const whole = await client.products.edition({ recordId: product.id, seal: edition.seal })
    expect(whole.content.stageHistory?.at(-1)).toMatchObject({ move: 'release', from: 'drafting', to: 'released', reason: anyway, waived: ['pilotOutcome', 'piloted'] })
    expect(whole.content.fields.edition).toBe(1)
    expect(await client.records.changedSinceMove({ id: product.id })).toBe(false)
    expect(await client.products.editions({ id: product.id })).toEqual([edition])
    expect((await client.records.get({ id: product.id })).revision.id).toBe(saved.revisionId)
  })

  it('is not passed with spaces for a reason, nor where a source is not here', async () => {
    const source = await newCase('地线编号错位')
    const product = await wholeProduct(client, '双确认作业包', [source])
    const release = async (reason: string) => failureOf(client.products.release({ id: product.id, base: product.revision.id, reason }))
    expect(await release('   ')).toMatchObject({ code: 'gate_not_met' })
    await rm(libraryPaths(root).record(source.id))
    expect(await release(anyway)).toMatchObject({ code: 'gate_not_met', data: { conditions: expect.arrayContaining([expect.objectContaining({ key: 'source', met: false })]) } })
    expect(await client.products.editions({ id: product.id })).toEqual([])
  })

  it('does not take moving through the stages for a change since the last edition', async () => {
    const product = await inPilot()
    await client.products.release({ id: product.id, base: product.revision.id, reason: anyway })
    await moveOn(client, product.id, 'revise', { reason: '再看一遍' })
    expect(await missing(product.id)).toContainEqual({ kind: 'unchanged', edition: 1 })
    await saveNow(client, product.id, { summary: '补充适用范围' })
    expect((await missing(product.id)).map(({ kind }) => kind)).not.toContain('unchanged')
  })

  it('stays shut for what was retired, whatever reason is given', async () => {
    const product = await inPilot()
    await client.products.release({ id: product.id, base: product.revision.id, reason: anyway })
    await moveOn(client, product.id, 'retire', { reason: '已有新标准' })
    const { revision } = await saveNow(client, product.id, { summary: '后来改的' })
    expect(await failureOf(client.products.release({ id: product.id, base: revision.id, reason: anyway }))).toMatchObject({ code: 'gate_not_met' })
    expect(await client.products.editions({ id: product.id })).toHaveLength(1)
  })

  it('is not opened by a pilot that was declined', async () => {
    const product = await inPilot()
    const declined = await adoptionOf(client, root, product, '运维二班', { pilot: true, edition: 1, verdict: 'notApplicable', barrier: '没有这类设备' }, 'notApplicable')
    expect(await missing(product.id)).toEqual([{ kind: 'noPilotOutcome', adoptionIds: [declined.id] }])
  })

  it('is taken by adoptions of this product alone', async () => {
    const [product, another] = [await inPilot(), await wholeProduct(client, '另一个作业包', [await newCase('漏拆地线')])]
    await pilotOf(client, root, another, 1)
    expect(await missing(product.id)).toEqual([{ kind: 'noPilotOutcome', adoptionIds: [] }])
  })
})

describe('a circle', () => {
  const quoteOf = (record: RecordFile): Block => ({ type: 'quote', id: newBlockId(), citation: citationOf(record), blocks: [paragraph('照此执行')] })

  const circles = async (id: string): Promise<GateGap[]> => (await missing(id)).filter(({ kind }) => kind === 'circle')

  it('over three products is told by the titles on the way, whatever ties them', async () => {
    const first = await wholeProduct(client, '甲', [await newCase('地线编号错位')])
    const second = await wholeProduct(client, '乙', [first])
    const third = await client.products.create({ title: '丙', sources: [] })
    await saveNow(client, third.id, { body: filledBody(third.content.body, quoteOf(second)), fields: standardFields() })
    expect(await circles(first.id)).toEqual([])
    await saveNow(client, first.id, { fields: standardFields(step({ sources: [citationOf(await client.records.get({ id: third.id }))] })) })
    expect(await circles(first.id)).toEqual([{ kind: 'circle', recordId: third.id, titles: ['甲', '丙', '乙'] }])
    expect(await circles(second.id)).toEqual([{ kind: 'circle', recordId: first.id, titles: ['乙', '甲', '丙'] }])
    const { revision } = await client.records.get({ id: first.id })
    expect(await failureOf(client.products.release({ id: first.id, base: revision.id }))).toMatchObject({ code: 'gate_not_met' })
    const { edition } = await client.products.release({ id: first.id, base: revision.id, reason: '两份标准互相引用，已核对' })
    expect(edition.waived).toContain('noCircle')
  })

  it('is told also where the source as it was pinned did not come of it yet', async () => {
    const first = await wholeProduct(client, '甲', [await newCase('地线编号错位')])
    const second = await wholeProduct(client, '乙', [await newCase('漏拆地线')])
    await saveNow(client, first.id, { links: [{ to: second.id, relation: 'derivedFrom', revisionId: (await client.products.pin({ recordId: second.id })).revisionId }] })
    await saveNow(client, second.id, { body: filledBody(second.content.body, quoteOf(first)) })
    expect(await circles(first.id)).toEqual([{ kind: 'circle', recordId: second.id, titles: ['甲', '乙'] }])
  })

  it('is none where a product cites itself, or uses what comes of it as a tool of a step', async () => {
    const first = await wholeProduct(client, '甲', [await newCase('地线编号错位')])
    const second = await wholeProduct(client, '乙', [first])
    await saveNow(client, first.id, { body: filledBody(first.content.body, quoteOf(first)), fields: standardFields(step({ tools: [citationOf(second)] })) })
    expect(await circles(first.id)).toEqual([])
  })
})
