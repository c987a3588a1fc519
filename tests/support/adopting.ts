/** Products that are released, and adoptions that are carried through, by a core that is called directly. */
import { readFile, writeFile } from 'node:fs/promises'
import { vi } from 'vitest'
import type { EditionSummary } from '#shared/contract/products'
import { RecordFile, type EditableContent } from '#shared/model/record'
import { formatJson } from '#core/store/canonicalJson'
import { libraryPaths } from '#core/store/folders'
import { moveOn } from './products'
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

export const move = async (client: Client, id: string, key: string, reason = ''): Promise<void> => { await moveOn(client, id, key, { reason }) }

/** The adoption that is planned for one unit; its id, empty where it has one already. */
export const planFor = async (client: Client, productId: string, unit: string, plannedDate = '', pilot = false): Promise<string> =>
  (await client.adoptions.plan({ productId, units: [unit], plannedDate, pilot })).ids[0] ?? ''

/** Changes the file of a record as another program, or another library, would have written it; the library at `root` is open again after that. */
export const rewriteRecord = async (client: Client, root: string, id: string, edit: (record: RecordFile) => RecordFile): Promise<void> => {
  await client.library.close()
  const path = libraryPaths(root).record(id)
  await writeFile(path, formatJson(edit(RecordFile.parse(JSON.parse(await readFile(path, 'utf8'))))))
  await client.library.open({ path: root })
  await vi.waitFor(async () => { if ((await client.library.current())?.checking !== false) throw new Error('still checking') }, { timeout: 60_000 })
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
