/** How far the units are with the products, as far as it fits; the figures show all of it. */
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { coverageRows, CoverageTable, HeatLegend } from '#renderer/features/statistics'
import { useNavigation } from '#renderer/ui/navigation'
import { useNarrow } from '#renderer/ui/useNarrow'
import type { Coverage } from '#shared/contract/statistics'
import styles from './Workbench.module.css'

const mostUnits = 8
const mostProducts = { wide: 8, narrow: 6 }

/** The units that have to do with a product: those right below the top where one stands above all, else the top itself. */
const shownUnits = ({ units, cells }: Coverage): Coverage['units'] => {
  const concerned = new Set(cells.map(({ unit }) => unit))
  const top = units.filter(({ level, name }) => level === 0 && concerned.has(name))
  const below = units.filter(({ level, name }) => level === 1 && concerned.has(name))
  return (top.length === 1 && below.length > 0 ? below : top).slice(0, mostUnits)
}

export const CoverageCard = () => {
  const { t } = useTranslation(['workbench', 'statistics'])
  const { openStatistics } = useNavigation()
  const narrow = useNarrow()
  const { data } = useQuery(api.statistics.coverage.queryOptions())
  if (!data || data.units.length === 0 || data.products.length === 0) return null
  const products = [...data.products].sort((a, b) => b.of - a.of).slice(0, narrow ? mostProducts.narrow : mostProducts.wide)
  const rows = coverageRows({ ...data, units: shownUnits(data).map((unit) => ({ ...unit, parent: null })) }, new Set())
  return (
    <section className={styles.card} aria-labelledby="coverage-title">
      <div className={styles.cardHead}>
        <h2 id="coverage-title">{t('statistics:figure.coverage.title')}<span className={styles.hint}>{t('statistics:figure.coverage.hint')}</span></h2>
        <Button type="link" size="small" onClick={() => { openStatistics('coverage') }}>{t('coverage.list')}<ChevronRight size={14} aria-hidden="true" /></Button>
      </div>
      <div className={styles.figure}><CoverageTable rows={rows} products={products} /><HeatLegend /></div>
    </section>
  )
}
