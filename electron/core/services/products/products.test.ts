/** Products through the contract, on a real library: from sources to a sealed edition, and what keeps one from being released. */
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { toFailure, type Failure } from '#shared/contract/errors'
import type { Block, QuoteBlock } from '#shared/model/body/blocks'
import { newSection, type Body } from '#shared/model/body/body'
import { inlineText } from '#shared/model/body/walk'
import { Edition } from '#shared/model/edition'
import { newId } from '#shared/model/ids'
import type { RecordFile } from '#shared/model/record'
import { sealOf } from '../../store/editionStore'
import { libraryPaths } from '../../store/folders'
import { buildPng } from '../../../../tests/fixtures/docx/png'
import { paragraph } from '../../../../tests/support/records'
import { anyway, saveNow, wholeProduct } from '../../../../tests/support/products'
import { createTestHome, type TestCore, type TestHome } from '../../../../tests/support/testCore'

let home: TestHome
let client: TestCore['client']
let root: string
let now: number

beforeEach(async () => {
  home = await createTestHome()
  now = Date.parse('2026-11-24T06:00:00.000Z')
  ;({ client } = await home.open({ now: () => now }))
  root = join(home.home, '资料库')
  await client.library.create({ path: root, name: '资料库', unit: '运维一班', unitCode: 'YW1' })
})
afterEach(async () => home.remove())

const failureOf = async (call: Promise<unknown>): Promise<Failure | undefined> => toFailure(await call.then(() => undefined, (error: unknown) => error))

const bodyWith = (...sections: [key: string, ...blocks: Block[]][]): Body =>
  ({ version: 1, preamble: [], sections: sections.map(([key, ...blocks]) => newSection(key, key, blocks)) })

const measure = paragraph('监护人持操作票站在地线悬挂点，操作人在工具柜旁逐根报号，三者一致方可动手。')

const newCase = async (title: string, ...blocks: Block[]): Promise<RecordFile> =>
  client.records.create({ type: 'case', content: { title, body: bodyWith(['measures', ...blocks]) } })

const quoteOf = (block: Block): QuoteBlock => {
  if (block.type !== 'quote' || !('blocks' in block)) throw new Error('no quote')
  return block as QuoteBlock
}

/** A product from one source, that nothing is missing from but its pilot, and which cites the source. */
const quotingProduct = async (source: RecordFile): Promise<RecordFile> => {
  const product = await wholeProduct(client, '双确认作业包', [source])
  const quote = await client.products.excerpt({ recordId: source.id, revisionId: source.revision.id, blockIds: [measure.id] })
  return saveNow(client, product.id, { body: { ...product.content.body, preamble: [quote] } })
}

const release = async (id: string, base: string, changeLog = '') => client.products.release({ id, base, changeLog, reason: anyway })

