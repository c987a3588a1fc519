/** How much of what is gathered becomes part of a product, by month and by year. */
import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { libraryTypes, type LibraryType } from '#shared/model/recordTypes'
import { chartPicture } from '../chart/picture'
import { Count } from '../Count'
import { FigureCard } from '../FigureCard'
import { FigureTable, type FigureColumn } from '../FigureTable'
import { ConversionChart, useConversionOption } from './ConversionChart'
import { latestFirst, periodsOf, sumOf, type Period } from './periods'
import styles from '../statistics.module.css'

const height = 320

export const ConversionFigure = () => {
  const { t } = useTranslation(['statistics', 'common'])
  const query = useQuery(api.statistics.conversion.queryOptions())
  const [type, setType] = useState<LibraryType | 'all'>('all')
  const [by, setBy] = useState<'month' | 'year'>('month')
  const { data } = query
  const periods = useMemo(() => periodsOf((data ?? []).filter((each) => type === 'all' || each.type === type), by), [data, type, by])
  const option = useConversionOption(periods)
  const sum = sumOf(periods)
  const title = t('figure.conversion.title')
  const columns: readonly FigureColumn<Period>[] = [
    { key: 'period', title: t('column.period'), cell: ({ name }) => name },
    { key: 'total', title: t('conversion.total'), isNumber: true, cell: ({ name, total, ids }) => <Count value={total} title={`${name}　${t('conversion.total')}`} ids={ids} /> },
    { key: 'converted', title: t('conversion.converted'), isNumber: true, cell: ({ name, converted, convertedIds }) => <Count value={converted} title={`${name}　${t('conversion.converted')}`} ids={convertedIds} /> },
    { key: 'share', title: t('conversion.share'), isNumber: true, cell: ({ total, converted }) => shareText(total, converted) },
  ]
  return (
    <FigureCard
      figure="conversion" query={query} isEmpty={data?.length === 0}
      choices={<>
        <Segmented size="small" aria-label={t('conversion.of')} value={type} onChange={setType} options={[{ value: 'all', label: t('conversion.all') }, ...libraryTypes.map((value) => ({ value, label: t(`common:type.${value}`) }))]} />
        <Segmented size="small" aria-label={t('column.period')} value={by} onChange={setBy} options={[{ value: 'month', label: t('conversion.byMonth') }, { value: 'year', label: t('conversion.byYear') }]} />
      </>}
      chart={(instead) => (
        <div className={styles.stack}>
          <p className={styles.sum}>
            <span>{t('conversion.total')}<Count value={sum.total} title={t('conversion.total')} ids={sum.ids} /></span>
            <span>{t('conversion.converted')}<Count value={sum.converted} title={t('conversion.converted')} ids={sum.convertedIds} /></span>
            <span>{t('conversion.share')}<b>{shareText(sum.total, sum.converted)}</b></span>
          </p>
          <ConversionChart periods={periods} option={option} height={height} instead={instead} />
        </div>
      )}
      picture={() => chartPicture(option, title, height)}
      table={() => <FigureTable label={title} columns={columns} rows={latestFirst(periods)} keyOf={({ name }) => name} />}
    />
  )
}

export const shareText = (total: number, converted: number): string => (total === 0 ? '—' : `${(converted / total * 100).toFixed(1)}%`)
