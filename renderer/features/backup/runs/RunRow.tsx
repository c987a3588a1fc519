/** One run: when, how much, and verifying it where it stands. */
import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { api } from '#renderer/client/queries'
import { JobProgress } from '#renderer/features/jobs'
import { formatBytes, formatCount, formatMoment } from '#renderer/ui/format'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { BackupRun } from '#shared/contract/backups'
import styles from '../backup.module.css'

interface RunRowProps { run: BackupRun, namesLibrary: boolean, onRestore: () => void, onRestoreRecords?: () => void }

export const RunRow = ({ run, namesLibrary, onRestore, onRestoreRecords }: RunRowProps) => {
  const { t } = useTranslation('backup')
  const language = useLanguage()
  const verify = useMutation({ mutationFn: () => core.backups.verify({ run: run.path }) })
  const at = formatMoment(run.at)
  const facts = { records: formatCount(run.records, language), added: formatCount(run.added.files, language), size: formatBytes(run.added.bytes) }
  return (
    <li className={styles.run}>
      <div className={styles.runLine}>
        <time dateTime={run.at}>{at}</time>
        {namesLibrary && <span className={styles.runLibrary}>{run.library.name}</span>}
        <span className={styles.runFacts}>{t('runs.facts', facts)}</span>
        <span className={styles.buttons}>
          <Button size="small" loading={verify.isPending} aria-label={t('runs.verifyAt', { at })} onClick={() => { verify.mutate() }}>{t('runs.verify')}</Button>
          {onRestoreRecords && <Button size="small" aria-label={t('runs.recordsAt', { at })} onClick={onRestoreRecords}>{t('runs.records')}</Button>}
          <Button size="small" aria-label={t('runs.wholeAt', { at })} onClick={onRestore}>{t('runs.whole')}</Button>
        </span>
      </div>
      {run.leftOut.length > 0 && <p className={styles.caution}><TriangleAlert size={14} aria-hidden="true" />{t('runs.leftOut', { count: run.leftOut.length, path: run.leftOut[0]?.path ?? '' })}</p>}
      {verify.isError && <ErrorPanel error={verify.error} />}
      {verify.data && <Verified jobId={verify.data.jobId} />}
    </li>
  )
}

const problemsShown = 10

const Verified = ({ jobId }: { jobId: string }) => {
  const { t } = useTranslation('backup')
  const job = useQuery(api.jobs.get.queryOptions({ input: { id: jobId } }))
  const report = useQuery(api.backups.verified.queryOptions({ input: { jobId }, enabled: job.data?.state === 'done' }))
  if (job.data?.state === 'running') return <JobProgress job={job.data} />
  if (job.data?.state === 'cancelled') return <p className={styles.hint} role="status">{t('runs.stopped')}</p>
  const error = job.error ?? job.data?.failure ?? report.error
  if (error) return <ErrorPanel error={error} what={t('runs.notVerified')} />
  if (!report.data) return null
  const { problems, files } = report.data
  if (problems.length === 0) return <p className={styles.good} role="status"><CircleCheck size={14} aria-hidden="true" />{t('runs.sound', { count: files })}</p>
  return (
    <section className={styles.notice} role="alert">
      <TriangleAlert size={16} aria-hidden="true" />
      <div>
        <strong>{t('runs.problems', { count: problems.length })}</strong>
        <p>{t('runs.problemsText')}</p>
        <ul className={styles.titles}>
          {problems.slice(0, problemsShown).map(({ path, part }) => <li key={path}>{path}　{part}</li>)}
          {problems.length > problemsShown && <li>{t('runs.moreProblems', { count: problems.length - problemsShown })}</li>}
        </ul>
      </div>
    </section>
  )
}
