/** How a record came to its stage, the latest step first: who moved it, when and why, and what was passed although it did not hold. */
import { Route } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatMoment } from '#renderer/ui/format'
import { useStageName } from '#renderer/ui/useStageName'
import type { StageChange } from '#shared/model/record'
import type { RecordType } from '#shared/model/recordTypes'
import sideStyles from '../side/SidePanel.module.css'
import styles from './life.module.css'

export const LifeHistory = ({ type, steps }: { type: RecordType; steps: readonly StageChange[] }) => {
  const { t } = useTranslation('record')
  const stageName = useStageName()
  if (steps.length === 0) return null
  return (
    <section className={sideStyles.part} aria-labelledby="life-history">
      <h2 id="life-history" className={sideStyles.heading}><Route size={15} aria-hidden="true" />{t('life.history')}</h2>
      <ol className={styles.steps}>
        {[...steps].reverse().map(({ move, to, by, at, reason, waived = [] }) => (
          <li key={`${at} ${to}`} className={styles.step}>
            <span aria-hidden="true" />
            <div>
              <p>{t(`life.step.${move}`, { defaultValue: stageName(to, type) })}</p>
              <p className={styles.who}>{by.name || t('life.nobody')}　{formatMoment(at)}</p>
              {reason !== undefined && <p className={styles.why}>{reason}</p>}
              {waived.length > 0 && <p className={styles.waivedNote}>{t('life.waived', { conditions: waived.map((key) => t(`life.condition.${key}`, { defaultValue: key })).join(t('links.separator')) })}</p>}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
