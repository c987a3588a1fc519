/** The title of a package, what it would hold, and what keeps it from being made. */
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
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
import { initialSafety, isSafe } from './packSafety'
import { PackSafety } from './PackSafety'
import type { Chosen } from './packRequest'
import { noTerms, PackTerms } from './PackTerms'
import { LeftOut, MissingNotice, RestrictedNotice } from './PlanNotices'
import { PlanTable } from './PlanTable'
import styles from './pack.module.css'

interface PackFormProps { chosen: Chosen; onStarted: (jobId: string) => void; onClose: () => void }

export const PackForm = ({ chosen, onStarted, onClose }: PackFormProps) => {
  const { t } = useTranslation(['packages', 'common'])
  const current = useQuery(api.library.current.queryOptions()).data
  const library = current?.library
  const isReadOnly = Boolean(current?.readOnly)
  const [terms, setTerms] = useState(noTerms)
  const choice = { ...chosen, since: terms.since, largest: terms.largest }
  const plan = useQuery({ ...api.packages.plan.queryOptions({ input: choice }), staleTime: 0, gcTime: 0, placeholderData: keepPreviousData })
  const [typed, setTyped] = useState<string>()
  const [acceptMissing, setAcceptMissing] = useState(false)
  const [safety, setSafety] = useState(initialSafety)
  const offered = plan.data && library
    ? offeredTitle(chosenTitles(plan.data), library.unit.name || library.name, new Date(), (parts) => t('pack.titleOffered', { ...parts }))
    : ''
  const title = (typed ?? offered).trim()
  const isNameless = typed !== undefined && title === ''
  const make = useMutation({
    mutationFn: async () => {
      const destination = await askDestination(fileNameOf(title, t('common:type.package'), packageExtension), { name: t('pack.files'), extension: packageExtension })
      const unit = terms.unit.trim()
      return destination && core.packages.make({
        ...choice, title, purpose: terms.purpose.trim(), licence: terms.licence.trim(), recipient: unit === '' ? null : { unit, libraryId: null }, to: destination.to, acceptMissing, safety,
      })
    },
    onSuccess: (job) => { if (job) onStarted(job.jobId) },
  })
  const lost = plan.data?.missing.filter(({ tooLarge }) => tooLarge !== true) ?? []
  const isEmpty = plan.data?.records.length === 0
  const blocked = plan.data && (plan.isPlaceholderData || isEmpty || !isSafe(safety, plan.data.restricted.length > 0) || (lost.length > 0 && !acceptMissing))
  return (
    <div className={styles.form}>
      <label className={styles.title}>
        <span>{t('pack.name')}</span>
        <Input value={typed ?? offered} status={isNameless ? 'error' : ''} maxLength={longestPackageTitle} onChange={(event) => { setTyped(event.target.value) }} />
      </label>
      {isNameless && <p className={styles.nameless} role="alert">{t('pack.nameMissing')}</p>}
      <PackTerms value={terms} onChange={setTerms} />
      {plan.isPending && <SkeletonRows rows={6} />}
      {plan.isError && <ErrorPanel error={plan.error} what={t('pack.notPlanned')} onRetry={() => void plan.refetch()} />}
      {plan.data && <>
        {plan.data.restricted.length > 0 && <RestrictedNotice plan={plan.data} onClose={onClose} />}
        <LeftOut plan={plan.data} />
        <PlanTable plan={plan.data} onClose={onClose} />
        {lost.length > 0 && <MissingNotice plan={{ ...plan.data, missing: lost }} accepted={acceptMissing} onAccept={setAcceptMissing} />}
        <PackSafety value={safety} onChange={setSafety} restricted={plan.data.restricted.length > 0} />
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
