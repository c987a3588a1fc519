/** How much a measured result changed, where both of its values are numbers. */
import type { MeasuredResult } from '#shared/model/record'

/** A number as people write it: `1,186`, `−3`, `９８.２`; undefined for words, ranges and what carries a unit. */
export const toNumber = (written: string): number | undefined => {
  const plain = written.normalize('NFKC').trim().replace(/^[−–]/u, '-').replaceAll(/(?<=\d),(?=\d{3}(\D|$))/g, '')
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : undefined
}

/** In percent of the value before; undefined where there is none, or where it is zero. */
export const percentChange = (before: string, after: string): number | undefined => {
  const from = toNumber(before)
  const to = toNumber(after)
  return from === undefined || to === undefined || from === 0 ? undefined : ((to - from) / Math.abs(from)) * 100
}

const sign = (value: number): string => (value > 0 ? '+' : value < 0 ? '−' : '')

/** `−83 %`, with a real minus and a space that does not break; two digits below ten percent. */
export const formatPercent = (percent: number): string => {
  const digits = Math.abs(percent) < 9.95 ? Number(percent.toFixed(1)) : Math.round(percent)
  return `${sign(digits)}${Math.abs(digits)}\u00a0%`
}

const isPercent = (unit: string): boolean => unit.normalize('NFKC').trim() === '%'
const withoutPercent = (written: string): string => written.normalize('NFKC').trim().replace(/\s*%$/, '')

/** Of values in percent, how many points they are apart, `+15` or `−0.4`; undefined where they are no numbers in percent. */
export const pointChange = ({ unit, before, after }: Pick<MeasuredResult, 'unit' | 'before' | 'after'>): string | undefined => {
  const [from, to] = [withoutPercent(before), withoutPercent(after)]
  const [one, two] = [toNumber(from), toNumber(to)]
  const areInPercent = isPercent(unit) || (from !== before.normalize('NFKC').trim() && to !== after.normalize('NFKC').trim())
  if (!areInPercent || one === undefined || two === undefined) return undefined
  const points = Number((two - one).toFixed(2))
  return `${sign(points)}${Math.abs(points)}`
}
