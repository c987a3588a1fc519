/** Benefits in one unit of measure, summed up by year or by unit. */
import type { BenefitFigure } from '#shared/contract/statistics'

export type SummedBy = 'year' | 'unit'

/** `name` is empty where no year is said. */
export interface BenefitTotal { name: string; verified: number; unverified: number; ids: string[] }

/** The units of measure, that of the most figures first. */
export const measuresOf = (figures: readonly BenefitFigure[]): string[] => {
  const counts = new Map<string, number>()
  for (const { measure } of figures) counts.set(measure, (counts.get(measure) ?? 0) + 1)
  return [...counts].sort(([a, many], [b, more]) => more - many || a.localeCompare(b, 'zh-CN')).map(([measure]) => measure)
}

/** Sums of decimals as they were written, without what binary fractions add. */
const plus = (a: number, b: number): number => Number((a + b).toPrecision(12))

/** By year the earliest first, those of no year last; by unit the largest first. */
export const benefitSums = (figures: readonly BenefitFigure[], measure: string, by: SummedBy): BenefitTotal[] => {
  const sums = new Map<string, BenefitTotal>()
  for (const { unit, year, measure: its, verified, unverified, ids } of figures) {
    if (its !== measure) continue
    const name = by === 'unit' ? unit : year === null ? '' : String(year)
    const sum = sums.get(name) ?? { name, verified: 0, unverified: 0, ids: [] }
    sums.set(name, { name, verified: plus(sum.verified, verified), unverified: plus(sum.unverified, unverified), ids: [...new Set([...sum.ids, ...ids])] })
  }
  const size = ({ verified, unverified }: BenefitTotal): number => verified + unverified
  return [...sums.values()].sort((a, b) => (by === 'year'
    ? Number(a.name === '') - Number(b.name === '') || a.name.localeCompare(b.name)
    : size(b) - size(a) || a.name.localeCompare(b.name, 'zh-CN')))
}

/** By year the latest first, those of no year last; by unit as they come. */
export const inOrder = (figures: readonly BenefitFigure[], by: SummedBy): BenefitFigure[] =>
  (by === 'unit' ? [...figures] : [...figures].sort((a, b) => (b.year ?? 0) - (a.year ?? 0)))
