/** How high the bars of a chart stand: shares of the room above and below the line of nothing. */
import type { DeckChart } from '#shared/model/slides/deck'

export interface Bar { value: number; series: number; /** Share of the whole height, from 0 to 1. */ height: number; isBelow: boolean }
export interface BarGroup { category: string; bars: Bar[] }

/** `zero` is the share of the height that lies below the line of nothing. */
export const barsOf = ({ categories, series }: Pick<DeckChart, 'categories' | 'series'>): { zero: number; groups: BarGroup[] } => {
  const values = series.flatMap((each) => each.values)
  const most = Math.max(0, ...values)
  const least = Math.min(0, ...values)
  const range = most - least
  const share = (value: number): number => (range === 0 ? 0 : Math.abs(value) / range)
  const groups = categories.map((category, index) => ({
    category,
    bars: series.flatMap(({ values: ofSeries }, number) => {
      const value = ofSeries[index]
      return value === undefined ? [] : [{ value, series: number, height: share(value), isBelow: value < 0 }]
    }),
  }))
  return { zero: range === 0 ? 0 : Math.abs(least) / range, groups }
}

/** As it was measured, without the noise of binary fractions. */
export const barLabel = (value: number): string => String(Number(value.toPrecision(12)))
