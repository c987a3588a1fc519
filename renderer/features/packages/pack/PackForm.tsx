/** The title of a package, what it would hold, and what keeps it from being made. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { askDestination } from '#renderer/client/files'
import { api } from '#renderer/client/queries'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import { longestPackageTitle, type PackagePlan } from '#shared/contract/packages'
import { fileNameOf } from '#shared/text/fileName'
import { offeredTitle, packageExtension } from '../packageFile'
import { MissingNotice, RestrictedNotice } from './PlanNotices'
import { PlanTable } from './PlanTable'
import styles from './pack.module.css'

interface PackFormProps { ids: readonly string[]; onStarted: (jobId: string) => void; onClose: () => void }

export const PackForm = ({ ids, onStarted, onClose }: PackFormProps) => {
  const { t } = useTranslation(['packages', 'common'])
  const current = useQuery(api.library.current.queryOptions()).data
  const library = current?.library
  const isReadOnly = Boolean(current?.readOnly)
  const plan = useQuery({ ...api.packages.plan.queryOptions({ input: { ids: [...ids] } }), staleTime: 0, gcTime: 0 })
  const [typed, setTyped] = useState<string>()
  const [acceptMissing, setAcceptMissing] = useState(false)
  const offered = plan.data && library
    ? offeredTitle(chosenTitles(plan.data), library.unit.name || library.name, new Date(), (parts) => t('pack.titleOffered', { ...parts }))
    : ''
  const title = (typed ?? offered).trim()
  const isNameless = typed !== undefined && title === ''
  const make = useMutation({
    mutationFn: async () => {
      const destination = await askDestination(fileNameOf(title, t('common:type.package'), packageExtension), { name: t('pack.files'), extension: packageExtension })
      return destination && core.packages.make({ ids: [...ids], title, to: destination.to, acceptMissing })
    },
    onSuccess: (job) => { if (job) onStarted(job.jobId) },
  })
  const blocked = plan.data && (plan.data.restricted.length > 0 || (plan.data.missing.length > 0 && !acceptMissing))
  return (
    <div className={styles.form}>
      <label className={styles.title}>
        <span>{t('pack.name')}</span>
        <Input value={typed ?? offered} status={isNameless ? 'error' : ''} maxLength={longestPackageTitle} onChange={(event) => { setTyped(event.target.value) }} />
      </label>
      {isNameless && <p className={styles.nameless} role="alert">{t('pack.nameMissing')}</p>}
      {plan.isPending && <SkeletonRows rows={6} />}
      {plan.isError && <ErrorPanel error={plan.error} what={t('pack.notPlanned')} onRetry={() => void plan.refetch()} />}
      {plan.data && <>
        {plan.data.restricted.length > 0 && <RestrictedNotice plan={plan.data} onClose={onClose} />}
        <PlanTable plan={plan.data} onClose={onClose} />
        {plan.data.missing.length > 0 && <MissingNotice plan={plan.data} accepted={acceptMissing} onAccept={setAcceptMissing} />}
      </>}
      {make.isError && <ErrorPanel error={make.error} what={t('pack.notMade')} />}
      <div className={styles.buttons}>
        {isReadOnly && <span className={styles.why} role="status">{t('pack.readOnly')}</span>}
        <Button onClick={onClose}>{t('common:cancel')}</Button>
        <Button type="primary" disabled={!plan.data || blocked === true || isReadOnly || title === ''} loading={make.isPending} onClick={() => { make.mutate() }}>{t('pack.make')}</Button>
      </div>
    </div>
  )
}

const chosenTitles = ({ records }: PackagePlan): string[] => records.filter(({ reason }) => reason.why === 'chosen').map(({ row }) => row.title)
