/** The latest emptying: how far it is, and once it ended what was removed, what stayed and why, until that is closed. */
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { CircleAlert, CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { create } from 'zustand'
import { useJobs } from '#renderer/client/changes'
import { api } from '#renderer/client/queries'
import { JobProgress } from '#renderer/features/jobs'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { EmptyReport } from '#shared/contract/trash'
import { failureText } from '#shared/text/messages/failureText'
import styles from './trash.module.css'

/** Named one by one; the rest is counted. */
const named = 5

const useClosed = create<{ id: string | undefined }>(() => ({ id: undefined }))

export const EmptyingReport = () => {
  const { t } = useTranslation('trash')
  const closed = useClosed(({ id }) => id)
  const job = useJobs().filter(({ kind }) => kind === 'emptyTrash').at(-1)
  const isOver = job !== undefined && job.state !== 'running'
  const report = useQuery(api.trash.emptied.queryOptions({ input: { jobId: job?.id ?? '' }, enabled: isOver && job.id !== closed }))
  if (!job || job.id === closed) return null
  return (
    <div className={styles.inset}>
      {!isOver && <JobProgress job={job} />}
      {isOver && job.failure && <ErrorPanel error={job.failure} what={t('report.brokeOff')} />}
      {isOver && report.data && <Report report={report.data} cancelled={job.state === 'cancelled'} onClose={() => { useClosed.setState({ id: job.id }) }} />}
    </div>
  )
}

interface ReportProps { report: EmptyReport; cancelled: boolean; onClose: () => void }

const Report = ({ report: { removed, revisions, stayed, failed, opened }, cancelled, onClose }: ReportProps) => {
  const { t } = useTranslation(['trash', 'common'])
  const language = useLanguage()
  const Icon = failed.length > 0 ? CircleAlert : CircleCheck
  return (
    <section className={styles.report} aria-label={t('report.title')} data-bad={failed.length > 0 || undefined}>
      <Icon size={18} aria-hidden="true" />
      <div className={styles.told}>
        <p><strong>{t(cancelled ? 'report.cancelled' : 'report.removed', { count: removed })}</strong>　{t('report.revisions', { count: revisions })}</p>
        {stayed.length > 0 && (
          <>
            <p>{t('report.stayed', { count: stayed.reduce((sum, each) => sum + each.revisions, 0) })}</p>
            <ul>
              {stayed.slice(0, named).map(({ id, number, title, revisions: count, why }) => (
                <li key={id}><span className={styles.number}>{number}</span>{title}　<span>{t('report.because', { count, why: why.map((each) => t(`report.${each}`)).join(t('report.and')) })}</span></li>
              ))}
            </ul>
            {stayed.length > named && <p>{t('report.more', { count: stayed.length - named })}</p>}
          </>
        )}
        {opened.length > 0 && (
          <>
            <p>{t('report.opened', { count: opened.length })}</p>
            <ul>{opened.slice(0, named).map(({ path, title }) => <li key={path}>{title}　<span>{path}</span></li>)}</ul>
            {opened.length > named && <p>{t('report.more', { count: opened.length - named })}</p>}
          </>
        )}
        {failed.length > 0 && (
          <>
            <p>{t('report.failed', { count: failed.length })}</p>
            <ul>{failed.slice(0, named).map(({ id, number, title, failure }) => <li key={id}><span className={styles.number}>{number}</span>{title}　<span>{failureText(failure, language).why}</span></li>)}</ul>
            {failed.length > named && <p>{t('report.more', { count: failed.length - named })}</p>}
          </>
        )}
      </div>
      <Button size="small" onClick={onClose}>{t('common:close')}</Button>
    </section>
  )
}
