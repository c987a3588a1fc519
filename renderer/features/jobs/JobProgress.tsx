/** A job under way on the page that waits for it: how far, how fast, how long still, and a way to stop it. */
import { useMutation } from '@tanstack/react-query'
import { Button, Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { formatCount, formatDuration } from '#renderer/ui/format'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { Job } from '#shared/contract/jobs'
import styles from './JobProgress.module.css'

interface JobProgressProps {
  job: Job
  /** What is worked on now, as the page calls it. */
  current?: string
}

export const JobProgress = ({ job, current = job.current ?? '' }: JobProgressProps) => {
  const { t } = useTranslation('jobs')
  const language = useLanguage()
  const cancel = useMutation({ mutationFn: () => core.jobs.cancel({ id: job.id }) })
  const { kind, done, total, perSecond, remainingMs } = job
  const label = t('progressOf', { kind: t(`kind.${kind}`) })
  return (
    <section className={styles.progress} aria-label={label}>
      <div className={styles.head}>
        <strong>{total === null ? t(`counting.${kind}`) : `${formatCount(done, language)} / ${formatCount(total, language)}`}</strong>
        {perSecond !== null && <span className={styles.rate}>{t('rate', { rate: perSecond >= 10 ? Math.round(perSecond) : perSecond.toFixed(1) })}</span>}
        {remainingMs !== null && <span>{t('remaining', { time: formatDuration(remainingMs, t) })}</span>}
        <Button size="small" loading={cancel.isPending} onClick={() => { cancel.mutate() }}>{t(`stop.${kind}`)}</Button>
      </div>
      <Progress percent={total ? (done / total) * 100 : 0} showInfo={false} size={{ height: 6 }} aria-label={label} />
      <p className={styles.current}>{current}</p>
      {cancel.isError && <ErrorPanel error={cancel.error} />}
    </section>
  )
}
