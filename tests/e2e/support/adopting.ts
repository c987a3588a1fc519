/** A library with units, sources and a released product, made through the core before a spec looks at its screens. */
import type { CoreClient } from '#shared/contract/contract'
import type { EditionSummary } from '#shared/contract/products'
import { newBlockId } from '#shared/model/ids'
import type { EditableContent } from '#shared/model/record'

/** As a tree: who stands above, and the units below it. */
const units = { 变电中心: ['运维一班', '运维二班'], 配电中心: ['抢修一班', '抢修二班'], 输电中心: [] } as const

/** Units below the one that owns the library. */
export const setUnits = async (core: CoreClient): Promise<void> => {
  for (const [above, below] of Object.entries(units)) {
    await core.vocabularies.add({ kind: 'units', names: [above] })
    if (below.length > 0) await core.vocabularies.add({ kind: 'units', names: [...below], parent: above })
  }
}

const save = async (core: CoreClient, id: string, changes: EditableContent): Promise<void> => {
  const { revision } = await core.records.get({ id })
  await core.records.save({ id, base: revision.id, changes })
}

export const fill = async (core: CoreClient, id: string, fields: Record<string, unknown>): Promise<void> => {
  const { content } = await core.records.get({ id })
  await save(core, id, { fields: { ...content.fields, ...fields } })
}

const move = async (core: CoreClient, id: string, key: string): Promise<void> => {
  const { revision } = await core.records.get({ id })
  await core.records.move({ id, base: revision.id, move: key })
}

/** From planned to done, with what the unit says of it. */
export const finish = async (core: CoreClient, id: string, fields: Record<string, unknown> = {}): Promise<void> => {
  await fill(core, id, { verdict: 'act', actualDate: '2026-11-20', ...fields })
  await move(core, id, 'begin')
  await move(core, id, 'finish')
}

export const step = (action: string, standard: string) => ({ id: newBlockId(), action, standard, post: '监护人' })

/** A product with two steps, made from two cases. */
export const makeProduct = async (core: CoreClient, title: string): Promise<string> => {
  const cases = [await core.records.create({ type: 'case', content: { title: `${title}的由来`, unit: '运维一班' } }), await core.records.create({ type: 'case', content: { title: `${title}的教训`, unit: '抢修一班' } })]
  const { id } = await core.products.create({ title, sources: cases.map((each) => each.id) })
  await fill(core, id, {
    steps: [step('核对操作票与模拟图', '双重名称、编号、拉合方向三项一致'), step('现场验电', '同电压等级验电器，三相逐相')],
    targets: ['变电中心', '配电中心'], policy: 'mandatory', pilotReport: '两个班组试点一个月，未再发生错挂，可以推广。',
  })
  return id
}

/** The next edition, past its gate with a reason. */
export const release = async (core: CoreClient, id: string): Promise<EditionSummary> => {
  const { content } = await core.records.get({ id })
  await save(core, id, { summary: `${content.summary}又改了一处。` })
  const { revision } = await core.records.get({ id })
  return (await core.products.release({ id, base: revision.id, reason: '样例，直接发布' })).edition
}
