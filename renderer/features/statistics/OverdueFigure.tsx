/** What should have been looked at or done by now: reviews and adoptions, the longest overdue first. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { adopterFirst } from '#renderer/ui/adopterFirst'
import { StageTag } from '#renderer/ui/marks/StageTag'
import { TypeMark } from '#renderer/ui/marks/TypeMark'
import type { Overdue } from '#shared/contract/statistics'
import { Count } from './Count'
import { FigureCard } from './FigureCard'
import { FigureTable, type FigureColumn } from './FigureTable'
import { RecordLink } from './RecordLink'
import styles from './statistics.module.css'

type Late = Overdue['reviews'][number]

const kinds = ['reviews', 'adoptions'] as const

export const OverdueFigure = () => {
  const { t } = useTranslation('statistics')
  const query = useQuery(api.statistics.overdue.queryOptions({ input: {} }))
  const { data } = query
  const adopter: FigureColumn<Late> = { key: 'adopter', title: t('column.unit'), cell: ({ row }) => <RecordLink id={row.id} title={adopterFirst(row).name} /> }
  const product: FigureColumn<Late> = { key: 'product', title: t('column.record'), cell: ({ row }) => adopterFirst(row).rest }
  const columns: readonly FigureColumn<Late>[] = [
    { key: 'record', title: t('column.record'), cell: ({ row }) => <span className={styles.marked}><TypeMark type={row.type} size={16} /><RecordLink id={row.id} title={row.title} /></span> },
    { key: 'unit', title: t('column.unit'), cell: ({ row }) => row.unit },
    { key: 'stage', title: t('column.stage'), cell: ({ row }) => <StageTag stage={row.stage} /> },
    { key: 'day', title: t('column.day'), isNumber: true, cell: ({ day }) => <span className={styles.late}>{day}</span> },
  ]
  return (
    <FigureCard
      figure="overdue" query={query} isEmpty={data?.reviews.length === 0 && data.adoptions.length === 0}
      table={() => (
        <div className={styles.stack}>
          {data && kinds.map((kind) => (
            <div key={kind}>
              <h3 className={styles.subhead}>{t(`overdue.${kind}`)}<Count value={data.totals[kind]} title={t(`overdue.${kind}`)} ids={data[kind].map(({ row }) => row.id)} /></h3>
              {data[kind].length > 0 ? <FigureTable label={t(`overdue.${kind}`)} columns={kind === 'adoptions' ? [adopter, product, ...columns.slice(2)] : columns} rows={data[kind]} keyOf={({ row }) => row.id} /> : <p className={styles.hint}>{t('overdue.none')}</p>}
              {data.totals[kind] > data[kind].length && <p className={styles.hint}>{t('overdue.more', { count: data.totals[kind] - data[kind].length })}</p>}
            </div>
          ))}
        </div>
      )}
    />
  )
}
