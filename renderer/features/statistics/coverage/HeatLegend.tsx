/** What the colours of the heat map stand for. */
import { useTranslation } from 'react-i18next'
import { heatLimits } from './coverageRows'
import styles from './coverage.module.css'

export const HeatLegend = () => {
  const { t } = useTranslation('statistics')
  return (
    <ul className={styles.legend} aria-label={t('coverage.legend')}>
      <li><span data-step={1} />{t('coverage.none')}</li>
      {heatLimits.map((limit, index) => <li key={limit}><span data-step={index + 2} />{`≤${String(limit)}%`}</li>)}
    </ul>
  )
}
