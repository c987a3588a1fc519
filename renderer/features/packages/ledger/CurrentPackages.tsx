/** Packages of this sitting that need somebody still: under way, made but not downloaded, or opened and not taken in yet. */
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useJobs } from '#renderer/client/changes'
import { api } from '#renderer/client/queries'
import { JobProgress } from '#renderer/features/jobs'
import { useWaits } from '#renderer/features/made-files'
import { TypeMark } from '#renderer/ui/marks/TypeMark'
import { useNavigation } from '#renderer/ui/navigation'
import type { Job } from '#shared/contract/jobs'
import { MadePackage } from '../pack/MadePackage'
import { bringsNothing } from '../preview/takeChoice'
import styles from './ledger.module.css'

/** The latest ones; who leaves more than these behind does not miss them. */
const most = 5

export const CurrentPackages = () => {
  const { t } = useTranslation('packages')
  const jobs = useJobs().filter(({ kind, state }) => (kind === 'makePackage' || kind === 'openPackage') && (state === 'running' || state === 'done')).slice(-most).reverse()
  if (jobs.length === 0) return null
  return (
    <section aria-label={t('current.title')} className={styles.current}>
      {jobs.map((job) => (job.kind === 'makePackage' ? <Made key={job.id} job={job} /> : <Opened key={job.id} job={job} />))}
    </section>
  )
}

const Made = ({ job }: { job: Job }) => {
  const made = useQuery(api.packages.made.queryOptions({ input: { jobId: job.id }, enabled: job.state === 'done' }))
  const waits = useWaits({ download: made.data?.download ?? null })
  return (job.state === 'running' || waits) && <MadePackage jobId={job.id} />
}

const Opened = ({ job }: { job: Job }) => {
  const { t } = useTranslation(['packages', 'common'])
  const { openPackage } = useNavigation()
  const opened = useQuery(api.packages.opened.queryOptions({ input: { jobId: job.id }, enabled: job.state === 'done' }))
  if (job.state === 'running') return <JobProgress job={job} />
  if (!opened.data || bringsNothing(opened.data.counts)) return null
  return (
    <div className={styles.waiting}>
      <TypeMark type="package" />
      <strong>{opened.data.manifest.title}</strong>
      <span>{t('current.waits')}</span>
      <Button size="small" onClick={() => { openPackage(job.id) }}>{t('current.show')}</Button>
    </div>
  )
}
