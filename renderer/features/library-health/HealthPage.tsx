/** 资料库检查: whether the library is whole, what is not, and what can be done about it. */
import { CircleCheck, ShieldAlert, ShieldQuestion } from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { JobProgress } from '#renderer/features/jobs'
import { formatCount, formatMoment } from '#renderer/ui/format'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { OpenLibrary, Problem } from '#shared/contract/library'
import { byGroup } from './groups'
import styles from './health.module.css'
import { BrokenLinks } from './links/BrokenLinks'
import { ProblemList } from './ProblemList'
import { RepairResult } from './RepairResult'
import { SetAsideCard, UnusedCard } from './StorageCards'
import { useHealthJobs, type HealthJobs } from './useHealthJobs'

export const HealthPage = () => {
  const library = useQuery(api.library.current.queryOptions())
  const jobs = useHealthJobs()
  if (jobs.health.isError) return <div className={styles.page}><ErrorPanel error={jobs.health.error} onRetry={() => void jobs.health.refetch()} /></div>
  if (!library.data || jobs.health.isPending) return <div className={styles.page}><SkeletonRows rows={6} /></div>
  return <Health library={library.data} jobs={jobs} />
}

/** What is to be seen to: what the last check found and no repair has dealt with since; before any check, what opening found. */
const useProblems = ({ check, repairs }: HealthJobs): Problem[] => {
  const damage = useQuery({ ...api.library.damage.queryOptions(), enabled: check === undefined })
  if (!check) return damage.data ?? []
  const done = new Set(repairs.flatMap(({ entries }) => entries).filter(({ outcome }) => outcome !== 'failed').map(({ path }) => path))
  return check.problems.filter(({ path }) => !done.has(path))
}

const Health = ({ library, jobs }: { library: OpenLibrary, jobs: HealthJobs }) => {
  const { t } = useTranslation('library-health')
  const problems = useProblems(jobs)
  const { running, failed, check, checkId, repairs, health, startCheck, startRepair, startSweep } = jobs
  const error: unknown = startCheck.error ?? startRepair.error ?? startSweep.error ?? failed?.failure ?? undefined
  const repaired = repairs.at(-1)
  const canRepair = check !== undefined && !running
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t('title')}</h1>
        <p>{t('about')}</p>
      </header>
      {running ? <div className={styles.card}><JobProgress job={running} /></div> : <Summary jobs={jobs} problems={problems} />}
      {error !== undefined && !running && <ErrorPanel error={error} />}
      {repaired && !running && <RepairResult report={repaired} library={library} />}
      {byGroup(problems).map(({ group, problems: found }) => (
        <ProblemList
          key={`${checkId ?? ''} ${group}`} group={group} problems={found} root={library.path}
          onRepair={canRepair ? (choices) => { startRepair.mutate(choices) } : undefined}
        />
      ))}
      <BrokenLinks canWrite={!library.readOnly} />
      <UnusedCard jobs={jobs} canSweep={!library.readOnly} />
      {health.data && <SetAsideCard setAside={health.data.setAside} />}
    </div>
  )
}

const Summary = ({ jobs: { check, health, startCheck }, problems }: { jobs: HealthJobs, problems: readonly Problem[] }) => {
  const { t } = useTranslation('library-health')
  const language = useLanguage()
  const last = health.data?.lastCheck
  const state = problems.length > 0 ? 'bad' : last ? 'good' : 'unknown'
  const Icon = { bad: ShieldAlert, good: CircleCheck, unknown: ShieldQuestion }[state]
  const count = (value: number): string => formatCount(value, language)
  const hasRepairs = problems.some(({ recommended }) => recommended !== 'nothing') && check !== undefined
  return (
    <section className={styles.summary} data-state={state}>
      <Icon size={24} strokeWidth={1.6} aria-hidden="true" />
      <div>
        <h2>{state === 'bad' ? t('state.bad', { count: problems.length, shown: count(problems.length) }) : t(`state.${state}`)}</h2>
        <p>
          {last ? t('lastCheck', { at: formatMoment(last.at) }) : t('neverChecked')}
          {check && <span>{t('counts', { records: count(check.records), revisions: count(check.revisions), editions: count(check.editions), attachments: count(check.attachments) })}</span>}
        </p>
      </div>
      <Button type={hasRepairs ? 'default' : 'primary'} loading={startCheck.isPending} onClick={() => { startCheck.mutate() }}>{t(last ? 'checkAgain' : 'check')}</Button>
    </section>
  )
}
