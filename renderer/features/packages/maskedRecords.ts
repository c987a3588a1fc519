/** How much of a package that was sent was masked, by the ledger. */
import type { TFunction } from 'i18next'
import type { ExchangedRecord } from '#shared/model/exchange'

export interface Masked { records: number; texts: number; cleaned: number; leftOut: number }

/** `texts` are different ones, `cleaned` pictures and `leftOut` files, each once. */
export const maskedIn = (records: readonly ExchangedRecord[]): Masked => {
  const masked = records.filter(({ maskedFrom }) => maskedFrom !== undefined)
  const files = new Map(masked.flatMap(({ files: each = [] }) => each.map(({ from, to }) => [from, to] as const)))
  const left = [...files.values()].filter((to) => to === null).length
  return { records: masked.length, texts: new Set(masked.flatMap(({ masks = [] }) => masks.map(({ text }) => text))).size, cleaned: files.size - left, leftOut: left }
}

/** `t` is of the packages. */
export const maskedParts = ({ records, texts, cleaned, leftOut }: Masked, t: TFunction<readonly ['packages', 'common']>): string[] => [
  t('masked.records', { count: records }), ...texts > 0 ? [t('masked.texts', { count: texts })] : [],
  ...cleaned > 0 ? [t('masked.cleaned', { count: cleaned })] : [], ...leftOut > 0 ? [t('masked.leftOut', { count: leftOut })] : [],
]
