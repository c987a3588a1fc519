/** What a step cites in its cells is followed as what a quote cites: counted, packed, masked, kept and checked. */
import { rm } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { toFailure, type Failure } from '#shared/contract/errors'
import type { EmptyReport } from '#shared/contract/trash'
import { newId } from '#shared/model/ids'
import type { RecordFile } from '#shared/model/record'
import { rowCitations } from '#shared/model/rowCitations'
import { createMaskingHome, expectNothingOf, partsOf, type MaskingHome } from '../../../../tests/support/masking'
import { wordOf } from '../../../../tests/support/documents'
import { adoptionOf, citationOf, saveNow, standardFields, step, wholeProduct } from '../../../../tests/support/products'
import { paragraph } from '../../../../tests/support/records'
import { libraryPaths } from '../../store/folders'

let at: MaskingHome
let client: MaskingHome['client']
let root: string

beforeEach(async () => {
  at = await createMaskingHome()
  ;({ client } = at)
  root = at.pathOf('甲')
})
afterEach(async () => at.home.remove())

const failureOf = async (call: Promise<unknown>): Promise<Failure | undefined> => toFailure(await call.then(() => undefined, (error: unknown) => error))

const person = '张三丰'
const phone = '13812345678'

const newRecord = async (type: 'case' | 'tool', title: string): Promise<RecordFile> =>
  client.records.create({ type, content: { title, authors: [person], body: { version: 1, preamble: [paragraph('逐根报号')], sections: [] } } })

/** A product of one case, whose step uses a tool and was taken from another case. */
const citing = async (titles: { tool: string; from: string } = { tool: '接地线检查表', from: '漏拆地线' }) => {
  const [source, tool, from] = [await newRecord('case', '地线编号错位'), await newRecord('tool', titles.tool), await newRecord('case', titles.from)]
  const product = await wholeProduct(client, '双确认作业包', [source], step({ tools: [citationOf(tool)], sources: [citationOf(from)] }))
  return { source, tool, from, product }
}

describe('a record that a step cites', () => {
  it('knows who cites it, and is a source or is none', async () => {
    const { source, tool, from, product } = await citing()
    expect(await client.records.backlinks({ id: tool.id })).toMatchObject([{ row: { id: product.id }, relation: 'cites' }])
    expect(await client.records.backlinks({ id: from.id })).toMatchObject([{ row: { id: product.id }, relation: 'cites' }])
    expect(await client.products.sources({ id: product.id })).toMatchObject([
      { recordId: source.id, state: 'current', citations: 0, head: source.revision.id }, { recordId: from.id, title: '漏拆地线', state: 'current', citations: 1 },
    ])
  })

  it('is a source that changed, was deleted, or is missing', async () => {
    const { from, product } = await citing()
    const stateOf = async () => (await client.products.sources({ id: product.id })).find(({ recordId }) => recordId === from.id)
    await client.products.pin({ recordId: from.id })
    const now = await saveNow(client, from.id, { summary: '后来改的' })
    expect(await stateOf()).toMatchObject({ state: 'changed', head: now.revision.id })
    await client.records.remove({ selection: { ids: [from.id] } })
    expect(await stateOf()).toMatchObject({ state: 'trashed', row: null, head: null, title: '漏拆地线' })
    await rm(libraryPaths(root).historyOf(from.id), { recursive: true })
    expect(await stateOf()).toMatchObject({ state: 'missing', title: '漏拆地线' })
  })

  it('stays when the trash is emptied', async () => {
    const { tool, product } = await citing()
    await client.products.release({ id: product.id, base: product.revision.id, reason: '试点另行补做' })
    await client.records.remove({ selection: { ids: [tool.id] } })
    const { jobId } = await client.trash.empty()
    const report = await vi.waitFor(async (): Promise<EmptyReport> => client.trash.emptied({ jobId }), { timeout: 20_000 })
    expect(report.stayed).toMatchObject([{ id: tool.id, revisions: 1 }])
    expect((await client.records.revision({ id: tool.id, revisionId: tool.revision.id })).content.title).toBe('接地线检查表')
  })

  it('is missed by verifying and by the check of links, which takes the citation out', async () => {
    const { product, from } = await citing()
    const lost = { recordId: from.id, revisionId: 'f'.repeat(64), title: '没有了' }
    await saveNow(client, product.id, { fields: standardFields(step({ tools: [lost], sources: [citationOf(from)] })) })
    const verify = await client.library.verify()
    const report = await vi.waitFor(async () => client.library.verified(verify), { timeout: 20_000 })
    expect(report.problems).toMatchObject([{ failure: { code: 'not_found', data: { kind: 'revision', id: `${from.id}@${lost.revisionId}` } } }])
    await at.done(client.links.check())
    const links = (await client.links.broken())?.links ?? []
    expect(links).toMatchObject([{ cause: 'revision', target: '没有了', reference: { kind: 'cellCitation', field: 'steps', column: 'tools', to: from.id, revisionId: lost.revisionId, text: '没有了' } }])
    await client.links.mend({ mends: links.map(({ reference }) => ({ recordId: product.id, reference, to: null })) })
    expect(rowCitations((await at.read(product.id)).content).map(({ column, citation }) => [column, citation.recordId])).toEqual([['sources', from.id]])
    expect((await client.links.broken())?.links).toEqual([])
  })

  it('is cited as it was after it was merged into another', async () => {
    const { tool, product } = await citing()
    const other = await newRecord('tool', '新的检查表')
    const base = (await at.read(tool.id)).revision.id
    await client.records.merge({ into: other.id, intoBase: other.revision.id, from: tool.id, fromBase: base, content: {} })
    expect((await at.read(product.id)).content.fields.steps).toEqual(product.content.fields.steps)
    expect((await client.records.revision({ id: tool.id, revisionId: tool.revision.id })).content.title).toBe('接地线检查表')
  })

  it('and what the steps say are found', async () => {
    const { product } = await citing()
    const ids = await vi.waitFor(async () => {
      const found = await client.search.ids({ text: '三者一致方可动手' })
      if (!found.complete) throw new Error('not complete')
      return found.ids
    }, { timeout: 20_000 })
    expect(ids).toEqual([product.id])
  })
})

