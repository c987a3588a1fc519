/** By how much a measured result changed, in words: percent of the value before, or points where the values are in percent. */
import { useTranslation } from 'react-i18next'
import type { MeasuredResult } from '#shared/model/record'
import { formatPercent, percentChange, pointChange } from './percentChange'

/** Undefined where it is no matter of numbers. */
export const useChangeText = (): ((result: MeasuredResult) => string | undefined) => {
  const { t } = useTranslation('record')
  return (result) => {
    const points = pointChange(result)
    if (points !== undefined) return t('results.points', { points })
    const percent = percentChange(result.before, result.after)
    return percent === undefined ? undefined : formatPercent(percent)
  }
}
