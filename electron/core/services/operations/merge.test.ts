/** Making one record of two through the contract, on a real library, and taking it back. */
import fc from 'fast-check'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { toFailure } from '#shared/contract/errors'
import type { Block } from '#shared/model/body/blocks'
import { newSection } from '#shared/model/body/body'
import { newBlockId, newId } from '#shared/model/ids'
import { mergedContent, mergeParts } from '#shared/model/merging'
import type { EditableContent, RecordFile } from '#shared/model/record'
import { formatJson } from '../../store/canonicalJson'
import { libraryPaths } from '../../store/folders'
import { productOf, release, released } from '../../../../tests/support/adopting'
import { paragraph } from '../../../../tests/support/records'
import { createTestHome, type TestCore, type TestHome } from '../../../../tests/support/testCore'

let home: TestHome
let client: TestCore['client']
beforeEach(async () => {
  home = await createTestHome()
  ;({ client } = await home.open())
  await client.library.create({ path: join(home.home, '资料库'), name: '资料库', unit: '运维一班', unitCode: 'YW1' })
})
afterEach(async () => home.remove())

const bodyOf = (...blocks: Block[]): NonNullable<EditableContent['body']> => ({ version: 1, preamble: [], sections: [newSection('background', '背景', blocks)] })
const mention = (recordId: string, text: string): Block => ({ type: 'paragraph', id: newBlockId(), inlines: [{ type: 'text', text: '见' }, { type: 'recordLink', recordId, text }] })
const newCase = async (content: EditableContent & { title: string }): Promise<RecordFile> => client.records.create({ type: 'case', content })

/** Merges with what is preset, and what else is said. */
const merge = async (into: RecordFile, from: RecordFile, more: EditableContent = {}) => client.records.merge({
  into: into.id, intoBase: into.revision.id, from: from.id, fromBase: from.revision.id,
  content: { ...mergedContent(into.content, from.content, mergeParts(into.content, from.content, [into.id, from.id]), new Map()), ...more },
})

const failed = async (call: Promise<unknown>) => toFailure(await call.then(() => undefined, (error: unknown) => error))

describe('merging two records', () => {
  it('leaves one with what both said, sealed, and says where it came from; the other lies in the trash', async () => {
    const into = await newCase({ title: '漏拆', tags: ['安全'], body: bodyOf(paragraph('漏拆了一组接地线。')) })
    const from = await newCase({ title: '漏拆事件', tags: ['接地'], confidentiality: 'restricted', body: bodyOf(paragraph('监护人没有到悬挂点核对。')) })
    expect(await merge(into, from)).toMatchObject({ done: 2, kept: [] })
    const merged = await client.records.get({ id: into.id })
    expect(merged).toMatchObject({
      content: { number: into.content.number, title: '漏拆', tags: ['安全', '接地'], stage: 'draft', confidentiality: 'restricted' }, local: { sealed: true },
      revision: { parents: [into.revision.id], mergedFrom: { recordId: from.id, revisionId: from.revision.id, number: from.content.number, title: '漏拆事件' } },
    })
    expect((await client.trash.list({ offset: 0, limit: 9 })).rows).toMatchObject([{ id: from.id }])
    expect((await client.records.history({ id: into.id })).revisions[0]).toMatchObject({ kind: 'merged', mergedFrom: { title: '漏拆事件' } })
    expect((await client.operations.list({ offset: 0, limit: 9 })).operations).toMatchObject([{ kind: 'merge', count: 2 }])
  })

  it('leads links and mentions to the one that stays; what is pinned or cited still shows what was cited', async () => {
    const into = await newCase({ title: '甲', body: bodyOf(paragraph('甲的背景。')) })
    const from = await newCase({ title: '乙', body: bodyOf(paragraph('乙的背景。')) })
    const citation = { recordId: from.id, revisionId: from.revision.id, title: '乙' }
    const other = await newCase({
      title: '丙', links: [{ to: from.id, relation: 'related' }, { to: into.id, relation: 'related' }, { to: from.id, relation: 'uses', note: '第二步' }, { to: from.id, relation: 'derivedFrom', revisionId: from.revision.id }],
      body: bodyOf(mention(from.id, '乙'), { type: 'quote', id: newBlockId(), citation, blocks: [paragraph('乙的背景。')] }),
    })
    expect(await merge(into, from, { body: bodyOf(mention(from.id, '乙')) })).toMatchObject({ done: 3 })
    const { content } = await client.records.get({ id: other.id })
    expect(content.links).toEqual([
      { to: into.id, relation: 'related' }, { to: into.id, relation: 'uses', note: '第二步' }, { to: from.id, relation: 'derivedFrom', revisionId: from.revision.id },
    ])
    expect(content.body.sections[0]?.blocks).toMatchObject([{ inlines: [{ text: '见' }, { recordId: into.id, text: '乙' }] }, { citation }])
    expect((await client.records.get({ id: into.id })).content.body.sections[0]?.blocks).toMatchObject([{ inlines: [{ type: 'text', text: '见乙' }] }])
    expect((await client.records.revision({ id: from.id, revisionId: from.revision.id })).content.title).toBe('乙')
  })

  it('does nothing where one of them was saved since it was looked at, or where both are one', async () => {
    const [into, from] = [await newCase({ title: '甲' }), await newCase({ title: '乙' })]
    await client.records.save({ id: from.id, base: from.revision.id, changes: { title: '乙二' } })
    expect(await failed(merge(into, from))).toMatchObject({ code: 'conflict', data: { id: from.id } })
    expect(await failed(merge(into, into))).toMatchObject({ code: 'invalid' })
    expect((await client.records.get({ id: into.id })).revision.id).toBe(into.revision.id)
    expect((await client.trash.list({ offset: 0, limit: 9 })).total).toBe(0)
  })

  it('is not taken back by halves: not once the record that went was removed for good', async () => {
    const [into, from] = [await newCase({ title: '甲', body: bodyOf(paragraph('先验电。')) }), await newCase({ title: '乙', body: bodyOf(paragraph('后接地。')) })]
    const { operationId } = await merge(into, from)
    const merged = await client.records.get({ id: into.id })
    const { jobId } = await client.trash.empty()
    await expect.poll(async () => (await client.jobs.get({ id: jobId })).state).toBe('done')
    expect(await failed(client.operations.undo({ id: operationId ?? '' }))).toMatchObject({ code: 'merged_removed', data: { number: from.content.number, title: '乙' } })
    expect(await client.records.get({ id: into.id })).toEqual(merged)
    expect((await client.operations.list({ offset: 0, limit: 9 })).operations).toMatchObject([{ kind: 'merge', undoneBy: null }])
  })

  it('says after validation that it was edited, and keeps its stage', async () => {
    const into = await newCase({ title: '甲', body: bodyOf(paragraph('甲的背景。')) })
    const moved = await client.records.move({ id: into.id, base: into.revision.id, move: 'submit' })
    const from = await newCase({ title: '乙', body: bodyOf(paragraph('另一件事的背景。')) })
    await merge({ ...await client.records.get({ id: into.id }), revision: { ...into.revision, id: moved.revisionId } }, from)
    expect((await client.records.get({ id: into.id })).content.stage).toBe('inReview')
    expect(await client.records.changedSinceMove({ id: into.id })).toBe(true)
  })
})

