/** Links that lead to nothing: looked for on demand, listed by why, each with the way to its place and what can be done; several at once too. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link2Off } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useJobs } from '#renderer/client/changes'
import { core } from '#renderer/client/client'
import { api } from '#renderer/client/queries'
import { JobProgress } from '#renderer/features/jobs'
import { formatCount, formatMoment } from '#renderer/ui/format'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { useLanguage } from '#renderer/ui/useLanguage'
import { brokenCauses } from '#shared/contract/links'
import styles from '../health.module.css'
import { BrokenGroup } from './BrokenGroup'

export const BrokenLinks = ({ canWrite }: { canWrite: boolean }) => {
  const { t } = useTranslation('library-health')
  const language = useLanguage()
  const running = useJobs().find(({ kind, state }) => kind === 'checkLinks' && state === 'running')
  const failed = useJobs().findLast(({ kind }) => kind === 'checkLinks')?.failure
  const summary = useQuery(api.links.summary.queryOptions())
  const broken = useQuery(api.links.broken.queryOptions())
  const check = useMutation({ mutationFn: () => core.links.check() })
  const last = broken.data ?? summary.data
  const links = broken.data?.links ?? []
  const count = last ? { count: last.count, shown: formatCount(last.count, language) } : undefined
  return (
    <section className={styles.card} aria-label={t('links.title')}>
      <header className={styles.groupHead}>
        <div>
          <h2>{t('links.title')}{count && last && <span>{t('links.count', count)}</span>}</h2>
          <p>{last ? t(last.count === 0 ? 'links.none' : broken.data ? 'links.found' : 'links.foundBefore', { ...count, at: formatMoment(last.at) }) : t('links.about')}</p>
          {last && last.unread > 0 && <p>{t('links.unread', { count: last.unread })}</p>}
          {last && links.length > 0 && links.length < last.count && <p>{t('links.first', { count: links.length })}</p>}
        </div>
        {!running && <Button icon={<Link2Off size={15} />} loading={check.isPending} onClick={() => { check.mutate() }}>{t(last ? 'links.again' : 'links.check')}</Button>}
      </header>
      {running && <JobProgress job={running} />}
      {!running && (check.error ?? failed) && <ErrorPanel error={check.error ?? failed} what={t('links.notChecked')} />}
      {broken.error && <ErrorPanel error={broken.error} what={t('links.notRead')} onRetry={() => { void broken.refetch() }} />}
      {brokenCauses.map((cause) => {
        const found = links.filter((link) => link.cause === cause)
        return found.length > 0 && <BrokenGroup key={cause} cause={cause} links={found} canWrite={canWrite && !running} />
      })}
    </section>
  )
}
