/** How long it took from the release of an edition to its first adoption that is done. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { formatDay } from '#renderer/ui/format'
import { useEditionName } from '#renderer/ui/useEditionName'
import type { Replication } from '#shared/contract/statistics'
import { useBehind } from './behind'
import { barsOption } from './chart/bars'
import { Chart } from './chart/Chart'
import { chartPicture } from './chart/picture'
import { Count } from './Count'
import { FigureCard } from './FigureCard'
import { FigureTable, type FigureColumn } from './FigureTable'
import { RecordLink } from './RecordLink'

const rowHeight = 34
const most = 30

export const ReplicationFigure = () => {
  const { t } = useTranslation('statistics')
  const editionName = useEditionName()
  const show = useBehind()
  const query = useQuery(api.statistics.replication.queryOptions())
  const all = query.data ?? []
  const done = useMemo(() => (query.data ?? []).flatMap((each) => (each.days === null ? [] : [{ ...each, days: each.days }])).slice(0, most), [query.data])
  const nameOf = ({ title, edition }: Pick<Replication, 'title' | 'edition'>): string => `${title}　${editionName(edition)}`
  const option = useMemo(() => barsOption({
    names: done.map(({ title, edition }) => `${title}　${editionName(edition)}`), ends: done.map(({ edition }) => `　${editionName(edition)}`), isLying: true, unit: t('replication.unit'),
    series: [{ name: t('column.days'), color: 'jade', values: done.map(({ days }) => days) }],
  }), [done, editionName, t])
  const height = Math.max(160, done.length * rowHeight + 60)
  const title = t('figure.replication.title')
  const columns: readonly FigureColumn<Replication>[] = [
    { key: 'product', title: t('column.product'), cell: ({ productId, title: product }) => <RecordLink id={productId} title={product} /> },
    { key: 'edition', title: t('column.edition'), cell: ({ edition }) => editionName(edition) },
    { key: 'released', title: t('column.released'), cell: ({ releasedAt }) => formatDay(releasedAt) },
    { key: 'first', title: t('column.firstDone'), cell: ({ firstDone }) => firstDone ?? t('replication.notYet') },
    { key: 'days', title: t('column.days'), isNumber: true, cell: (row) => (row.days === null ? '—' : <Count value={row.days} title={nameOf(row)} ids={row.ids} />) },
  ]
  return (
    <FigureCard
      figure="replication" query={query} isEmpty={all.length === 0}
      {...done.length > 0 && {
        chart: (instead) => <Chart instead={instead} option={option} label={title} height={height} onPick={({ index }) => { const one = done[index]; if (one) show({ title: nameOf(one), ids: one.ids }) }} />,
        picture: () => chartPicture(option, title, height),
      }}
      table={() => <FigureTable label={title} columns={columns} rows={all} keyOf={({ productId, seal }) => `${productId} ${seal}`} />}
    />
  )
}
