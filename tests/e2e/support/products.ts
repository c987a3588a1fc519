/** Products that a spec begins with, made by the core that the page talks to. */
import type { Page } from '@playwright/test'
import type { CoreClient } from '#shared/contract/contract'
import type { Block } from '#shared/model/body/blocks'
import { newSection } from '#shared/model/body/body'
import { newBlockId } from '#shared/model/ids'
import type { EditableContent, RecordFile } from '#shared/model/record'

export const gateOf = (page: Page) => page.getByRole('region', { name: '发布关口' })
export const sourcesOf = (page: Page) => page.getByRole('complementary', { name: '来源', exact: true })
export const bodyOf = (page: Page) => page.getByRole('region', { name: '正文' })
export const gapsOf = (page: Page) => gateOf(page).getByRole('button', { name: /^去/ })

export const line = (text: string): Block => ({ type: 'paragraph', id: newBlockId(), inlines: [{ type: 'text', text }] })

/** The steps of the example that the design shows. */
export const exampleSteps = [
  { action: '核对操作票与模拟图', standard: '双重名称、编号、拉合方向三项一致，双方签名', minutes: 10, post: '值班负责人', hazard: '票图不符', control: '停止并退票', likelihood: '2', severity: '4' },
  { action: '工器具与地线清点', standard: '按清单逐根唱根，扫码入票', minutes: 8, post: '操作人', hazard: '编号不清', control: '按未核对处理', likelihood: '3', severity: '4' },
  { action: '模拟预演', standard: '逐项复诵，监护人指位，无漏项', minutes: 6, post: '监护人', hazard: '代替复诵', control: '作废重来', likelihood: '2', severity: '3' },
  { action: '现场验电', standard: '同电压等级验电器，三相逐相', minutes: 5, post: '操作人', hazard: '验电器失效', control: '先在带电处试验', likelihood: '3', severity: '5' },
  { action: '装设接地线', minutes: 12, post: '操作人', hazard: '带电挂接地线', control: '先接接地端，后接导体端', likelihood: '4', severity: '5' },
  { action: '拆除前两人分离核对', standard: '号、点、票一致，两人异地回读', minutes: 6, hazard: '一人替另一人确认', control: '中止', likelihood: '3', severity: '4' },
  { action: '终结与回收', standard: '数量与票面相符，回柜拍照', minutes: 8, post: '工作负责人', hazard: '少一根', control: '不得送电', likelihood: '1', severity: '5' },
].map((step, index) => ({ id: `step${String(index + 1)}`, ...step }))

export const saveNow = async (core: CoreClient, id: string, changes: EditableContent): Promise<RecordFile> => {
  const { revision } = await core.records.get({ id })
  await core.records.save({ id, base: revision.id, changes })
  return core.records.get({ id })
}

/** A case with what was done, and a product of it that nothing is missing from but its pilot. */
export const makeProduct = async (core: CoreClient, title: string): Promise<{ source: RecordFile; product: RecordFile }> => {
  const source = await core.records.create({
    type: 'case', content: {
      title: '110 kV 母线转供操作中地线编号错位的发现与纠正',
      body: {
        version: 1, preamble: [], sections: [
          newSection('background', '背景', [line('两条线路同日检修，地线交叉使用。')]),
          newSection('measures', '主要做法', [line('监护人持操作票站在地线悬挂点，操作人在工具柜旁逐根报号。'), line('编号由纸签改为激光刻码，扫码枪读出后自动与操作票第 12 项比对，不一致时不能勾选下一项。')]),
        ],
      },
    },
  })
  const { id, content } = await core.products.create({ title, sources: [source.id] })
  const measures = source.content.body.sections[1]?.blocks[0]
  const quote = measures ? [await core.products.excerpt({ recordId: source.id, revisionId: source.revision.id, blockIds: [measures.id] })] : []
  const sections = content.body.sections.map((section) => ({ ...section, blocks: section.key === 'process' ? [] : [line(`${section.title}写好了。`)] }))
  const product = await saveNow(core, id, {
    body: { ...content.body, preamble: quote, sections },
    fields: {
      ...content.fields, steps: exampleSteps.map((step) => ({ standard: '三相逐相', post: '监护人', ...step })), acceptance: [{ id: 'a1', item: '编号一致', criterion: '逐根报号' }],
      preparedBy: '陈立', preparedOn: '2026-11-16', reviewedBy: '李静', reviewedOn: '2026-11-19', approvedBy: '王敏',
    },
  })
  return { source, product }
}

export const moveOn = async (core: CoreClient, id: string, move: string, how: { reason?: string; override?: boolean } = {}): Promise<RecordFile> => {
  const { revision } = await core.records.get({ id })
  await core.records.move({ id, base: revision.id, move, ...how })
  return core.records.get({ id })
}

/** From drafting into the pilot, which one unit carries through. */
export const pilot = async (core: CoreClient, id: string, unit: string): Promise<void> => {
  await moveOn(core, id, 'submit')
  await moveOn(core, id, 'pilot', { override: true, reason: '样例' })
  const { ids: [adoption] } = await core.adoptions.plan({ productId: id, pilot: true, units: [unit] })
  if (adoption === undefined) throw new Error('no pilot was planned')
  const { content } = await core.records.get({ id: adoption })
  await saveNow(core, adoption, { fields: { ...content.fields, verdict: 'act', actualDate: '2026-11-20', feedback: '照做，未再错挂' } })
  await moveOn(core, adoption, 'begin')
  await moveOn(core, adoption, 'finish')
}
