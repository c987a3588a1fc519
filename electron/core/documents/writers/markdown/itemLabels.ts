/** What list items show in front of them, for where Markdown would not number them so. */
import { isKnownBlock, type Block } from '#shared/model/body/blocks'
import { numeral } from '#shared/text/numeral'
import { countItems } from './keptBody'

const circled = (value: number): string => (value >= 1 && value <= 20 ? String.fromCodePoint(0x2460 + value - 1) : `(${value})`)

const han = (value: number): string => numeral(value, 'zh-CN')

/** 一、（一）1.（1）① by level (GB/T 9704-2012, 7.3.3). */
const chinese: readonly ((value: number) => string)[] = [(value) => `${han(value)}、`, (value) => `（${han(value)}）`, (value) => `${value}.`, (value) => `（${value}）`, circled]

/** One a block; empty for what is no item. */
export const itemLabels = (blocks: readonly Block[]): string[] => {
  const count = countItems()
  return blocks.map((block) => {
    const usual = count(block)
    if (!isKnownBlock(block) || block.type !== 'listItem') return ''
    if (block.list === 'bullet') return '• '
    if (block.list === 'check') return block.checked ? '☑ ' : '☐ '
    const value = block.start ?? usual
    return block.scheme ? chinese[Math.min(block.level, chinese.length - 1)]?.(value) ?? '' : `${value}. `
  })
}
