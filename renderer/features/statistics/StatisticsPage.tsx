/** The page of figures: one at a time, each with the lists behind its numbers. */
import { Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import { figures, type Figure } from '#shared/contract/statistics'
import { BehindProvider } from './BehindProvider'
import { BenefitsFigure } from './benefits/BenefitsFigure'
import { CitationsFigure } from './CitationsFigure'
import { ConversionFigure } from './conversion/ConversionFigure'
import { CoverageFigure } from './coverage/CoverageFigure'
import { OverdueFigure } from './OverdueFigure'
import { ReplicationFigure } from './ReplicationFigure'
import styles from './statistics.module.css'

const shownAs = {
  coverage: CoverageFigure, replication: ReplicationFigure, benefits: BenefitsFigure, conversion: ConversionFigure, citations: CitationsFigure, overdue: OverdueFigure,
} as const

const isFigure = (key: string): key is Figure => figures.some((figure) => figure === key)

/** Which figure is shown stands in the address. */
export interface StatisticsPageProps { figure: Figure; onFigure: (figure: Figure) => void }

export const StatisticsPage = ({ figure, onFigure }: StatisticsPageProps) => {
  const { t } = useTranslation('statistics')
  return (
    <BehindProvider>
      <div className={styles.page}>
        <header className={styles.head}><h1>{t('title')}</h1><p>{t('hint')}</p></header>
        <Tabs
          activeKey={figure} onChange={(key) => { if (isFigure(key)) onFigure(key) }} destroyOnHidden
          items={figures.map((key) => { const Shown = shownAs[key]; return { key, label: t(`figure.${key}.tab`), children: <Shown /> } })}
        />
      </div>
    </BehindProvider>
  )
}