describe('a product', () => {
  it('is made with its empty sections and its sources pinned, which then stay', async () => {
    const source = await newCase('地线编号错位', measure)
    const product = await client.products.create({ title: '双确认作业包', sources: [source.id, source.id] })
    expect(product.content).toMatchObject({ type: 'product', stage: 'drafting', number: 'YW1-PD-2026-0001' })
    expect(product.content.links).toEqual([{ to: source.id, relation: 'derivedFrom', revisionId: source.revision.id }])
    // The same sitting: without the pin this save would rewrite the revision.
    await client.records.save({ id: source.id, base: source.revision.id, changes: { title: '后来改了题目' } })
    const pinned = await client.records.revision({ id: source.id, revisionId: source.revision.id })
    expect(pinned.content.title).toBe('地线编号错位')
    expect(await client.products.sources({ id: product.id })).toMatchObject([{ recordId: source.id, state: 'changed', citations: 0, title: '地线编号错位' }])
    expect(await client.records.backlinks({ id: source.id })).toMatchObject([{ row: { id: product.id }, relation: 'derivedFrom' }])
  })

  it('lists its sources in the order of its links', async () => {
    const sources = [await newCase('先选的', measure), await newCase('后选的', measure)]
    const product = await client.products.create({ title: '双确认作业包', sources: sources.map(({ id }) => id) })
    expect((await client.products.sources({ id: product.id })).map(({ title }) => title)).toEqual(['先选的', '后选的'])
  })

  it('takes whole blocks as a cited quote under new ids', async () => {
    const table: Block = { type: 'table', id: 'table1', rows: [{ cells: [{ blocks: [paragraph('号')] }, { blocks: [paragraph('点')] }] }] }
    const source = await newCase('地线编号错位', measure, table)
    const quote = quoteOf(await client.products.excerpt({ recordId: source.id, revisionId: source.revision.id, blockIds: ['table1', measure.id] }))
    expect(quote.blocks.map(({ type }) => type)).toEqual(['paragraph', 'table'])
    expect(quote.blocks.map(({ id }) => id)).not.toContain(measure.id)
    expect(quote.citation).toMatchObject({
      recordId: source.id, revisionId: source.revision.id, blockId: measure.id, title: '地线编号错位', number: source.content.number, sectionTitle: 'measures',
    })
  })

  it('takes a passage of a block, and refuses one that does not stand there', async () => {
    const source = await newCase('地线编号错位', measure)
    const excerpt = async (text: string): Promise<Block> =>
      client.products.excerpt({ recordId: source.id, revisionId: source.revision.id, blockIds: [measure.id], text })
    const [taken] = quoteOf(await excerpt('操作人在工具柜旁逐根报号')).blocks
    expect(taken?.type === 'paragraph' && 'inlines' in taken ? inlineText(taken.inlines as never) : '').toBe('操作人在工具柜旁逐根报号')
    expect(await failureOf(excerpt('从来没有写过的话'))).toMatchObject({ code: 'invalid', data: { issues: [{ path: 'text' }] } })
  })
})

describe('a release', () => {
  it('freezes edition 1, sealed, with the revisions that it came from', async () => {
    const source = await newCase('地线编号错位', measure)
    const product = await quotingProduct(source)
    const { edition, saved } = await release(product.id, product.revision.id)
    expect(edition).toMatchObject({ number: 1, sources: 1, intact: true, unit: '运维一班' })
    const released = await client.records.get({ id: product.id })
    expect(released).toMatchObject({ revision: { id: saved.revisionId, parents: [product.revision.id] }, content: { stage: 'released', fields: { edition: 1 } }, local: { sealed: true } })
    const whole = await client.products.edition({ recordId: product.id, seal: edition.seal })
    expect(whole.content).toEqual(released.content)
    expect(whole.sources).toMatchObject([{ recordId: source.id, revisionId: source.revision.id, contentHash: source.revision.contentHash }])
  })

  it('is not repeated without a change, and the next edition stands on the one before', async () => {
    const product = await quotingProduct(await newCase('地线编号错位', measure))
    const first = await release(product.id, product.revision.id)
    const again = await failureOf(release(product.id, first.saved.revisionId))
    expect(again).toMatchObject({ code: 'gate_not_met', data: { conditions: expect.arrayContaining([{ key: 'changed', met: false, missing: [{ kind: 'unchanged', edition: 1 }] }]) } })
    const saved = await client.records.save({ id: product.id, base: first.saved.revisionId, changes: { summary: '补充了适用范围' } })
    const second = await release(product.id, saved.revisionId, '补充摘要')
    expect(await client.products.editions({ id: product.id })).toMatchObject([{ number: 2, changeLog: '补充摘要' }, { number: 1 }])
    expect((await client.products.edition({ recordId: product.id, seal: second.edition.seal })).previous).toBe(first.edition.seal)
  })

  it('is refused where another save came first', async () => {
    const product = await quotingProduct(await newCase('地线编号错位', measure))
    await client.records.save({ id: product.id, base: product.revision.id, changes: { summary: '别处保存' } })
    expect(await failureOf(release(product.id, product.revision.id))).toMatchObject({ code: 'conflict' })
    expect(await client.products.editions({ id: product.id })).toEqual([])
  })

  it('is refused for a product whose source was deleted, and says which quote leads to it', async () => {
    const source = await newCase('地线编号错位', measure)
    const product = await quotingProduct(source)
    await rm(libraryPaths(root).record(source.id))
    const quote = product.content.body.preamble[0]
    const failure = await failureOf(release(product.id, product.revision.id))
    expect(failure).toMatchObject({
      code: 'gate_not_met',
      data: { conditions: [{ key: 'source', missing: [{ kind: 'sourceMissing', recordId: source.id, title: '地线编号错位', blockId: quote?.id }] }, ...Array.from({ length: 7 }, () => ({}))] },
    })
    expect(await client.products.sources({ id: product.id })).toMatchObject([{ state: 'missing' }])
  })

  it('alone gives an edition: an author who saves can neither give nor take one', async () => {
    const product = await quotingProduct(await newCase('地线编号错位', measure))
    const { fields } = product.content
    const saved = await client.records.save({ id: product.id, base: product.revision.id, changes: { fields: { ...fields, edition: 7 } } })
    expect((await client.records.get({ id: product.id })).content.fields).toEqual(fields)
    const released = await release(product.id, saved.revisionId)
    await client.records.save({ id: product.id, base: released.saved.revisionId, changes: { fields: {}, summary: '新的摘要' } })
    expect((await client.records.get({ id: product.id })).content.fields).toEqual({ edition: 1 })
  })

  it('of what is no product is refused', async () => {
    const source = await newCase('地线编号错位', measure)
    expect(await failureOf(client.products.gate({ id: source.id }))).toMatchObject({ code: 'not_found' })
    expect(await failureOf(client.products.create({ title: '没有来源', sources: [newId()] }))).toMatchObject({ code: 'not_found' })
  })
})

