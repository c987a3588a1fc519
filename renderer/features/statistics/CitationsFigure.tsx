/** What others take most from. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { TypeMark } from '#renderer/ui/marks/TypeMark'
import type { CitedRecord } from '#shared/contract/statistics'
import { useBehind } from './behind'
import { barsOption } from './chart/bars'
import { Chart } from './chart/Chart'
import { chartPicture } from './chart/picture'
import { Count } from './Count'
import { FigureCard } from './FigureCard'
import { FigureTable, type FigureColumn } from './FigureTable'
import { RecordLink } from './RecordLink'
import styles from './statistics.module.css'

/** As many as a chart still shows well. */
const charted = 20
const most = 200

export const CitationsFigure = () => {
  const { t } = useTranslation('statistics')
  const show = useBehind()
  const query = useQuery(api.statistics.citations.queryOptions({ input: { limit: most } }))
  const all = query.data ?? []
  const top = useMemo(() => (query.data ?? []).slice(0, charted), [query.data])
  const option = useMemo(() => barsOption({
    names: top.map(({ row }) => row.title), isLying: true, series: [{ name: t('column.cited'), color: 'jade', values: top.map(({ cited }) => cited) }],
  }), [top, t])
  const height = Math.max(160, top.length * 32 + 40)
  const title = t('figure.citations.title')
  const columns: readonly FigureColumn<CitedRecord>[] = [
    { key: 'record', title: t('column.record'), cell: ({ row }) => <span className={styles.marked}><TypeMark type={row.type} size={16} /><RecordLink id={row.id} title={row.title} /></span> },
    { key: 'unit', title: t('column.unit'), cell: ({ row }) => row.unit },
    { key: 'cited', title: t('column.cited'), isNumber: true, cell: ({ row, cited, ids }) => <Count value={cited} title={t('citations.by', { title: row.title })} ids={ids} /> },
    { key: 'reused', title: t('column.reused'), isNumber: true, cell: ({ reused }) => reused },
  ]
  return (
    <FigureCard
      figure="citations" query={query} isEmpty={all.length === 0}
      chart={(instead) => <Chart instead={instead} option={option} label={title} height={height} onPick={({ index }) => { const one = top[index]; if (one) show({ title: t('citations.by', { title: one.row.title }), ids: one.ids }) }} />}
      picture={() => chartPicture(option, title, height)}
      table={() => <FigureTable label={title} columns={columns} rows={all} keyOf={({ row }) => row.id} />}
    />
  )
}
