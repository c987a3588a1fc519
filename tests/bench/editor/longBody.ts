/** A case as long as the longest that people write: paragraphs, lists and tables in all of its sections. */
import type { Block } from '#shared/model/body/blocks'
import { newSection, type Body } from '#shared/model/body/body'
import { newBlockId } from '#shared/model/ids'
import { sectionKeysOf, sectionTitle } from '#shared/model/recordTypes'

export const tableCount = 40

/** Where the caret is put: text that stands once, in the middle of what was asked for. */
export const places = { paragraph: '此段中间', listItem: '此项中间', tableCell: '此格中间' }

const sentence = '检修前把图纸与现场逐一核对，装设接地线的地点、编号和数量由两人分别记录，收工时按记录逐组清点。'

const line = (text: string) => ({ id: newBlockId(), inlines: [{ type: 'text' as const, text }] })

const paragraph = (text: string): Block => ({ type: 'paragraph', ...line(text) })

const item = (text: string): Block => ({ type: 'listItem', list: 'number', level: 0, ...line(text) })

const table = (number: number): Block => ({
  type: 'table', id: newBlockId(),
  rows: Array.from({ length: 6 }, (_row, row) => ({
    cells: Array.from({ length: 4 }, (_cell, column) => ({ blocks: [paragraph(row === 3 && column === 1 && number === tableCount / 2 ? `指标${places.tableCell}数值` : `指标${number}-${row}-${column}`)] })),
  })),
})

/** About as many characters as asked for, the tables' among them. */
export const longBody = (characters: number): Body => {
  const parts: Block[][] = []
  const perPart = Math.max(1, Math.round((characters / tableCount - 24 * 7 - 4 * sentence.length) / (4 * sentence.length)))
  for (let number = 0; number < tableCount; number += 1) {
    const isMiddle = number === tableCount / 2
    parts.push([
      ...Array.from({ length: perPart }, (_, index) => paragraph(isMiddle && index === 0 ? `${sentence.repeat(2)}${places.paragraph}${sentence.repeat(2)}` : sentence.repeat(4))),
      ...Array.from({ length: 4 }, (_, index) => item(isMiddle && index === 1 ? `${sentence}${places.listItem}${sentence}` : sentence)),
      table(number),
    ])
  }
  const keys = sectionKeysOf('case')
  const each = Math.ceil(parts.length / keys.length)
  return {
    version: 1, preamble: [],
    sections: keys.map((key, index) => newSection(key, sectionTitle(key, 'zh-CN'), parts.slice(index * each, (index + 1) * each).flat())),
  }
}
