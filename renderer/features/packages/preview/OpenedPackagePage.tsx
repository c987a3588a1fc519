/** What a job that opened a package found, or what one that took it in did. */
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { JobProgress } from '#renderer/features/jobs'
import { useNavigation } from '#renderer/ui/navigation'
import { EmptyState } from '#renderer/ui/states/EmptyState'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import { errorData } from '#shared/contract/errors'
import type { Job } from '#shared/contract/jobs'
import { OpenPackageButton } from '../OpenPackageButton'
import { openedBy } from './mergeDraft'
import { PackagePreview } from './PackagePreview'
import { TakenPackage } from './TakenPackage'
import { UnlockPackage } from './UnlockPackage'
import styles from './preview.module.css'

interface OpenedPackagePageProps {
  jobId: string
  /** The record of it that is looked at closer. */
  record: string | undefined
  onRecord: (id: string | undefined) => void
}

export const OpenedPackagePage = ({ jobId, ...closer }: OpenedPackagePageProps) => {
  const { t } = useTranslation('packages')
  const job = useQuery(api.jobs.get.queryOptions({ input: { id: jobId } }))
  if (job.isPending) return <div className={styles.alone}><SkeletonRows /></div>
  if (job.isError) return <div className={styles.alone}><ErrorPanel error={job.error} what={t('preview.notShown')} onRetry={() => void job.refetch()} /></div>
  return <JobPage job={job.data} {...closer} />
}

const JobPage = ({ job, ...closer }: Omit<OpenedPackagePageProps, 'jobId'> & { job: Job }) => {
  const { t } = useTranslation('packages')
  const taking = job.kind === 'takePackage'
  switch (job.state) {
    case 'running':
      return (
        <div className={styles.alone}>
          <h1 className={styles.working}>{t(taking ? 'preview.taking' : 'preview.opening')}</h1>
          <JobProgress job={job} />
        </div>
      )
    case 'failed': {
      const locked = lockOf(job)
      if (locked?.needs === 'passphrase') return <div className={styles.alone}><UnlockPackage key={job.id} path={locked.path} wrong={locked.wrong} /></div>
      return (
        <div className={styles.alone}>
          <ErrorPanel error={job.failure} what={t(taking ? 'preview.notTaken' : 'notOpened')} />
          <div className={styles.ways}><BackToMerge taking={job.id} /><OpenPackageButton /></div>
        </div>
      )
    }
    case 'cancelled':
      return <EmptyState title={t(taking ? 'preview.takingStopped' : 'preview.openingStopped')} text={t('preview.nothingChanged')} action={<OpenPackageButton />} example={<BackToMerge taking={job.id} />} />
    case 'done':
      return taking ? <TakenPackage jobId={job.id} /> : <PackagePreview jobId={job.id} {...closer} />
  }
}

/** What was decided before it failed or was stopped is still there. */
const BackToMerge = ({ taking }: { taking: string }) => {
  const { t } = useTranslation('packages')
  const { openPackage } = useNavigation()
  const opened = openedBy(taking)
  return opened === undefined ? null : <Button onClick={() => { openPackage(opened) }}>{t('preview.backToMerge')}</Button>
}

const lockOf = ({ failure }: Job) => (failure?.code === 'package_locked' ? errorData.package_locked.safeParse(failure.data).data : undefined)