describe('an edition', () => {
  it('that was changed on disk is shown as no longer what was sealed', async () => {
    const product = await quotingProduct(await newCase('地线编号错位', measure))
    const { edition } = await release(product.id, product.revision.id)
    const path = libraryPaths(root).edition(product.id, edition.seal)
    const text = await readFile(path, 'utf8')
    expect(Edition.safeParse(JSON.parse(text)).success).toBe(true)
    await writeFile(path, text.replaceAll('双确认作业包', '被改过的作业包'))
    expect(await client.products.editions({ id: product.id })).toMatchObject([{ number: 1, intact: false }])
  })

  it('in whose place another was put, sealed anew, is shown as no longer what was sealed', async () => {
    const product = await quotingProduct(await newCase('地线编号错位', measure))
    const { edition } = await release(product.id, product.revision.id)
    const path = libraryPaths(root).edition(product.id, edition.seal)
    const forged = { ...Edition.parse(JSON.parse(await readFile(path, 'utf8'))), changeLog: '后来改的' }
    await writeFile(path, JSON.stringify({ ...forged, seal: sealOf(forged) }))
    expect(await client.products.editions({ id: product.id })).toMatchObject([{ seal: edition.seal, intact: false }])
  })

  it('that was removed, or whose picture is gone, is a problem that verifying names', async () => {
    const png = join(home.home, '图.png')
    await writeFile(png, buildPng(4, 3, 1))
    const { sha256 } = await client.attachments.add({ path: png })
    const product = await quotingProduct(await newCase('地线编号错位', measure))
    const withPicture = await client.records.save({ id: product.id, base: product.revision.id, changes: {
      body: { ...product.content.body, preamble: [...product.content.body.preamble, { type: 'image', id: 'p1', attachment: sha256, alt: '' }] },
    } })
    const first = await release(product.id, withPicture.revisionId)
    const saved = await client.records.save({ id: product.id, base: first.saved.revisionId, changes: { body: product.content.body } })
    const second = await release(product.id, saved.revisionId)
    await rm(libraryPaths(root).attachment(sha256))
    const problems = async () => {
      const { jobId } = await client.library.verify()
      const report = await vi.waitFor(async () => client.library.verified({ jobId }), { timeout: 60_000 })
      return report.problems.map(({ failure }) => failure)
    }
    expect(await problems()).toEqual([{ code: 'not_found', data: { kind: 'attachment', id: sha256 } }])
    await rm(libraryPaths(root).edition(product.id, first.edition.seal))
    expect(await problems()).toContainEqual({ code: 'not_found', data: { kind: 'edition', id: first.edition.seal } })
    await rm(libraryPaths(root).edition(product.id, second.edition.seal))
    expect(await problems()).toContainEqual({ code: 'not_found', data: { kind: 'edition', id: '2' } })
  })
})
