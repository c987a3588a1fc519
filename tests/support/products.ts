/** Products for tests: what a release asks for, and pilots with an outcome. */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { vi } from 'vitest'
import type { Block, Citation } from '#shared/model/body/blocks'
import type { Body } from '#shared/model/body/body'
import { newBlockId, newId } from '#shared/model/ids'
import { recordFormat, type OwnFields, type RecordFile } from '#shared/model/record'
import { formatJson } from '#core/store/canonicalJson'
import { libraryPaths } from '#core/store/folders'
import { firstRevision } from '#core/store/revisions'
import { paragraph, recordContent } from './records'
import type { TestCore } from './testCore'

type Client = TestCore['client']

/** Why a gate is passed in tests that are about something else. */
export const anyway = '试点另行补做'

export const step = (say: Record<string, unknown> = {}): Record<string, unknown> & { id: string } =>
  ({ id: newBlockId(), action: '核对地线编号', standard: '三者一致方可动手', post: '监护人', ...say })

/** Steps with standard and post, a checklist, and three who sign. */
export const standardFields = (...steps: Record<string, unknown>[]): OwnFields => ({
  steps: steps.length > 0 ? steps : [step()], acceptance: [{ id: newBlockId(), item: '编号一致', criterion: '逐根报号' }],
  preparedBy: '陈立', reviewedBy: '李静', approvedBy: '王敏',
})

/** Every section says something; the quotes stand before them. */
export const filledBody = (body: Body, ...preamble: Block[]): Body =>
  ({ ...body, preamble, sections: body.sections.map((section) => ({ ...section, blocks: [paragraph('写好了')] })) })

/** A citation of a record as it is now. */
export const citationOf = ({ id, revision, content: { title } }: RecordFile): Citation => ({ recordId: id, revisionId: revision.id, title })

/** Saves changes on what is in place. */
export const saveNow = async (client: Client, id: string, changes: Parameters<Client['records']['save']>[0]['changes']): Promise<RecordFile> => {
  const { revision } = await client.records.get({ id })
  await client.records.save({ id, base: revision.id, changes })
  return client.records.get({ id })
}

/** A product of the sources that nothing is missing from but its pilot, at stage `drafting`. */
export const wholeProduct = async (client: Client, title: string, sources: readonly RecordFile[], ...steps: Record<string, unknown>[]): Promise<RecordFile> => {
  const { id, content } = await client.products.create({ title, sources: sources.map((source) => source.id) })
  return saveNow(client, id, { body: filledBody(content.body), fields: standardFields(...steps) })
}

/** An adoption record, written into the library as another program would; answered once it is seen. */
export const adoptionOf = async (client: Client, root: string, product: RecordFile, unit: string, fields: OwnFields, stage = 'done'): Promise<RecordFile> => {
  const id = newId()
  const content = recordContent({ type: 'adoption', title: `${unit}推广`, unit, stage, fields, links: [{ to: product.id, relation: 'adopts', revisionId: product.revision.id }] })
  const at = '2026-10-08T06:00:00.000Z'
  const revision = firstRevision(id, content, { by: { name: '陈立', unit }, device: newId(), now: Date.parse(at) })
  const path = libraryPaths(root).record(id)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, formatJson({ format: recordFormat, id, revision, content, local: { createdAt: at, sealed: true } }))
  await vi.waitFor(async () => { if ((await client.records.rows({ ids: [id] })).length === 0) throw new Error('not seen yet') }, { timeout: 20_000 })
  return client.records.get({ id })
}

/** A pilot of an edition that is done and says what came of it. */
export const pilotOf = async (client: Client, root: string, product: RecordFile, edition: number): Promise<RecordFile> =>
  adoptionOf(client, root, product, '运维二班', { pilot: true, edition, verdict: 'act', feedback: '照做，未再错挂', actualDate: '2026-10-08' })

/** Moves a record on; whoever can't says so. */
export const moveOn = async (client: Client, id: string, move: string, how: { reason?: string; override?: boolean } = {}): Promise<RecordFile> => {
  const { revision } = await client.records.get({ id })
  await client.records.move({ id, base: revision.id, move, ...how })
  return client.records.get({ id })
}
