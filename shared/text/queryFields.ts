/** The fields of the query language, under all their names, and what their values mean. */
import { editsTo } from './edits'

const names = {
  tag: ['tag', 'tags', '标签'],
  unit: ['unit', '单位', '班组'],
  type: ['type', '类型'],
  stage: ['stage', '阶段', '状态'],
  field: ['field', '专业'],
  author: ['author', '作者', '编写人'],
  before: ['before', '之前', '早于'],
  after: ['after', '之后', '晚于'],
  has: ['has', '含', '带有'],
} as const

export type QueryField = keyof typeof names

const all = new Map<string, QueryField>()
const fieldNames = Object.keys(names).filter((name): name is QueryField => name in names)
for (const field of fieldNames) for (const name of names[field]) all.set(name, field)

/** Days as whole numbers that can be compared: 2026-03-18 is 20260318. `first` and `last` of what was said. */
export interface DateRange { first: number; last: number }

/** 2026, 2026-3, 2026/03/18, 2026年3月18日. Undefined for what is no date. */
const dateRange = (value: string): DateRange | undefined => {
  const [whole, year = '', month, day] = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?$/.exec(value.trim()) ?? []
  if (whole === undefined) return undefined
  const months = Number(month ?? 1)
  const days = Number(day ?? 1)
  if (months < 1 || months > 12 || days < 1 || days > new Date(Date.UTC(Number(year), months, 0)).getUTCDate()) return undefined
  const start = Number(year) * 10_000
  // A record may be of a year or a month as a whole: 2026 is 20260000.
  return { first: start + Number(month ?? 0) * 100 + Number(day ?? 0), last: start + Number(month ?? 12) * 100 + Number(day ?? 31) }
}

export const queryFields = {
  find: (name: string): QueryField | undefined => all.get(name.toLowerCase()),
  /** A field's name that is nearly the one given, which is none. */
  like: (name: string): string | undefined => {
    const lower = name.toLowerCase()
    return /^[a-z]{3,}$/.test(lower) ? [...all.keys()].find((known) => known.length > 2 && editsTo(lower, known, 1).whole === 1) : undefined
  },
  /** Every name, by field, the English one first. */
  names,
  isDate: (field: QueryField): boolean => field === 'before' || field === 'after',
  dateRange,
}
