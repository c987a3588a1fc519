/** Fills a library with cases of the usual size: nine sections, a table, some two thousand characters. */
import type { CoreClient } from '#shared/contract/contract'
import { newSection, type Body } from '#shared/model/body/body'
import type { Block } from '#shared/model/body/blocks'
import { newBlockId } from '#shared/model/ids'
import { sectionKeysOf, sectionTitle } from '#shared/model/recordTypes'

const phrases = [
  '变电站二次回路检修前，班组先把图纸与现场逐一核对', '导线弧垂随气温变化，测量时要记录风速和负荷', '停电计划提前三天公布，让用户有时间安排生产',
  '绝缘子表面结露后泄漏电流上升，夜间巡视比白天更容易发现', '工器具按定置图摆放，交接时当面清点签字', '采集终端离线多半由信号弱和参数错引起',
  '线损异常的台区先查表计接线，再查户变关系', '配网故障研判要看保护动作信息，也要听现场人员的描述', '新员工跟班三个月，每周由师傅出一道实操题',
]

/** Different for every record and always the same: sizes and words repeat from run to run. */
const text = (record: number, section: number, phrasesEach: number): string =>
  Array.from({ length: phrasesEach }, (_, index) => `${phrases[(record * 7 + section * 3 + index) % phrases.length] ?? ''}（第${record * 11 + index}号）。`).join('')

const paragraph = (content: string): Block => ({ type: 'paragraph', id: newBlockId(), inlines: [{ type: 'text', text: content }] })

const table = (record: number): Block => ({
  type: 'table', id: newBlockId(),
  rows: Array.from({ length: 4 }, (_, row) => ({ cells: ['指标', '改进前', '改进后'].map((name) => ({ blocks: [paragraph(`${name}${record + row}`)] })) })),
})

export const benchBody = (record: number, phrasesEach = 8): Body => ({
  version: 1, preamble: [],
  sections: sectionKeysOf('case').map((key, index) =>
    newSection(key, sectionTitle(key, 'zh-CN'), [paragraph(text(record, index, phrasesEach)), ...(key === 'results' ? [table(record)] : [])])),
})

export const fillLibrary = async (client: CoreClient, count: number): Promise<void> => {
  for (let record = 0; record < count; record += 1) {
    await client.records.create({
      type: 'case',
      content: { title: `${phrases[record % phrases.length]?.slice(0, 12) ?? ''}${record}`, unit: `第${record % 20}供电所`, date: `2025-${String((record % 12) + 1).padStart(2, '0')}`, body: benchBody(record) },
    })
  }
}
