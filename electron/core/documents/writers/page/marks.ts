/** What stands before the items of a list, as text: an item that goes to another page keeps its number. */
import type { ListItemBlock } from '#shared/model/body/blocks'
import { chineseMark, circled } from '../../plan/headingNumbers'

const bullets = ['•', '–', '▪']
/** Below that Chinese numbering goes on with circles. */
const deepestChinese = 5

const numberForms: readonly ((value: number) => string)[] = [(value) => `${value}.`, (value) => `（${value}）`, (value) => `${value})`, circled]

const written = (value: number, level: number, scheme: ListItemBlock['scheme']): string =>
  (scheme === 'chinese' ? chineseMark(Math.min(level + 1, deepestChinese), value) : numberForms[level % numberForms.length]?.(value) ?? '')

export interface ListMarks { markOf: (item: ListItemBlock) => string }

/** Of neighbouring items, in their order. */
export const createListMarks = (): ListMarks => {
  const open = new Map<number, { next: number; ended: boolean }>()
  return {
    markOf: ({ list, level, start, checked, scheme }) => {
      for (const deeper of [...open.keys()]) if (deeper > level) open.delete(deeper)
      const here = open.get(level)
      if (list !== 'number') {
        if (here) here.ended = true
        return list === 'check' ? (checked === true ? '☑' : '☐') : bullets[level % bullets.length] ?? ''
      }
      const value = start ?? (here && !here.ended ? here.next : 1)
      open.set(level, { next: value + 1, ended: false })
      return written(value, level, scheme)
    },
  }
}
