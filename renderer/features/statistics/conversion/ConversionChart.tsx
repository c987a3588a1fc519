/** Bars of what was gathered, and how much of it a product comes of. */
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useBehind } from '../behind'
import { barsOption } from '../chart/bars'
import { Chart, type OptionOf } from '../chart/Chart'
import type { Period } from './periods'

/** `shortNames`: months by their number alone, the first of them said to be a month. */
export const useConversionOption = (periods: readonly Period[], shortNames = false): OptionOf => {
  const { t } = useTranslation('statistics')
  return useMemo(() => barsOption({
    names: periods.map(({ name }, index) => (shortNames ? index === 0 ? t('conversion.month', { number: Number(name.slice(5)) }) : String(Number(name.slice(5))) : name)),
    series: [
      { name: t('conversion.converted'), color: 'jade', values: periods.map(({ converted }) => converted) },
      { name: t('conversion.rest'), color: 'heat3', values: periods.map(({ total, converted }) => total - converted) },
    ],
  }), [periods, shortNames, t])
}

export const ConversionChart = ({ periods, option, height, instead }: { periods: readonly Period[]; option: OptionOf; height: number; instead?: ReactNode }) => {
  const { t } = useTranslation('statistics')
  const show = useBehind()
  const pick = (series: number, index: number): void => {
    const period = periods[index]
    if (period) show(series === 0 ? { title: `${period.name}　${t('conversion.converted')}`, ids: period.convertedIds } : { title: `${period.name}　${t('conversion.total')}`, ids: period.ids })
  }
  return <Chart option={option} label={t('figure.conversion.title')} height={height} instead={instead} onPick={({ series, index }) => { pick(series, index) }} />
}
