/** What left masked and comes back, over two libraries: what was changed there is said here, and no mask comes in the place of what it stands for. */
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { toFailure } from '#shared/contract/errors'
import type { RecordContent, RecordFile } from '#shared/model/record'
import { bodyOf, createMaskingHome, type MaskingHome } from '../../../../tests/support/masking'
import { paragraph } from '../../../../tests/support/records'

let at: MaskingHome
let client: MaskingHome['client']

beforeEach(async () => {
  at = await createMaskingHome()
  ;({ client } = at)
})
afterEach(async () => at.home.remove())

const phone = '13812345678'
const person = '张三丰'

/** A case of 甲 that 乙 took in masked; 乙 is open afterwards. */
const lent = async (content: Partial<RecordContent> = {}): Promise<RecordFile> => {
  const { id } = await client.records.create({
    type: 'case', content: { title: `${person}漏拆接地线`, summary: `电话${phone}`, authors: [person], tags: ['安全'], body: bodyOf(`工作负责人${person}。`, '逐根报号。'), ...content },
  })
  const record = await at.read(id)
  const file = await at.send([id])
  await at.into('乙')
  await at.take(file)
  return record
}

/** What 乙 has of it now goes back; 甲 is open afterwards. */
const givenBack = async (id: string): Promise<string> => {
  const file = await at.send([id], { masking: null, kind: 'suggestion', recipient: null })
  await at.into('甲')
  return file
}

const standing = async (file: string) => (await at.look(file)).opened.records.map((record) => record.standing)

const textOf = ({ content: { body } }: RecordFile): string => JSON.stringify(body)

const addBlock = (content: RecordContent, text: string): RecordContent['body'] =>
  ({ ...content.body, sections: content.body.sections.map((section) => ({ ...section, blocks: [...section.blocks, paragraph(text)] })) })

describe('a record that comes back', () => {
  it('unchanged is the same, or older where the one here has gone on, and changes nothing', async () => {
    const { id } = await lent()
    const file = await givenBack(id)
    expect(await standing(file)).toEqual(['same'])
    const edited = await at.edit(id, { place: '一号站' })
    expect(await standing(file)).toEqual(['older'])
    expect(await at.take(file)).toMatchObject({ records: [{ outcome: 'older' }], operationId: null })
    expect((await at.read(id)).content).toEqual(edited.content)
  })

  it('brings what was changed there on top of what the masks stood for, and of what was changed here', async () => {
    const { id, content } = await lent()
    const there = await at.read(id)
    await at.edit(id, { summary: `${there.content.summary}，白天打`, body: addBlock(there.content, '验电后再挂。'), tags: ['安全', '接地'] })
    const file = await givenBack(id)
    const here = await at.edit(id, { place: '一号站' })
    const { opened } = await at.look(file)
    expect(opened.records).toMatchObject([{ standing: 'mergeable', conflicts: [] }])
    const exchange = await at.take(file)
    expect(exchange).toMatchObject({ records: [{ outcome: 'merged' }] })
    const merged = await at.read(id)
    expect(merged.content).toMatchObject({ title: content.title, summary: `电话${phone}，白天打`, authors: [person], place: '一号站', tags: ['安全', '接地'], origin: content.origin })
    expect(textOf(merged)).toContain(`工作负责人${person}。`)
    expect(textOf(merged)).toContain('验电后再挂。')
    expect(JSON.stringify(merged.content)).not.toMatch(/张某|\*{4}/)
    expect(merged.revision.parents).toEqual([here.revision.id, opened.records[0]?.theirs.id])
    expect(merged.local.received).toMatchObject({ library: { name: '乙库' }, via: [{ library: { name: '甲库' } }] })
    expect(await standing(file)).toEqual(['older'])
    await client.operations.undo({ id: exchange.operationId ?? '' })
    expect((await at.read(id)).content).toEqual(here.content)
  })

  it('is a conflict where both changed one part, and shows it without masks', async () => {
    const { id } = await lent()
    await at.edit(id, { summary: '电话138****5678，夜里打' })
    const file = await givenBack(id)
    await at.edit(id, { summary: `电话${phone}，白天打` })
    const { jobId, opened } = await at.look(file)
    expect(opened.records).toMatchObject([{ standing: 'conflict', conflicts: ['summary'] }])
    expect(await client.packages.sides({ jobId, id })).toMatchObject({ base: { summary: `电话${phone}` }, mine: { summary: `电话${phone}，白天打` }, theirs: { summary: `电话${phone}，夜里打`, authors: [person] } })
    await at.take(file, { decisions: { [id]: { choice: 'take' } } })
    expect((await at.read(id)).content).toMatchObject({ summary: `电话${phone}，夜里打`, authors: [person] })
  })

  it('is copied, and comes anew where it was deleted, without masks', async () => {
    const { id } = await lent()
    await at.edit(id, { tags: ['安全', '接地'] })
    const file = await givenBack(id)
    await at.edit(id, { summary: '改过' })
    const copied = await at.take(file, { decisions: { [id]: { choice: 'copy' } } })
    expect(copied).toMatchObject({ records: [{ outcome: 'copied' }] })
    const { rows } = await client.records.list({ filter: { type: 'case' }, sort: { by: 'number', descending: false }, offset: 0, limit: 9 })
    const copy = rows.find((row) => row.id !== id)
    expect((await at.read(copy?.id ?? '')).content).toMatchObject({ summary: `电话${phone}`, authors: [person], tags: ['安全', '接地'] })
    await client.records.remove({ selection: { ids: [id] } })
    // What left stays, and so does what it was made of.
    await at.done(client.trash.empty({}))
    await at.take(file)
    const arrived = await at.read(id)
    expect(arrived.content).toMatchObject({ summary: `电话${phone}`, authors: [person], tags: ['安全', '接地'] })
    expect(arrived.revision.parents).toHaveLength(2)
    const { opened } = await at.look(await at.send([id]))
    expect(opened.records).toMatchObject([{ masked: true, standing: 'same' }])
  })

  it('may be masked there once more, and is merged all the same', async () => {
    const { id, content } = await lent()
    const there = await at.read(id)
    await at.edit(id, { summary: `${there.content.summary}，或13987654321` })
    const [{ library } = { library: null }] = await client.packages.suggestable()
    const file = await at.send([id], { kind: 'suggestion', recipient: { unit: '甲单位', libraryId: library?.id ?? null } })
    await at.into('甲')
    expect(await standing(file)).toEqual(['mergeable'])
    await at.take(file)
    expect((await at.read(id)).content).toEqual({ ...content, summary: `电话${phone}，或139****4321` })
  })

  it('goes to and fro: what was merged leaves on top of the twin before, and comes back again', async () => {
    const { id } = await lent()
    await at.edit(id, { tags: ['安全', '接地'] })
    await at.take(await givenBack(id))
    await at.edit(id, { place: '一号站' })
    const second = await at.send([id])
    await at.into('乙')
    expect(await standing(second)).toEqual(['newer'])
    await at.take(second)
    const there = await at.read(id)
    expect(there.content).toMatchObject({ authors: ['张某'], place: '一号站', tags: ['安全', '接地'] })
    await at.edit(id, { summary: `${there.content.summary}，白天打` })
    const file = await givenBack(id)
    await at.edit(id, { place: '二号站' })
    expect(await standing(file)).toEqual(['mergeable'])
    await at.take(file)
    expect((await at.read(id)).content).toMatchObject({ summary: `电话${phone}，白天打`, authors: [person], place: '二号站', tags: ['安全', '接地'] })
  })

  it('keeps a file that stayed here, and takes one that was added there', async () => {
    const list = await at.attach('名单.txt', `${person} ${phone}`)
    const { id } = await lent({ attachments: [list] })
    expect((await at.read(id)).content.attachments).toEqual([])
    const added = await at.attach('步骤.txt', '逐根报号')
    await at.edit(id, { attachments: [added] })
    await at.take(await givenBack(id))
    expect((await at.read(id)).content.attachments.map(({ name }) => name).sort()).toEqual(['名单.txt', '步骤.txt'])
  })

  it('comes by a package that cites twins, and cites what they were made of', async () => {
    const words = paragraph(`监护人${person}站在悬挂点。`)
    const source = await client.records.create({ type: 'case', content: { title: '来源', body: { version: 1, preamble: [words], sections: [] } } })
    const product = await client.products.create({ title: '作业包', sources: [source.id] })
    const quote = await client.products.excerpt({ recordId: source.id, revisionId: source.revision.id, blockIds: [words.id] })
    const { content } = await at.edit(product.id, { body: { ...product.content.body, preamble: [quote] } })
    const file = await at.send([product.id])
    await at.into('乙')
    await at.take(file)
    await at.edit(product.id, { summary: '用过' })
    await at.take(await givenBack(product.id))
    expect((await at.read(product.id)).content).toEqual({ ...content, summary: '用过' })
  })
})

