/** The page of a meeting: read from the core, then held in its session, as any record is. */
import { useTranslation } from 'react-i18next'
import { useRecordSession, type RecordPageProps } from '#renderer/features/record'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import styles from './MeetingPage.module.css'
import { MeetingView } from './MeetingView'

/** `entry` names the entry of the history that the page stands in. */
export const MeetingPage = ({ id, target, entry }: RecordPageProps & { entry: string }) => {
  const { t } = useTranslation('meeting')
  const { open, error, retry } = useRecordSession(id)
  if (open) return <MeetingView key={id} open={open} target={target} entry={entry} />
  return <div className={styles.alone}>{error ? <ErrorPanel error={error} what={t('notOpened')} onRetry={retry} /> : <SkeletonRows rows={12} rowHeight={44} />}</div>
}
