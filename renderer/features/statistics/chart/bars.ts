/** Bar charts of the figures: standing ones over time and units, lying ones where each bar has a long name. */
import { palettes, type Palette } from '#renderer/ui/theme/palette.data'
import type { OptionOf } from './Chart'
import type { ChartOption } from './draw'

export interface Bars {
  names: readonly string[]
  /** The ends of the names, which stay whole where a long one is cut. */
  ends?: readonly string[]
  /** Stacked upon one another in this order; `color` a token of the palette. */
  series: readonly { name: string; color: keyof Palette; values: readonly number[] }[]
  isLying?: boolean
  /** What the values are counted in. */
  unit?: string
}

/** A name of this many characters still fits beside a lying bar. */
const longestName = 16

export const clipped = (name: string, end = ''): string => {
  const characters = [...name.slice(0, name.length - end.length)]
  return characters.length > longestName ? `${characters.slice(0, longestName).join('')}…${end}` : name
}

/** Where colours are few, bars have an edge, and each but the first kind a pattern. */
const edge = ({ ink }: Palette) => ({ borderColor: ink, borderWidth: 1 })
const pattern = ({ ink }: Palette) => ({ decal: { symbol: 'rect', color: ink, dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4 } })

export const barsOption = ({ names, ends = [], series, isLying = false, unit = '' }: Bars): OptionOf => (palette, font): ChartOption => {
  const text = { color: palette.ink2, fontFamily: font, fontSize: 12 }
  const small = { ...text, fontSize: 11 }
  const axis = { axisLine: { lineStyle: { color: palette.line2 } }, axisTick: { show: false }, axisLabel: small }
  const isContrast = palette === palettes.contrast
  // Of several upon one another, none stands for the whole bar.
  const isNumbered = isLying && series.length === 1
  const ofNames = { ...axis, type: 'category' as const, data: [...names], inverse: isLying, axisLabel: { ...isLying ? text : small, formatter: (name: string, index: number) => (isLying ? clipped(name, ends[index]) : name), hideOverlap: true } }
  const ofValues = {
    ...axis, type: 'value' as const, name: unit, nameTextStyle: text, axisLine: { show: false }, splitLine: { lineStyle: { color: palette.line } }, ...unit === '' && { minInterval: 1 },
  }
  return {
    animation: false,
    textStyle: { fontFamily: font, color: palette.ink },
    grid: { left: 8, right: isNumbered ? 44 : 24, top: unit === '' ? 12 : 32, bottom: series.length > 1 ? 36 : 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      trigger: 'axis', axisPointer: { type: 'shadow' }, backgroundColor: palette.raised, borderColor: palette.line2, textStyle: { color: palette.ink, fontFamily: font, fontSize: 13 }, confine: true,
    },
    legend: { show: series.length > 1, bottom: 0, left: 0, itemWidth: 12, itemHeight: 12, textStyle: text },
    xAxis: isLying ? ofValues : ofNames,
    yAxis: isLying ? ofNames : ofValues,
    series: series.map(({ name, color, values }, index) => ({
      type: 'bar' as const, name, stack: 'all', data: [...values], barMaxWidth: isLying ? 16 : 28,
      itemStyle: { color: palette[color], ...isContrast && edge(palette), ...isContrast && index > 0 && pattern(palette) },
      emphasis: { itemStyle: { color: palette[color] } }, label: { ...text, show: isNumbered, position: 'right' as const },
    })),
  }
}
