/** Editions that come with a product: taking the package back takes them back, and doing it again brings them again. */
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { paragraph } from '../../../../tests/support/records'
import { done } from '../../../../tests/support/jobs'
import { createTestHome, type TestCore, type TestHome } from '../../../../tests/support/testCore'

let home: TestHome
let client: TestCore['client']

const pathOf = (name: string): string => join(home.home, name)

beforeEach(async () => {
  home = await createTestHome()
  ;({ client } = await home.open())
  for (const [name, unitCode] of [['乙', 'YW1'], ['甲', 'SD1']]) await client.library.create({ path: pathOf(name ?? ''), name: name ?? '', unit: name ?? '', unitCode: unitCode ?? '' })
})
afterEach(async () => home.remove())

const editions = async (id: string): Promise<number[]> => (await client.products.editions({ id })).map(({ number }) => number).sort()

const sent = async (id: string, name: string): Promise<string> => {
  await done(client, client.packages.make({ ids: [id], title: name, to: pathOf(name) }))
  return pathOf(name)
}

const taken = async (path: string): Promise<string> => {
  const jobId = await done(client, client.packages.open({ path }))
  const { operationId } = await client.packages.taken({ jobId: await done(client, client.packages.take({ jobId, accept: true })) })
  return operationId ?? ''
}

const undone = async (id: string): Promise<string> => (await client.operations.undo({ id })).operationId ?? ''

it('go and come with what they came with, and stay with a product that was changed since', async () => {
  const source = await client.records.create({ type: 'case', content: { title: '来源', body: { version: 1, preamble: [paragraph('原文')], sections: [] } } })
  const made = await client.products.create({ title: '作业包', sources: [source.id] })
  const [block] = source.content.body.preamble
  const quote = await client.products.excerpt({ recordId: source.id, revisionId: source.revision.id, blockIds: [block?.id ?? ''] })
  const sections = made.content.body.sections.map((section) => ({ ...section, blocks: [paragraph('写好了')] }))
  const saved = await client.records.save({ id: made.id, base: made.revision.id, changes: { body: { ...made.content.body, preamble: [quote], sections } } })
  await client.products.release({ reason: '试点另行补做', id: made.id, base: saved.revisionId })
  const first = await sent(made.id, '一.lfpkg')
  const edited = await client.records.save({ id: made.id, base: (await client.records.get({ id: made.id })).revision.id, changes: { summary: '第二版' } })
  await client.products.release({ reason: '试点另行补做', id: made.id, base: edited.revisionId })
  const second = await sent(made.id, '二.lfpkg')

  await client.library.open({ path: pathOf('乙') })
  await taken(first)
  const before = await client.records.get({ id: made.id })
  const took = await taken(second)
  const after = await client.records.get({ id: made.id })
  expect(await editions(made.id)).toEqual([1, 2])
  const back = await undone(took)
  expect([await editions(made.id), await client.records.get({ id: made.id })]).toEqual([[1], before])
  const again = await undone(back)
  expect([await editions(made.id), (await client.records.get({ id: made.id })).content]).toEqual([[1, 2], after.content])

  const { revision } = await client.records.get({ id: made.id })
  await client.records.save({ id: made.id, base: revision.id, changes: { summary: '这里改的' } })
  expect((await client.operations.undo({ id: again })).kept).toHaveLength(1)
  expect(await editions(made.id)).toEqual([1, 2])
})
