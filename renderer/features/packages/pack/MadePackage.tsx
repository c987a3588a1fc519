/** A package while it is made, and once it is there: what it is called, how large it is, where it lies or how to get it. */
import { CircleCheck, EyeOff } from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { JobProgress } from '#renderer/features/jobs'
import { DownloadButton, RevealButton } from '#renderer/features/made-files'
import { formatBytes } from '#renderer/ui/format'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import { maskedIn, maskedParts } from '../maskedRecords'
import styles from './pack.module.css'

interface MadePackageProps {
  jobId: string
  onClose?: () => void
  /** To what the package was to be, once it is not made. */
  onBack?: () => void
}

export const MadePackage = ({ jobId, onClose, onBack }: MadePackageProps) => {
  const { t } = useTranslation(['packages', 'common'])
  const job = useQuery(api.jobs.get.queryOptions({ input: { id: jobId } }))
  const made = useQuery(api.packages.made.queryOptions({ input: { jobId }, enabled: job.data?.state === 'done' }))
  const error = job.error ?? job.data?.failure ?? made.error
  const isUnmade = Boolean(error) || job.data?.state === 'cancelled'
  const file = made.data
  const exchange = useQuery({ ...api.packages.exchanges.queryOptions(), enabled: file !== undefined }).data?.find(({ sha256 }) => sha256 === file?.sha256)
  const masked = exchange ? maskedIn(exchange.records) : undefined
  return (
    <div className={styles.form}>
      {job.data?.state === 'running' && <JobProgress job={job.data} />}
      {job.data?.state === 'cancelled' && <p role="status">{t('pack.cancelled')}</p>}
      {error && <ErrorPanel error={error} what={t('pack.notMade')} />}
      {!error && (job.isPending || (job.data?.state === 'done' && made.isPending)) && <SkeletonRows rows={2} />}
      {file && (
        <div className={styles.made} role="status">
          <CircleCheck size={20} aria-hidden="true" />
          <div>
            <p className={styles.noticeTitle}>{t('pack.made')}</p>
            <p className={styles.place}>{file.path ?? file.name}　<span>{formatBytes(file.size)}</span></p>
            {masked && masked.records > 0 && <p className={styles.masked}><EyeOff size={14} aria-hidden="true" />{maskedParts(masked, t).join('　')}</p>}
          </div>
          {file.path === null ? <DownloadButton file={file} /> : <RevealButton path={file.path} />}
        </div>
      )}
      {onClose && (
        <div className={styles.buttons}>
          <Button onClick={onClose}>{t('common:close')}</Button>
          {onBack && isUnmade && <Button type="primary" onClick={onBack}>{t('pack.back')}</Button>}
        </div>
      )}
    </div>
  )
}
