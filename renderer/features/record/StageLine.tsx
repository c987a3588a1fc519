/** Where a record stands in its life: the stages of its type in order, the current one marked. */
import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { StageIcon } from '#renderer/ui/marks/StageTag'
import { stagesOf, type RecordType } from '#shared/model/recordTypes'
import styles from './StageLine.module.css'

/** A product goes from drafting straight to its release for now: what did not take place is not ticked. */
const leaptOver: Partial<Record<RecordType, readonly string[]>> = { product: ['inReview', 'pilot'] }

export const StageLine = ({ type, stage }: { type: RecordType; stage: string }) => {
  const { t } = useTranslation(['record', 'common'])
  const stages = stagesOf(type)
  const at = stages.indexOf(stage)
  return (
    <ol className={styles.line} aria-label={t('stage')}>
      {stages.map((name, index) => {
        const where = index === at ? 'current' : index < at && !leaptOver[type]?.includes(name) ? 'past' : 'ahead'
        return (
          <li key={name} className={styles.stage} data-where={where} data-stage={name} aria-current={where === 'current' ? 'step' : undefined}>
            <span className={styles.disc}>{where === 'past' ? <Check size={12} aria-hidden="true" /> : <StageIcon stage={name} size={12} />}</span>
            {t(`common:stage.${name}`)}
          </li>
        )
      })}
    </ol>
  )
}
