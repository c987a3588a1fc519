/** What an adoption takes up, where a package would have it take up something else. */
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { MergeDecision } from '#shared/contract/packageMerge'
import { newId } from '#shared/model/ids'
import { recordFormat, type RecordContent } from '#shared/model/record'
import { released } from '../../../../tests/support/adopting'
import { done } from '../../../../tests/support/jobs'
import { unsaid, unsaidOfRecord } from '../../../../tests/support/packages'
import { createTestHome, type TestCore, type TestHome } from '../../../../tests/support/testCore'
import { writePackage } from '../../packages/writePackage'
import { formatJson, hashJson } from '../../store/canonicalJson'
import { replaceFile } from '../../store/durableFile'
import { revisionIdOf } from '../../store/revisions'

let home: TestHome
let client: TestCore['client']

beforeEach(async () => {
  home = await createTestHome()
  ;({ client } = await home.open())
  await client.library.create({ path: join(home.home, '库'), name: '库', unit: '省公司', unitCode: 'SGS' })
})
afterEach(async () => home.remove())

/** A package of one record that goes on from the one here. */
const packageOf = async (id: string, edit: (content: RecordContent) => RecordContent): Promise<string> => {
  const head = (await client.records.get({ id })).revision
  const content = edit((await client.records.get({ id })).content)
  const own = { ...head, parents: [head.id], contentHash: hashJson(content), at: new Date().toISOString() }
  const revision = { ...own, id: revisionIdOf(id, own) }
  const path = join(home.home, `${newId()}.lfpkg`)
  const part = { path: `records/${id}/${revision.id}.json`, bytes: async () => Promise.resolve(Buffer.from(formatJson({ format: recordFormat, id, revision, content }))) }
  const { type, number, title, unit, confidentiality } = content
  await writePackage(path, [part], (files) => ({
    format: 1, id: newId(), title: '包', madeAt: own.at, by: head.by, library: { id: newId(), name: '外', unit: '外' }, ...unsaid, attachments: [], missing: [], files, editions: [],
    records: [{
      id, type, number, title, unit, confidentiality, revisionId: revision.id, contentHash: revision.contentHash, revisions: [revision.id], reason: { why: 'chosen', of: null }, ...unsaidOfRecord, lineage: [head],
    }],
  }), { signal: new AbortController().signal, onPart: () => undefined, replaceFile })
  return path
}

const opened = async (path: string): Promise<string> => done(client, client.packages.open({ path }))
const take = async (jobId: string, decisions: Record<string, MergeDecision> = {}) => done(client, client.packages.take({ accept: true, jobId, decisions }))

it('stays, whatever is chosen; the rest is taken as it is decided', async () => {
  const [one, two] = [await released(client, '作业包一'), await released(client, '作业包二')]
  const { ids: [id = ''] } = await client.adoptions.plan({ productId: one.id, units: ['乙'] })
  const before = (await client.records.get({ id })).content
  const path = await packageOf(id, (content) => ({
    ...content, links: [{ to: two.id, relation: 'adopts', revisionId: 'e'.repeat(64) }], fields: { ...content.fields, edition: 4, pilot: true, seal: two.edition.seal, feedback: '照做了' },
  }))
  const preview = await opened(path)
  const { records: [record] } = await client.packages.opened({ jobId: preview })
  expect(record).toMatchObject({ id, standing: 'conflict' })
  expect([...record?.conflicts ?? []].sort()).toEqual(['fields.pilot', 'fields.seal', 'links', 'stage'])
  await take(preview)
  expect((await client.records.get({ id })).content).toEqual(before)
  const decisions: MergeDecision[] = [{ choice: 'merge', picks: { 'fields.seal': 'theirs', 'fields.pilot': 'theirs', links: 'theirs', stage: 'theirs' } }, { choice: 'take' }]
  for (const decision of decisions) {
    await take(await opened(path), { [id]: decision })
    const { links, fields } = (await client.records.get({ id })).content
    expect({ links, fields }).toEqual({ links: before.links, fields: { ...before.fields, feedback: '照做了' } })
    const { operations: [operation] } = await client.operations.list({ offset: 0, limit: 1 })
    await client.operations.undo({ id: operation?.id ?? '' })
  }
})

it('is no conflict where only what came of it was written down', async () => {
  const { id: productId } = await released(client, '作业包')
  const { ids: [id = ''] } = await client.adoptions.plan({ productId, units: ['乙'] })
  const preview = await opened(await packageOf(id, (content) => ({ ...content, fields: { ...content.fields, feedback: '照做了' } })))
  expect((await client.packages.opened({ jobId: preview })).records).toMatchObject([{ standing: 'newer', conflicts: [] }])
  await take(preview)
  expect((await client.records.get({ id })).content.fields).toMatchObject({ feedback: '照做了' })
})