it('gives back every head as it was, byte for byte, when it is undone', async () => {
  const lines = fc.array(fc.constantFrom('先验电。', '后接地。', '逐根核对编号，签字后归柜。', '两人分离核对。'), { maxLength: 3 })
  const made = fc.record({ title: fc.constantFrom('漏拆', '错拆', '未遂'), lines, tags: fc.uniqueArray(fc.constantFrom('安全', '检修')), links: fc.array(fc.nat(3), { maxLength: 2 }), mentions: fc.array(fc.nat(3), { maxLength: 2 }) })
  await fc.assert(fc.asyncProperty(fc.array(made, { minLength: 4, maxLength: 4 }), fc.nat(3), fc.integer({ min: 1, max: 3 }), async (all, first, step) => {
    const ids: string[] = []
    for (const { title, tags } of all) ids.push((await newCase({ title, tags })).id)
    const idAt = (index: number): string => ids[index % ids.length] ?? ''
    for (const [index, { lines: text, links, mentions }] of all.entries()) {
      const { revision } = await client.records.get({ id: idAt(index) })
      const linked = [...new Set(links)].filter((each) => each !== index).map((each) => ({ to: idAt(each), relation: 'related' as const }))
      await client.records.save({ id: idAt(index), base: revision.id, changes: { links: linked, body: bodyOf(...text.map(paragraph), ...mentions.map((each) => mention(idAt(each), '它'))) } })
    }
    const heads = async () => Promise.all(ids.map(async (id) => client.records.get({ id })))
    const before = await heads()
    const [into, from] = [before[first], before[(first + step) % ids.length]]
    if (!into || !from) throw new Error('not made')
    const { operationId } = await merge(into, from)
    const here = new Set((await client.records.rows({ ids })).map(({ id }) => id))
    expect(here.has(into.id) && !here.has(from.id)).toBe(true)
    for (const each of here) expect((await client.records.get({ id: each })).content.links.some(({ to }) => to === from.id || to === each)).toBe(false)
    expect(await client.operations.undo({ id: operationId ?? '' })).toMatchObject({ kept: [] })
    const after = await heads()
    expect(after.map(({ content }) => formatJson(content))).toEqual(before.map(({ content }) => formatJson(content)))
    expect(after[ids.indexOf(from.id)]?.revision).toEqual(from.revision)
  }), { numRuns: 8 })
})

