/** A save that failed: why, whether closing the window would lose anything, and that it is tried again. */
import { useTranslation } from 'react-i18next'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import type { SaveStatus } from '../autosave/autosave'
import { useSaving, type OpenRecord } from '../session/useRecordSession'
import styles from './Notice.module.css'

interface FailedSaveProps { open: OpenRecord; status: Extract<SaveStatus, { kind: 'failed' }> }

export const FailedSave = ({ open: { session }, status: { error, again, underWay } }: FailedSaveProps) => {
  const { t } = useTranslation('record')
  const { isRecoverable } = useSaving(session)
  const next = [isRecoverable ? t('failed.kept') : undefined, again ? t('failed.again') : undefined].filter((part) => part !== undefined).join('')
  return (
    <div className={styles.panel}>
      <ErrorPanel error={error} what={t('notSaved')} onRetry={() => { void session.flush() }} isRetrying={underWay} {...next !== '' && { next }} />
    </div>
  )
}
