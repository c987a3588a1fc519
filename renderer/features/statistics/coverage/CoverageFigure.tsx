/** How far each unit is with each product. */
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { useNavigation } from '#renderer/ui/navigation'
import { FigureCard } from '../FigureCard'
import { CoverageTable } from './CoverageTable'
import { coverageRows } from './coverageRows'
import { HeatLegend } from './HeatLegend'
import { heatPicture } from './heatPicture'
import styles from '../statistics.module.css'

export const CoverageFigure = () => {
  const { t } = useTranslation('statistics')
  const { openLibrary } = useNavigation()
  const query = useQuery(api.statistics.coverage.queryOptions())
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set())
  const { data } = query
  const rows = useMemo(() => (data ? coverageRows(data, turned) : []), [data, turned])
  const turn = (unit: string): void => {
    const next = new Set(turned)
    if (!next.delete(unit)) next.add(unit)
    setTurned(next)
  }
  return (
    <FigureCard
      figure="coverage" query={query} isEmpty={data !== undefined && (data.products.length === 0 || data.units.length === 0)}
      emptyAction={<Button type="primary" onClick={() => { openLibrary('product') }}>{t('toProducts')}</Button>}
      picture={() => heatPicture(rows, data?.products ?? [], t('figure.coverage.title'))}
      table={() => <div className={styles.stack}><HeatLegend /><CoverageTable rows={rows} products={data?.products ?? []} onTurn={turn} /></div>}
    />
  )
}
