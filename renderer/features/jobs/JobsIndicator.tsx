/** The jobs in the top bar: what runs, how far it is and how long still; and what ended, until it is dismissed. */
import { CircleAlert, CircleCheck, CircleSlash, LoaderCircle, X, type LucideIcon } from 'lucide-react'
import { useMutation } from '@tanstack/react-query'
import { Tooltip } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { create } from 'zustand'
import { useJobs } from '#renderer/client/changes'
import { core } from '#renderer/client/client'
import { formatCount, formatDuration } from '#renderer/ui/format'
import { useNavigation } from '#renderer/ui/navigation'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { Job } from '#shared/contract/jobs'
import styles from './JobsIndicator.module.css'

const useDismissed = create<{ ids: readonly string[], dismiss: (id: string) => void }>((set) => ({
  ids: [], dismiss: (id) => { set(({ ids }) => ({ ids: [...ids, id] })) },
}))

/** A job whose end was told elsewhere is not told here. */
export const dismissJob = (id: string): void => { useDismissed.getState().dismiss(id) }

export const JobsIndicator = () => {
  const { ids, dismiss } = useDismissed()
  // What an import was compared with is told in its report, what is to be masked in the dialog of the package: neither is an end of its own.
  const shown = useJobs().filter(({ id, kind, state }) => !ids.includes(id) && !(kind === 'compare' && state === 'done') && !(kind === 'maskPackage' && state !== 'running'))
  const running = shown.filter(({ state }) => state === 'running')
  const job = running.at(-1) ?? shown.at(-1)
  const { t } = useTranslation('jobs')
  if (!job) return null
  return (
    <div className={styles.jobs} role="status" aria-label={t('jobs')}>
      {job.state === 'running' ? <RunningJob job={job} /> : <EndedJob job={job} onDismiss={() => { for (const { id } of shown) dismiss(id) }} />}
      {running.length > 1 && <span className={styles.more}>{t('moreJobs', { count: running.length - 1 })}</span>}
    </div>
  )
}

/** A job leads to where its work is shown. */
const useOpenJob = (): ((job: Job) => void) => {
  const imported = useJobs().findLast(({ kind }) => kind === 'import')
  const { openHealth, openImport, openPackage, openPackages, openTrash, openSettings, openDocument } = useNavigation()
  return ({ id, kind }) => {
    switch (kind) {
      case 'import': openImport(id); break
      case 'compare': if (imported) openImport(imported.id); break
      case 'openPackage':
      case 'takePackage': openPackage(id); break
      case 'maskPackage':
      case 'makePackage': openPackages(); break
      case 'bulk':
      case 'undo':
      case 'emptyTrash': openTrash(); break
      case 'verify':
      case 'checkLinks':
      case 'repair':
      case 'sweep': openHealth(); break
      case 'backup':
      case 'verifyBackup':
      case 'restoreBackup': openSettings('backup'); break
      case 'makeDocument': openDocument(id); break
    }
  }
}

const JobButton = ({ job, label, children }: { job: Job, label: string, children: ReactNode }) => {
  const open = useOpenJob()
  return <button className={styles.job} title={label} onClick={() => { open(job) }}>{children}</button>
}

const RunningJob = ({ job }: { job: Job }) => {
  const { t } = useTranslation('jobs')
  const showError = useErrorDialog()
  const language = useLanguage()
  const cancel = useMutation({
    mutationFn: () => core.jobs.cancel({ id: job.id }),
    onError: (error) => { showError(error) },
  })
  const { done, total, remainingMs } = job
  const parts = [
    total !== null && `${formatCount(done, language)} / ${formatCount(total, language)}`,
    remainingMs !== null && t('remaining', { time: formatDuration(remainingMs, t) }),
  ].filter((part) => part !== false).join('　')
  return (
    <>
      <JobButton job={job} label={`${t(`kind.${job.kind}`)}　${parts}`}>
        <LoaderCircle size={15} className={styles.spin} aria-hidden="true" />
        <span>{t(`kind.${job.kind}`)}</span>
        <span className={styles.track} role="progressbar" aria-valuemin={0} aria-valuemax={total ?? undefined} aria-valuenow={total === null ? undefined : done} aria-label={t(`kind.${job.kind}`)}>
          <span style={{ width: `${total ? (done / total) * 100 : 0}%` }} />
        </span>
        <span className={styles.count}>{parts}</span>
      </JobButton>
      <Tooltip title={t(`stop.${job.kind}`)}>
        <button className={styles.icon} disabled={cancel.isPending} onClick={() => { cancel.mutate() }} aria-label={t(`stop.${job.kind}`)}><X size={14} /></button>
      </Tooltip>
    </>
  )
}

const endIcons: Readonly<Record<Exclude<Job['state'], 'running'>, LucideIcon>> = { done: CircleCheck, cancelled: CircleSlash, failed: CircleAlert }

const EndedJob = ({ job, onDismiss }: { job: Job, onDismiss: () => void }) => {
  const { t } = useTranslation('jobs')
  const state = job.state === 'running' ? 'done' : job.state
  const Icon = job.failedItems > 0 ? CircleAlert : endIcons[state]
  const text = t(`${job.kind}.${state}`, { count: job.done })
  const failed = job.failedItems > 0 ? `　${t(`failedItems.${job.kind}`, { count: job.failedItems })}` : ''
  return (
    <>
      <JobButton job={job} label={t('showReport')}>
        <Icon size={15} className={styles.end} data-bad={state === 'failed' || job.failedItems > 0 || undefined} aria-hidden="true" />
        <span>{text}{failed}</span>
      </JobButton>
      <Tooltip title={t('dismiss')}><button className={styles.icon} onClick={onDismiss} aria-label={t('dismiss')}><X size={14} /></button></Tooltip>
    </>
  )
}
