/** What became of the records that were to be brought back. */
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { JobProgress } from '#renderer/features/jobs'
import { useNavigation } from '#renderer/ui/navigation'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { useLanguage } from '#renderer/ui/useLanguage'
import { failureText } from '#shared/text/messages/failureText'
import { StandingMark } from './StandingMark'
import styles from '../backup.module.css'

export const RestoredRecords = ({ jobId, onClose }: { jobId: string, onClose: () => void }) => {
  const { t } = useTranslation('backup')
  const language = useLanguage()
  const { openRecord } = useNavigation()
  const job = useQuery(api.jobs.get.queryOptions({ input: { id: jobId } }))
  const restored = useQuery(api.backups.restored.queryOptions({ input: { jobId }, enabled: job.data?.state === 'done' }))
  const error = job.error ?? job.data?.failure ?? restored.error
  const records = restored.data?.records
  const [only] = records?.length === 1 && records[0]?.outcome !== 'failed' ? records : []
  return (
    <div className={styles.dialog}>
      {job.data?.state === 'running' && <JobProgress job={job.data} />}
      {job.data?.state === 'cancelled' && <p className={styles.hint} role="status">{t('records.stopped')}</p>}
      {error && <ErrorPanel error={error} what={t('records.notRestored')} />}
      {records && <ul className={styles.outcomes} role="status">
        {records.map(({ id, title, outcome, failure }) => (
          <li key={id}>
            <StandingMark standing={outcome} />
            <span>{title}{failure && <><br /><small>{failureText(failure, language).why}</small></>}</span>
          </li>
        ))}
      </ul>}
      <div className={styles.foot}>
        {only && <Button onClick={() => { onClose(); openRecord(only.id) }}>{t('records.open')}</Button>}
        <Button type="primary" onClick={onClose}>{t('common:close')}</Button>
      </div>
    </div>
  )
}
