/** Links that lead to nothing, on a real library: found with why, kept true, mended many at once, and taken back. */
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { AppError } from '#shared/contract/errors'
import type { Block } from '#shared/model/body/blocks'
import { newSection } from '#shared/model/body/body'
import { newBlockId, newId } from '#shared/model/ids'
import type { EditableContent, RecordFile } from '#shared/model/record'
import { paragraph } from '../../../../tests/support/records'
import { createTestHome, type TestCore, type TestHome } from '../../../../tests/support/testCore'

let home: TestHome
let client: TestCore['client']
let core: TestCore['core']
beforeEach(async () => {
  home = await createTestHome()
  ;({ client, core } = await home.open())
  await client.library.create({ path: join(home.home, '资料库'), name: '资料库', unit: '运维一班', unitCode: 'YW1' })
})
afterEach(async () => home.remove())

const newCase = async (content: EditableContent & { title: string }): Promise<RecordFile> => client.records.create({ type: 'case', content })
const bodyOf = (...blocks: Block[]): NonNullable<EditableContent['body']> => ({ version: 1, preamble: [], sections: [newSection('background', '背景', blocks)] })
const mention = (recordId: string): Block => ({ type: 'paragraph', id: newBlockId(), inlines: [{ type: 'recordLink', recordId, text: '那一条' }] })

const check = async () => {
  const { jobId } = await client.links.check()
  while ((await client.jobs.get({ id: jobId })).state === 'running') await new Promise((resolve) => { setTimeout(resolve, 10) })
  const report = await client.links.broken()
  if (!report) throw new AppError('not_found', { kind: 'job', id: jobId })
  return report
}

/** One record with every kind of reference, and what they lead to. */
const fill = async () => {
  const [here, trashed] = [await newCase({ title: '在这里', body: bodyOf(paragraph('原文')) }), await newCase({ title: '删掉的', body: bodyOf(paragraph('原文')) })]
  const picture = await client.attachments.add({ path: join(import.meta.dirname, 'links.test.ts'), name: 'a.png' })
  const quote = (recordId: string, revisionId: string, blockId: string): Block =>
    ({ type: 'quote', id: newBlockId(), citation: { recordId, revisionId, blockId, title: '出处' }, blocks: [paragraph('原文')] })
  const cited = here.content.body.sections[0]?.blocks[0]?.id ?? ''
  const record = await newCase({
    title: '引用很多', links: [{ to: here.id, relation: 'related' }, { to: trashed.id, relation: 'uses' }, { to: newId(), relation: 'related' }, { to: trashed.id, relation: 'derivedFrom', revisionId: trashed.revision.id }],
    fields: { results: [{ id: 'r1', indicator: '误操作', unit: '次', before: '3', after: '0', evidence: [picture.sha256] }] },
    body: bodyOf(mention(here.id), mention(trashed.id), quote(here.id, here.revision.id, cited), quote(here.id, here.revision.id, 'nowhere'), quote(here.id, 'f'.repeat(64), cited),
      { type: 'image', id: newBlockId(), attachment: picture.sha256, alt: '现场' }),
  })
  await client.records.remove({ selection: { ids: [trashed.id] } })
  return { here, trashed, record, picture }
}

it('tells what leads to nothing and why; what is pinned and lies in the trash still leads there', async () => {
  const { picture, record } = await fill()
  const path = await core.attachmentPath(picture.sha256)
  await rm(path ?? '')
  const { links, count } = await check()
  expect(links.map(({ reference: { kind }, cause, target, sectionTitle }) => [kind, cause, target, sectionTitle])).toEqual([
    ['link', 'trash', '删掉的', ''], ['link', 'gone', '', ''], ['evidence', 'file', '误操作', ''], ['mention', 'trash', '删掉的', '背景'],
    ['citation', 'place', '出处', '背景'], ['citation', 'revision', '出处', '背景'], ['picture', 'file', '现场', '背景'],
  ])
  expect(count).toBe(7)
  expect(links.every(({ record: { id } }) => id === record.id)).toBe(true)
  expect(await client.links.summary()).toMatchObject({ count: 7, unread: 0 })
})

it('is true without another check: what comes back from the trash, or was edited, is told no more', async () => {
  const { trashed } = await fill()
  const before = await check()
  await client.trash.restore({ ids: [trashed.id] })
  const after = await client.links.broken()
  expect(before.links.filter(({ cause }) => cause === 'trash')).toHaveLength(2)
  expect(after?.links.some(({ cause }) => cause === 'trash')).toBe(false)
  expect(await client.links.summary()).toMatchObject({ count: after?.count })
})

it('takes in what a deletion since broke, and files that are there again', async () => {
  const { here, picture } = await fill()
  const path = await core.attachmentPath(picture.sha256) ?? ''
  const bytes = await readFile(path)
  await rm(path)
  const { count } = await check()
  await writeFile(path, bytes)
  expect((await client.links.broken())?.links.some(({ reference: { kind } }) => kind === 'picture')).toBe(false)
  await client.records.remove({ selection: { ids: [here.id] } })
  const after = await client.links.broken()
  expect(after?.links.filter(({ target }) => target === '在这里').map(({ reference: { kind }, cause }) => [kind, cause])).toEqual([['link', 'trash'], ['mention', 'trash'], ['citation', 'trash']])
  expect(after?.count).not.toBe(count)
  await client.trash.restore({ ids: [here.id] })
  expect((await client.links.broken())?.links.some(({ target }) => target === '在这里')).toBe(false)
})

it('mends several at once, to another record or by taking them out, and takes it back', async () => {
  const { here, record } = await fill()
  const { links } = await check()
  const before = await client.records.get({ id: record.id })
  const outcome = await client.links.mend({ mends: links.map(({ record: { id }, reference }) => ({ recordId: id, reference, to: reference.kind === 'mention' ? here.id : null })) })
  expect(outcome).toMatchObject({ done: 1, kept: [] })
  expect(await client.links.broken()).toMatchObject({ count: 0, links: [] })
  const { content } = await client.records.get({ id: record.id })
  expect(content.links.map(({ relation }) => relation)).toEqual(['related', 'derivedFrom'])
  expect(content.body.sections[0]?.blocks.map(({ type }) => type)).toEqual(['paragraph', 'paragraph', 'quote', 'quote', 'quote', 'image'])
  expect(content.body.sections[0]?.blocks[1]).toMatchObject({ inlines: [{ recordId: here.id, text: '那一条' }] })
  expect((await client.operations.list({ offset: 0, limit: 1 })).operations).toMatchObject([{ kind: 'mendLinks', count: 1 }])
  await client.operations.undo({ id: outcome.operationId ?? '' })
  expect((await client.records.get({ id: record.id })).content).toEqual(before.content)
})