it('is checked as a quote checks what it cites before it is saved', async () => {
  const { from, product } = await citing()
  for (const odd of [{ at: '昨天' }, { blockId: 7 }, { number: 1 }, { sectionTitle: {} }]) {
    const fields = standardFields(step({ sources: [{ ...citationOf(from), ...odd }] }))
    expect(await failureOf(saveNow(client, product.id, { fields })), JSON.stringify(odd)).toMatchObject({ code: 'invalid' })
  }
})

describe('in a package', () => {
  it('what steps cite comes along, as it was cited', async () => {
    const { source, tool, from, product } = await citing()
    await client.products.pin({ recordId: tool.id })
    await saveNow(client, tool.id, { summary: '后来写的' })
    const { opened } = await at.look(await at.send([product.id], { masking: null }))
    expect(opened.records.map(({ id, reason }) => [id, reason.why])).toEqual(expect.arrayContaining([[product.id, 'chosen'], [source.id, 'source'], [tool.id, 'cited'], [from.id, 'cited']]))
    expect(opened.records.find(({ id }) => id === tool.id)?.theirs.id).toBe(tool.revision.id)
  })

  it('the steps can be read on its page', async () => {
    const { product } = await citing()
    const page = (await partsOf(await at.send([product.id], { masking: null }))).get('index.html')?.toString() ?? ''
    for (const text of ['作业步骤', '三者一致方可动手', '接地线检查表', '漏拆地线', '验收清单', '逐根报号', '编制人']) expect(page, text).toContain(text)
  })

  it('an adoption goes alone: the product that it takes up is named, not sent', async () => {
    const { product } = await citing()
    const adoption = await adoptionOf(client, root, product, '运维二班', { edition: 1, verdict: 'act', feedback: '好用' })
    const file = await at.send([adoption.id], { masking: null })
    const { opened } = await at.look(file)
    expect(opened.records.map(({ id }) => id)).toEqual([adoption.id])
    const manifest: { records: { needs: unknown[] }[] } = JSON.parse((await partsOf(file)).get('manifest.json')?.toString() ?? '')
    expect(manifest.records[0]?.needs).toEqual([{ why: 'linked', id: product.id }])
  })

  it('a product whose step cites a restricted record is restricted', async () => {
    const { tool, product } = await citing()
    await saveNow(client, tool.id, { confidentiality: 'restricted' })
    expect(await failureOf(at.send([product.id], { masking: null }))).toMatchObject({ code: 'restricted_content', data: { records: [{ id: tool.id }] } })
    expect(await failureOf(wordOf(client, { id: product.id, to: at.pathOf('产品.docx') }))).toMatchObject({ code: 'restricted_content' })
  })

  it('masked, cells lead to twins and their titles are masked; what comes back leads to the originals', async () => {
    const { tool, from, product } = await citing({ tool: `${person}的检查表`, from: `打${phone}报告` })
    const file = await at.send([product.id])
    await expectNothingOf(file, [person, phone, tool.revision.id, from.revision.id])
    await at.into('乙')
    await at.take(file)
    const there = await at.read(product.id)
    const cited = rowCitations(there.content)
    expect(cited.map(({ citation }) => citation.recordId)).toEqual([tool.id, from.id])
    for (const { citation } of cited) expect((await client.records.revision({ id: citation.recordId, revisionId: citation.revisionId })).content.title).toBe(citation.title)
    expect(await client.products.sources({ id: product.id })).toMatchObject([{ title: '地线编号错位' }, { recordId: from.id, state: 'masked' }])
    await at.edit(product.id, { summary: '乙看过' })
    const back = await at.send([product.id], { masking: null, kind: 'suggestion', recipient: null })
    await at.into('甲')
    await at.take(back)
    expect((await at.read(product.id)).content).toEqual({ ...product.content, summary: '乙看过' })
  })
})

describe('what an adoption takes up', () => {
  it('need not be here: neither verifying nor the check of links misses it, and it is told where it was deleted', async () => {
    const { product } = await citing()
    const elsewhere = { ...product, id: newId(), revision: { ...product.revision, id: 'e'.repeat(64) } }
    await adoptionOf(client, root, elsewhere, '运维二班', { edition: 1 })
    const ours = await adoptionOf(client, root, { ...product, revision: { ...product.revision, id: 'd'.repeat(64) } }, '运维三班', { edition: 1 })
    const verify = await client.library.verify()
    expect((await vi.waitFor(async () => client.library.verified(verify), { timeout: 20_000 })).problems).toEqual([])
    const broken = async () => {
      await at.done(client.links.check())
      return (await client.links.broken())?.links
    }
    expect(await broken()).toEqual([])
    await client.records.remove({ selection: { ids: [product.id] } })
    expect(await broken()).toMatchObject([{ record: { id: ours.id }, cause: 'trash', reference: { relation: 'adopts' } }])
  })
})
