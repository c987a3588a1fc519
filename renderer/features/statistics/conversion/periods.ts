/** How many of the records made in a month or a year a product comes of. */
import type { Conversion } from '#shared/contract/statistics'

/** `name` is YYYY-MM or YYYY. */
export interface Period { name: string; total: number; converted: number; ids: string[]; convertedIds: string[] }

const nothing = (name: string): Period => ({ name, total: 0, converted: 0, ids: [], convertedIds: [] })

const next = (month: string): string => {
  const [year = 0, of = 0] = month.split('-').map(Number)
  return of === 12 ? `${String(year + 1)}-01` : `${String(year)}-${String(of + 1).padStart(2, '0')}`
}

/** From the first to the last, those without any record too: a gap in time is no smaller than it was. */
export const monthsBetween = (first: string, last: string): string[] => {
  const months: string[] = []
  for (let month = first; month <= last; month = next(month)) months.push(month)
  return months
}

/** The months up to one, that one with them. */
export const latestMonths = (last: string, count: number): string[] => {
  const [year = 0, of = 1] = last.split('-').map(Number)
  const start = year * 12 + of - count
  return Array.from({ length: count }, (_, index) => `${String(Math.floor((start + index) / 12))}-${String((start + index) % 12 + 1).padStart(2, '0')}`)
}

const nameOf = (month: string, by: 'month' | 'year'): string => (by === 'year' ? month.slice(0, 4) : month)

/** The earliest first; `names` are those to be shown, all that there are where none are given. */
export const periodsOf = (figures: readonly Conversion[], by: 'month' | 'year', names?: readonly string[]): Period[] => {
  const periods = new Map<string, Period>()
  for (const { month, total, converted, ids, convertedIds } of figures) {
    const name = nameOf(month, by)
    const before = periods.get(name) ?? nothing(name)
    periods.set(name, { name, total: before.total + total, converted: before.converted + converted, ids: [...before.ids, ...ids], convertedIds: [...before.convertedIds, ...convertedIds] })
  }
  const found = [...periods.keys()].sort()
  const [first, last] = [found[0], found.at(-1)]
  const shown = names ?? (by === 'month' && first !== undefined && last !== undefined ? monthsBetween(first, last) : found)
  return shown.map((name) => periods.get(name) ?? nothing(name))
}

/** As a table lists them: the latest first, those without any record left out. */
export const latestFirst = (periods: readonly Period[]): Period[] => periods.filter(({ total }) => total > 0).reverse()

/** All of them as one. */
export const sumOf = (periods: readonly Period[]): Period => periods.reduce((sum, { total, converted, ids, convertedIds }) => ({
  ...sum, total: sum.total + total, converted: sum.converted + converted, ids: [...sum.ids, ...ids], convertedIds: [...sum.convertedIds, ...convertedIds],
}), nothing(''))
