/** Where a record stands in its life: the stages of its type in order, the current one marked. */
import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { StageIcon } from '#renderer/ui/marks/StageTag'
import { useStageName } from '#renderer/ui/useStageName'
import type { RecordContent } from '#shared/model/record'
import { stagesOf } from '#shared/model/recordTypes'
import styles from './StageLine.module.css'

type Standing = Pick<RecordContent, 'type' | 'stage' | 'stageHistory'>

/** A stage is ticked where the record was there. One of whose steps nothing is known was at all before, but for a product: it need not begin with the first. */
const wasAt = ({ type, stageHistory = [] }: Standing, stage: string): boolean => (stageHistory.length === 0 && type !== 'product') || stageHistory.some(({ from, to }) => from === stage || to === stage)

export const StageLine = ({ content }: { content: Standing }) => {
  const { t } = useTranslation('record')
  const stageName = useStageName()
  const stages = stagesOf(content.type)
  const at = stages.indexOf(content.stage)
  return (
    <ol className={styles.line} aria-label={t('stage')}>
      {stages.map((name, index) => {
        const where = index === at ? 'current' : index < at && wasAt(content, name) ? 'past' : 'ahead'
        return (
          <li key={name} className={styles.stage} data-where={where} data-stage={name} aria-current={where === 'current' ? 'step' : undefined}>
            <span className={styles.disc}>{where === 'past' ? <Check size={12} aria-hidden="true" /> : <StageIcon stage={name} size={12} />}</span>
            {stageName(name, content.type)}
          </li>
        )
      })}
    </ol>
  )
}
