/** An import under way: how far, how fast, how long still, and a way to stop it. */
import { useMutation } from '@tanstack/react-query'
import { Button, Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { formatCount, formatDuration } from '#renderer/ui/format'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { Job } from '#shared/contract/jobs'
import styles from './ImportReportPage.module.css'
import { shownPath } from './outcomes'

export const ImportProgress = ({ job }: { job: Job }) => {
  const { t } = useTranslation('imports')
  const language = useLanguage()
  const cancel = useMutation({ mutationFn: () => core.jobs.cancel({ id: job.id }) })
  const { done, total, perSecond, remainingMs } = job
  return (
    <section className={styles.progress} aria-label={t('progress')}>
      <div className={styles.progressHead}>
        <strong>{total === null ? t('counting') : `${formatCount(done, language)} / ${formatCount(total, language)}`}</strong>
        {perSecond !== null && <span>{t('rate', { rate: perSecond >= 10 ? Math.round(perSecond) : perSecond.toFixed(1) })}</span>}
        {remainingMs !== null && <span>{t('remaining', { time: formatDuration(remainingMs, t) })}</span>}
        <Button size="small" loading={cancel.isPending} onClick={() => { cancel.mutate() }}>{t('stop')}</Button>
      </div>
      <Progress percent={total ? (done / total) * 100 : 0} showInfo={false} size={{ height: 6 }} aria-label={t('progress')} />
      <p className={styles.current}>{shownPath(job.current ?? '')}</p>
      {cancel.isError && <ErrorPanel error={cancel.error} />}
    </section>
  )
}
