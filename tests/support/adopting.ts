/** Products that are released, and adoptions that are carried through, by a core that is called directly. */
import type { EditionSummary } from '#shared/contract/products'
import type { EditableContent, RecordFile } from '#shared/model/record'
import { paragraph } from './records'
import type { TestCore } from './testCore'

type Client = TestCore['client']

/** A product of one case, not released yet. */
export const productOf = async (client: Client, title: string, content: EditableContent = {}): Promise<{ product: RecordFile; source: RecordFile }> => {
  const source = await client.records.create({ type: 'case', content: { title: '一线做法' } })
  return { source, product: await client.products.create({ title, sources: [source.id], content }) }
}

/** The next edition, past its gate with a reason. */
export const release = async (client: Client, id: string): Promise<EditionSummary> => {
  const { revision, content } = await client.records.get({ id })
  const { revisionId } = await client.records.save({ id, base: revision.id, changes: { body: { ...content.body, preamble: [...content.body.preamble, paragraph('又写了一段')] } } })
  return (await client.products.release({ id, base: revisionId, reason: '样例，直接发布' })).edition
}

export const released = async (client: Client, title: string, content: EditableContent = {}): Promise<{ id: string; sourceId: string; edition: EditionSummary }> => {
  const { product, source } = await productOf(client, title, content)
  return { id: product.id, sourceId: source.id, edition: await release(client, product.id) }
}

/** Saves own fields of a record beside those that it has. */
export const fill = async (client: Client, id: string, fields: Record<string, unknown>): Promise<void> => {
  const { revision, content } = await client.records.get({ id })
  await client.records.save({ id, base: revision.id, changes: { fields: { ...content.fields, ...fields } } })
}

export const move = async (client: Client, id: string, key: string, reason = ''): Promise<void> => {
  const { revision } = await client.records.get({ id })
  await client.records.move({ id, base: revision.id, move: key, reason })
}

/** From planned to done, with what the unit says of it. */
export const finish = async (client: Client, id: string, fields: Record<string, unknown> = {}): Promise<void> => {
  await fill(client, id, { verdict: 'act', actualDate: '2026-11-20', ...fields })
  await move(client, id, 'begin')
  await move(client, id, 'finish')
}

export const decline = async (client: Client, id: string, reason = '没有这类设备'): Promise<void> => {
  await fill(client, id, { verdict: 'notApplicable' })
  await move(client, id, 'decline', reason)
}
