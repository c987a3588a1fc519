/** What adoptions brought, by unit and year, what was verified apart from what was not; each unit of measure by itself. */
import { useQuery } from '@tanstack/react-query'
import { Segmented, Select } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import type { BenefitFigure } from '#shared/contract/statistics'
import { useBehind } from '../behind'
import { barsOption } from '../chart/bars'
import { Chart } from '../chart/Chart'
import { chartPicture } from '../chart/picture'
import { Count } from '../Count'
import { FigureCard } from '../FigureCard'
import { FigureTable, type FigureColumn } from '../FigureTable'
import { benefitSums, inOrder, measuresOf, type SummedBy } from './benefitSums'

const none: readonly BenefitFigure[] = []
const most = 40

export const BenefitsFigure = () => {
  const { t } = useTranslation('statistics')
  const show = useBehind()
  const query = useQuery(api.statistics.benefits.queryOptions())
  const figures = query.data ?? none
  const measures = useMemo(() => measuresOf(figures), [figures])
  const [chosen, setChosen] = useState<string>()
  const [by, setBy] = useState<SummedBy>('year')
  const measure = chosen !== undefined && measures.includes(chosen) ? chosen : measures[0] ?? ''
  const nameOf = (text: string): string => text || t('benefits.noMeasure')
  const sums = useMemo(() => benefitSums(figures, measure, by).slice(0, most), [figures, measure, by])
  const names = useMemo(() => sums.map(({ name }) => name || t('benefits.noYear')), [sums, t])
  const option = useMemo(() => barsOption({
    names, unit: measure || t('benefits.noMeasure'), isLying: by === 'unit',
    series: [
      { name: t('benefits.verified'), color: 'jade', values: sums.map(({ verified }) => verified) },
      { name: t('benefits.unverified'), color: 'heat3', values: sums.map(({ unverified }) => unverified) },
    ],
  }), [names, sums, measure, by, t])
  const rows = useMemo(() => inOrder(figures.filter((each) => each.measure === measure), by), [figures, measure, by])
  const height = by === 'unit' ? Math.max(200, sums.length * 32 + 90) : 320
  const title = t('figure.benefits.title')
  const columns: readonly FigureColumn<BenefitFigure>[] = [
    { key: 'unit', title: t('column.unit'), cell: ({ unit }) => unit },
    { key: 'year', title: t('column.year'), cell: ({ year }) => year ?? t('benefits.noYear') },
    { key: 'measure', title: t('column.measure'), cell: (row) => nameOf(row.measure) },
    { key: 'verified', title: t('benefits.verified'), isNumber: true, cell: ({ unit, verified, ids }) => <Count value={verified} title={`${unit}　${t('benefits.verified')}`} ids={verified === 0 ? [] : ids} /> },
    { key: 'unverified', title: t('benefits.unverified'), isNumber: true, cell: ({ unit, verified, unverified, ids }) => <Count value={unverified} title={`${unit}　${t('benefits.unverified')}`} ids={unverified === 0 && verified !== 0 ? [] : ids} /> },
  ]
  return (
    <FigureCard
      figure="benefits" query={query} isEmpty={figures.length === 0}
      choices={<>
        <Select size="small" aria-label={t('column.measure')} value={measure} options={measures.map((value) => ({ value, label: nameOf(value) }))} onChange={setChosen} popupMatchSelectWidth={false} />
        <Segmented size="small" aria-label={t('benefits.by')} value={by} onChange={setBy} options={[{ value: 'year', label: t('benefits.byYear') }, { value: 'unit', label: t('benefits.byUnit') }]} />
      </>}
      chart={(instead) => <Chart instead={instead} option={option} label={title} height={height} onPick={({ index }) => { const one = sums[index]; if (one) show({ title: names[index] ?? '', ids: one.ids }) }} />}
      picture={() => chartPicture(option, `${title}（${nameOf(measure)}）`, height)}
      table={() => <FigureTable label={title} columns={columns} rows={rows} keyOf={(row) => `${row.unit} ${String(row.year)} ${row.measure}`} />}
    />
  )
}
