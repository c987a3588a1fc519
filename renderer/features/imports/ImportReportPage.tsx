/** How an import goes and what became of every file: failures first, so that none is overlooked. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useJobs } from '#renderer/client/changes'
import { api } from '#renderer/client/queries'
import { JobProgress } from '#renderer/features/jobs'
import { EmptyState } from '#renderer/ui/states/EmptyState'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import type { ImportComparison } from '#shared/contract/imports'
import styles from './ImportReportPage.module.css'
import { shownPath } from './outcomes'
import { ReportActions } from './ReportActions'
import { ReportSummary } from './ReportSummary'
import { ReportTable } from './ReportTable'

const pageSize = 100

export const ImportReportPage = ({ jobId }: { jobId: string }) => {
  const { t } = useTranslation('imports')
  const [page, setPage] = useState(1)
  const job = useQuery(api.jobs.get.queryOptions({ input: { id: jobId } }))
  const report = useQuery(api.imports.report.queryOptions({
    input: { jobId, offset: (page - 1) * pageSize, limit: pageSize }, placeholderData: keepPreviousData,
  }))
  if (job.isPending) return <div className={styles.page}><SkeletonRows rows={6} /></div>
  if (job.isError) return <div className={styles.page}><ErrorPanel error={job.error} what={t('notShown')} onRetry={() => void job.refetch()} /></div>

  const running = job.data.state === 'running'
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div>
          <h1>{t(`state.${job.data.state}`)}</h1>
          {report.data && <ReportSummary report={report.data} job={job.data} />}
        </div>
        {!running && report.data && <ReportActions jobId={jobId} entries={report.data.entries} />}
      </header>
      {running && <JobProgress job={job.data} current={shownPath(job.data.current ?? '')} />}
      {report.data?.comparison && <Comparison comparison={report.data.comparison} />}
      {job.data.failure && <ErrorPanel error={job.data.failure} what={t('stopped')} />}
      {report.isPending && <SkeletonRows rows={6} />}
      {report.isError && <ErrorPanel error={report.error} onRetry={() => void report.refetch()} />}
      {report.data && report.data.total > 0 && <ReportTable report={report.data} page={page} pageSize={pageSize} onPage={setPage} />}
      {report.data?.total === 0 && !running && !job.data.failure && <EmptyState title={t('nothing')} text={t('nothingText')} />}
    </div>
  )
}

/** How far what was imported is compared with the library: under way, or stopped before the end. */
const Comparison = ({ comparison: { jobId, done, total } }: { comparison: ImportComparison }) => {
  const { t } = useTranslation('imports')
  const job = useJobs().find(({ id }) => id === jobId)
  if (job?.state === 'running') return <div className={styles.comparing}><p>{t('comparing')}</p><JobProgress job={job} /></div>
  return done < total ? <p className={styles.comparing} role="status">{t('notCompared', { count: total - done })}</p> : null
}
