/** How much a measured result changed, where both of its values are numbers. */

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

/** `−83 %`, with a real minus and a space that does not break; two digits below ten percent. */
export const formatPercent = (percent: number): string => {
  const digits = Math.abs(percent) < 9.95 ? Number(percent.toFixed(1)) : Math.round(percent)
  const sign = digits > 0 ? '+' : digits < 0 ? '−' : ''
  return `${sign}${Math.abs(digits)}\u00a0%`
}
