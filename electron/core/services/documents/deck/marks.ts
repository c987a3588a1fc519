/** The signs and numbers before the items of lists, which stand as text on slides. */
import type { ListItemBlock } from '#shared/model/body/blocks'
import { formatNumber } from '../../../documents/readers/docx/numberFormats'

const bullets = ['•', '–', '·']

/** 一、（一）1.（1）① (GB/T 9704-2012, 7.3.3), else 1. a) i. */
const numbered = (value: number, level: number, isChinese: boolean): string => {
  if (!isChinese) return [`${value}.`, `${formatNumber(value, 'lowerLetter')})`, `${formatNumber(value, 'lowerRoman')}.`][level % 3] ?? ''
  const chinese = formatNumber(value, 'chineseCounting')
  return [`${chinese}、`, `（${chinese}）`, `${value}.`, `（${value}）`][level] ?? formatNumber(value, 'decimalEnclosedCircle')
}

export interface Marks { of: (item: ListItemBlock) => string; end: () => void }

/** Counts as the editor does: a number runs on from the one before it at its level; what is no list ends all. */
export const createMarks = (): Marks => {
  let counts: { kind: string; value: number }[] = []
  return {
    end: () => { counts = [] },
    of: ({ list, level, start, checked, scheme }) => {
      const kind = `${list}${scheme ?? ''}`
      const before = counts[level]
      const value = start ?? (before?.kind === kind ? before.value + 1 : 1)
      counts = [...Array.from({ length: level }, (_, index) => counts[index] ?? { kind: '', value: 0 }), { kind, value }]
      if (list === 'bullet') return bullets[level] ?? '·'
      return list === 'check' ? (checked === true ? '☑' : '☐') : numbered(value, level, scheme === 'chinese')
    },
  }
}