it('is told apart among the revisions, and can not be brought back over what it hides', async () => {
  const { id } = await lent()
  await at.edit(id, { tags: ['安全', '接地'] })
  await at.take(await givenBack(id))
  const { revisions } = await client.records.history({ id })
  expect(revisions.map(({ kind, masked, sentTo, branch }) => [kind, masked, sentTo, branch])).toEqual([
    ['merged', false, [], false], ['saved', true, [], false], ['masked', true, ['乙单位'], false], ['created', false, [], false],
  ])
  const head = await at.read(id)
  for (const { revisionId } of revisions.filter(({ masked }) => masked)) {
    const failure = await client.records.restoreRevision({ id, base: head.revision.id, revisionId }).catch((error: unknown) => toFailure(error))
    expect(failure).toMatchObject({ code: 'invalid' })
  }
  expect(await at.read(id)).toEqual(head)
})

it('says the change on the original, whatever is changed there beside the masks', async () => {
  const { id, content } = await lent()
  await at.into('甲')
  const text = fc.string({ unit: fc.constantFrom('接', '地', '线', '，', 'a'), minLength: 1, maxLength: 6 })
  await fc.assert(fc.asyncProperty(fc.record({ before: text, place: text, tag: text, added: text }), async ({ before, place, tag, added }) => {
    await at.into('乙')
    const there = await at.read(id)
    await at.edit(id, { summary: before + there.content.summary, place, tags: [...new Set([...there.content.tags, tag])], body: addBlock(there.content, added) })
    const file = await givenBack(id)
    const here = await at.read(id)
    await at.take(file)
    const merged = await at.read(id)
    expect(merged.content).toMatchObject({ title: content.title, authors: [person], place })
    expect(merged.content.summary.endsWith(`电话${phone}`) && merged.content.summary.startsWith(before)).toBe(true)
    expect(JSON.stringify(merged.content)).not.toMatch(/某|\*/)
    expect(textOf(merged)).toContain(added)
    expect(merged.content.tags).toEqual(expect.arrayContaining([...here.content.tags]))
  }), { numRuns: 8 })
})
