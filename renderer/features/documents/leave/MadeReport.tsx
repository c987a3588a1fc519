/** What a job makes of a document: how far it is, and once it is there where it lies or how to get it, and what was adjusted in it. */
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { CircleCheck, Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { downloadMade } from '#renderer/client/files'
import { api } from '#renderer/client/queries'
import { dismissJob, JobProgress } from '#renderer/features/jobs'
import { RevealButton } from '#renderer/features/made-files'
import { formatBytes } from '#renderer/ui/format'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import type { MadeFile } from '#shared/contract/packages'
import { WarningList } from '../dialog/WarningList'
import styles from '../documents.module.css'

/** The job, and what it made once it is done. */
export const useMade = (jobId: string) => {
  const job = useQuery(api.jobs.get.queryOptions({ input: { id: jobId } }))
  const made = useQuery(api.documents.made.queryOptions({ input: { jobId }, enabled: job.data?.state === 'done' }))
  return { job, made }
}

export type MadeOfJob = ReturnType<typeof useMade>

/** `download` says what its button is called. */
export const MadeReport = ({ of: { job, made }, download }: { of: MadeOfJob; download: string }) => {
  const { t } = useTranslation('documents')
  const { file, warnings = [] } = made.data ?? {}
  const error = job.error ?? job.data?.failure ?? made.error
  const isDone = job.data?.state === 'done'
  const jobId = job.data?.id
  const fetch = (made: MadeFile): void => { downloadMade(made); if (jobId !== undefined) dismissJob(jobId) }
  return (
    <>
      {job.data?.state === 'running' && <JobProgress job={job.data} />}
      {job.data?.state === 'cancelled' && <p role="status">{t('report.cancelled')}</p>}
      {error && <ErrorPanel error={error} what={t('report.notMade')} />}
      {!error && (job.isPending || (isDone && made.isPending)) && <SkeletonRows rows={2} />}
      {file && <>
        <div className={styles.made} role="status">
          <CircleCheck size={20} aria-hidden="true" />
          <div><p className={styles.strong}>{t('report.made')}</p><p className={styles.place}>{file.path ?? file.name}　<span>{formatBytes(file.size)}</span></p></div>
          {file.path === null ? <Button size="small" icon={<Download size={14} />} onClick={() => { fetch(file) }}>{download}</Button> : <RevealButton path={file.path} />}
        </div>
        <WarningList warnings={warnings} none={t('report.asItWas')} />
      </>}
    </>
  )
}
