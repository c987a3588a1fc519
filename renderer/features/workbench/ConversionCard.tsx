/** What was gathered in the last twelve months, and how much of it became part of a product. */
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { ChevronRight, Sparkles } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { ConversionChart, Count, latestMonths, periodsOf, shareText, sumOf, useConversionOption } from '#renderer/features/statistics'
import { formatDay } from '#renderer/ui/format'
import { useNavigation } from '#renderer/ui/navigation'
import styles from './Workbench.module.css'

const months = 12
const height = 220

export const ConversionCard = () => {
  const { t } = useTranslation(['workbench', 'statistics'])
  const { openCandidates, openStatistics } = useNavigation()
  const { data } = useQuery(api.statistics.conversion.queryOptions())
  const { data: editions } = useQuery(api.statistics.replication.queryOptions())
  const names = useMemo(() => latestMonths(formatDay(new Date().toISOString()).slice(0, 7), months), [])
  const periods = useMemo(() => periodsOf(data ?? [], 'month', names), [data, names])
  const option = useConversionOption(periods, true)
  const sum = sumOf(periods)
  if (!data || sum.total === 0) return null
  const released = (editions ?? []).filter(({ releasedAt }) => formatDay(releasedAt).slice(0, 7) >= (names[0] ?? ''))
  return (
    <section className={styles.card} aria-labelledby="conversion-title">
      <div className={styles.cardHead}>
        <h2 id="conversion-title">{t('statistics:figure.conversion.title')}<span className={styles.hint}>{t('conversion.months')}</span></h2>
        <Button type="link" size="small" onClick={() => { openStatistics('conversion') }}>{t('conversion.list')}<ChevronRight size={14} aria-hidden="true" /></Button>
      </div>
      <dl className={styles.numbers}>
        <div><dt>{t('conversion.total')}</dt><dd><Count value={sum.total} title={t('conversion.total')} ids={sum.ids} /></dd></div>
        <div><dt>{t('conversion.converted')}<span>{t('conversion.share', { share: shareText(sum.total, sum.converted) })}</span></dt><dd><Count value={sum.converted} title={t('conversion.converted')} ids={sum.convertedIds} /></dd></div>
        <div><dt>{t('conversion.released')}</dt><dd><Count value={released.length} title={t('conversion.released')} ids={[...new Set(released.map(({ productId }) => productId))]} /></dd></div>
      </dl>
      <div className={styles.figure}>
        <ConversionChart periods={periods} option={option} height={height} />
        <Button type="link" size="small" className={styles.onward ?? ''} icon={<Sparkles size={14} />} onClick={openCandidates}>{t('conversion.candidates')}</Button>
      </div>
    </section>
  )
}
