/** Backing up the open library: where to, how often, how the last try ended, and the runs that are there. */
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { usePickFolder } from '#renderer/features/file-picker'
import { JobProgress } from '#renderer/features/jobs'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import type { BackupStatus } from '#shared/contract/backups'
import { PlanRows } from './PlanRows'
import { RunList } from './runs/RunList'
import { useShownWhenAsked } from './showBackups'
import { useBackupActions, useBackupStatus } from './useBackup'
import styles from './backup.module.css'

interface BackupSettingsProps { readOnly: boolean }

export const BackupSettings = ({ readOnly }: BackupSettingsProps) => {
  const { t } = useTranslation('backup')
  const status = useBackupStatus()
  if (status.isError) return <ErrorPanel error={status.error} what={t('notRead')} onRetry={() => void status.refetch()} />
  if (!status.data) return <SkeletonRows rows={2} />
  return <Backups status={status.data} readOnly={readOnly} />
}

const Backups = ({ status, readOnly }: BackupSettingsProps & { status: BackupStatus }) => {
  const { t } = useTranslation('backup')
  const { plan, run } = useBackupActions()
  const pickFolder = usePickFolder()
  const place = useShownWhenAsked()
  const begin = async () => {
    const folder = await pickFolder()
    if (folder === null) return
    plan.mutate({ folder, every: 'day', allowRestricted: false }, { onSuccess: () => { run.mutate() } })
  }
  const error = plan.error ?? run.error
  return (
    <div ref={place} className={styles.backup}>
      {error && <ErrorPanel error={error} what={t(plan.error ? 'notPlanned' : 'notMade')} />}
      {status.plan === null
        ? <div className={styles.empty}>
          <p>{t('empty.why')}</p>
          <p>{t('empty.how')}</p>
          <Button type="primary" loading={plan.isPending} onClick={() => void begin()}>{t('empty.choose')}</Button>
        </div>
        : <Planned status={status} plan={plan} run={run} readOnly={readOnly} />}
    </div>
  )
}

interface PlannedProps extends ReturnType<typeof useBackupActions>, BackupSettingsProps { status: BackupStatus }

const Planned = ({ status, plan, run, readOnly }: PlannedProps) => {
  const { t } = useTranslation('backup')
  const runs = useQuery({ ...api.backups.list.queryOptions({ input: { folder: null } }), enabled: status.isReachable === true })
  const job = useQuery(api.jobs.get.queryOptions({ input: { id: status.jobId ?? '' }, enabled: status.jobId !== null }))
  const running = job.data?.state === 'running' ? job.data : undefined
  return (
    <>
      <PlanRows
        status={status} onPlan={(changed) => { plan.mutate(changed) }} onRun={() => { run.mutate() }}
        onPlanAndRun={(changed) => { plan.mutate(changed, { onSuccess: () => { run.mutate() } }) }}
      />
      {running
        ? <JobProgress job={running} />
        : <div className={styles.buttons}>
          <Button type="primary" loading={run.isPending} disabled={status.isReachable !== true} onClick={() => { run.mutate() }}>{t('runNow')}</Button>
        </div>}
      {runs.isError && <ErrorPanel error={runs.error} what={t('runsNotRead')} onRetry={() => void runs.refetch()} />}
      {runs.data && <RunList {...runs.data} canRestoreRecords={!readOnly} namesLibrary={false} />}
      <p className={styles.hint}>{t('needs')}</p>
    </>
  )
}