describe('merging two tools', () => {
  const form = [{ id: 'where', title: '地点', kind: 'text' }]
  const newTool = async (title: string, fields: EditableContent['fields'] = { kind: 'checklist', form }): Promise<RecordFile> => {
    const { id } = await client.records.create({ type: 'tool', content: { title, fields } })
    return client.records.get({ id })
  }
  const fill = async (toolId: string, title: string): Promise<string> => (await client.filled.start({ toolId, id: newId(), title, values: { where: title } })).copy.id
  const titles = async (toolId: string): Promise<string[]> => (await client.filled.list({ toolId })).copies.map(({ title }) => title).sort()

  it('takes the filled copies along, with the form that each carries, and undoing takes them back but what was changed since', async () => {
    const [into, other] = [await newTool('清单', { kind: 'checklist', form: [...form, { id: 'who', title: '监护人', kind: 'text' }] }), await newTool('清单二')]
    await fill(into.id, '甲')
    const [second, third] = [await fill(other.id, '乙'), await fill(other.id, '丙')]
    await client.filled.remove({ toolId: other.id, ids: [third], isRemoved: true })
    const [stays, goes] = [await client.records.get({ id: into.id }), await client.records.get({ id: other.id })]
    const { operationId, kept } = await merge(stays, goes)
    expect([kept, await titles(into.id), await titles(other.id)]).toEqual([[], ['丙', '乙', '甲'].sort(), []])
    expect((await client.filled.get({ toolId: into.id, id: second })).copy).toMatchObject({ toolId: into.id, tool: { title: '清单二' }, form, values: { where: '乙' } })
    expect((await client.filled.list({ toolId: into.id })).copies.filter(({ isRemoved }) => isRemoved)).toMatchObject([{ id: third }])
    expect(await client.trash.copies({ ids: [other.id] })).toBe(0)

    const { base } = await client.filled.get({ toolId: into.id, id: second })
    await client.filled.save({ toolId: into.id, id: second, base, values: { where: '乙改' } })
    const undone = await client.operations.undo({ id: operationId ?? '' })
    expect(undone.kept).toMatchObject([{ id: second, title: '乙', why: 'copyEdited' }])
    expect([await titles(into.id), await titles(other.id)]).toEqual([['乙', '甲'].sort(), ['丙']])
    const again = await client.operations.undo({ id: undone.operationId ?? '' })
    expect([again.kept, await titles(into.id), await titles(other.id)]).toEqual([[], ['丙', '乙', '甲'].sort(), []])
  })

  it('leaves a copy that can not be read with the tool that goes', async () => {
    const [into, from] = [await newTool('清单'), await newTool('清单二')]
    const id = await fill(from.id, '坏的')
    const path = libraryPaths(join(home.home, '资料库')).copy(from.id, id)
    await writeFile(path, '{')
    const outcome = await merge(into, await client.records.get({ id: from.id }))
    expect(outcome.kept).toMatchObject([{ id, why: 'failed', failure: { code: 'store_corrupt' } }])
    expect(await readFile(path, 'utf8')).toBe('{')
    expect(await client.trash.copies({ ids: [from.id] })).toBe(1)
  })
})

describe('what can not be made one', () => {
  const refused = (message: string) => ({ code: 'invalid', data: { issues: [{ path: 'from', message }] } })
  const head = async (id: string): Promise<RecordFile> => client.records.get({ id })

  it('is a product that has editions or adoptions, with another; one that has neither goes', async () => {
    const { product: draft } = await productOf(client, '草稿')
    const { id } = await released(client, '作业包')
    const { product: piloted } = await productOf(client, '试点中')
    await client.adoptions.plan({ productId: piloted.id, units: ['甲单位'], pilot: true })
    for (const from of [id, piloted.id]) expect(await failed(merge(draft, await head(from)))).toMatchObject(refused('a product with editions or adoptions'))
    expect(await merge(await head(id), draft)).toMatchObject({ done: 2 })
  })

  it('are two adoptions of different products or editions', async () => {
    const [one, two] = [await released(client, '作业包一'), await released(client, '作业包二')]
    const planned = async (productId: string, unit: string): Promise<RecordFile> => head((await client.adoptions.plan({ productId, units: [unit] })).ids[0] ?? '')
    const [first, same, other] = [await planned(one.id, '甲单位'), await planned(one.id, '乙单位'), await planned(two.id, '甲单位')]
    expect(await failed(merge(first, other))).toMatchObject(refused('adoptions of something else'))
    await release(client, one.id)
    expect(await failed(merge(first, await planned(one.id, '甲单位')))).toMatchObject(refused('adoptions of something else'))
    expect(await merge(first, same)).toMatchObject({ kept: [] })
    expect((await client.trash.list({ offset: 0, limit: 9 })).rows).toMatchObject([{ id: same.id }])
  })
})
