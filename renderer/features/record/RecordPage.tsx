/** The page of one record: reading by default, editing in place, saved by itself. */
import { RecordDamage } from '#renderer/features/library-health'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import type { RecordTarget } from '#renderer/ui/navigation'
import { useTranslation } from 'react-i18next'
import { RecordView, type Lead } from './RecordView'
import { useRecordSession } from './session/useRecordSession'
import styles from './RecordPage.module.css'

export interface RecordPageProps { id: string; target?: RecordTarget | undefined; lead?: Lead }

export const RecordPage = ({ id, target, lead }: RecordPageProps) => {
  const { t } = useTranslation('record')
  const { open, error, retry } = useRecordSession(id)
  if (open) return <RecordView key={id} open={open} target={target} {...lead && { lead }} />
  return (
    <div className={styles.page}>
      <div className={styles.alone}>
        {error ? <RecordDamage id={id} error={error} what={t('notOpened')} onRetry={retry} /> : <SkeletonRows rows={12} rowHeight={44} />}
      </div>
    </div>
  )
}
