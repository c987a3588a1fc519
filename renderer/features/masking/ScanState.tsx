/** A look through that is not done: how far it is, or why it ended and how it is begun again. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { JobProgress } from '#renderer/features/jobs'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import styles from './masking.module.css'
import type { Scanning } from './useScan'

export const ScanState = ({ scanning: { job, scan, isCurrent, error, again } }: { scanning: Scanning }) => {
  const { t } = useTranslation('masking')
  if (error) return <ErrorPanel error={error} what={t('scan.failed')} onRetry={again} />
  if (job?.state === 'cancelled') return <p className={styles.line} role="status">{t('scan.stopped')}<Button size="small" onClick={again}>{t('scan.again')}</Button></p>
  if (isCurrent) return null
  return (
    <>
      {scan && <p className={styles.hint} role="status">{t('scan.outdated')}</p>}
      {job?.state === 'running' && <JobProgress job={job} />}
    </>
  )
}
