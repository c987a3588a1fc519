/** How grave a hazard is, in a word and the colour that goes with it. */
import { useTranslation } from 'react-i18next'
import { riskLevel, riskScore } from '#shared/model/product/risk'
import type { Step } from '#shared/model/product/steps'
import styles from './steps.module.css'

/** Nothing until both factors are rated. */
export const RiskBadge = ({ step: { likelihood, severity } }: { step: Pick<Step, 'likelihood' | 'severity'> }) => {
  const { t } = useTranslation('product')
  const score = riskScore(likelihood, severity)
  if (score === undefined) return null
  const level = riskLevel(score)
  return <span className={styles.risk} data-level={level} title={t('steps.risk.of', { likelihood, severity, score })}>{t(`steps.risk.level.${level}`)}<span>{score}</span></span>
}
