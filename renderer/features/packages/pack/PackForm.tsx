/** The title of a package, what it would hold, and what keeps it from being made. */
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { askDestination } from '#renderer/client/files'
import { api } from '#renderer/client/queries'
import { MaskSection, stayingOut, useMasking } from '#renderer/features/masking'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import type { PackagePlan } from '#shared/contract/packages'
import type { NamedLibrary } from '#shared/model/package'
import { fileNameOf } from '#shared/text/fileName'
import { offeredTitle, packageExtension } from '../packageFile'
import { initialSafety, isSafe } from './packSafety'
import { PackSafety } from './PackSafety'
import type { Chosen, Preset } from './packRequest'
import { PackScope } from './PackScope'
import { noTerms, PackTerms, type Terms } from './PackTerms'
import { LeftOut, MissingNotice, RestrictedNotice } from './PlanNotices'
import { PlanTable } from './PlanTable'
import { bytesOf } from './packSize'
import { sentTo } from './recipients'
import styles from './pack.module.css'

interface PackFormProps { chosen: Chosen; preset: Preset | null; suggestTo: NamedLibrary | null; onStarted: (jobId: string) => void; onClose: () => void }

export const PackForm = ({ chosen, preset, suggestTo, onStarted, onClose }: PackFormProps) => {
  const { t } = useTranslation(['packages', 'common'])
  const current = useQuery(api.library.current.queryOptions()).data
  const library = current?.library
  const isReadOnly = Boolean(current?.readOnly)
  const [terms, setTerms] = useState<Terms>(() => {
    if (suggestTo) return { ...noTerms, unit: suggestTo.unit || suggestTo.name, libraryId: suggestTo.id, purpose: t('suggest.purpose') }
    return preset ? { ...noTerms, unit: preset.unit, libraryId: preset.libraryId, purpose: preset.purpose } : noTerms
  })
  const choice = useMemo(() => ({ ids: chosen.ids, editions: chosen.editions, since: terms.since, largest: terms.largest }), [chosen, terms.since, terms.largest])
  const plan = useQuery({ ...api.packages.plan.queryOptions({ input: choice }), staleTime: 0, gcTime: 0, placeholderData: keepPreviousData })
  const unit = terms.unit.trim()
  const recipient = unit === '' ? null : { unit, libraryId: terms.libraryId }
  const masking = useMasking(choice, recipient, plan.data && !plan.isPlaceholderData ? versionOf(plan.data) : undefined)
  const lastSent = sentTo(useQuery(api.packages.exchanges.queryOptions()).data ?? [], terms)[0]
  const [typed, setTyped] = useState(preset?.title)
  const [acceptMissing, setAcceptMissing] = useState(false)
  const [safety, setSafety] = useState(initialSafety)
  // To anybody else it is a package as any other.
  const isSuggestion = suggestTo !== null && terms.libraryId === suggestTo.id
  const titleKey = isSuggestion ? 'suggest.titleOffered' : 'pack.titleOffered'
  const offered = plan.data && library
    ? offeredTitle(isSuggestion ? [] : chosenTitles(plan.data), library.unit.name || library.name, new Date(), (parts) => t(titleKey, { ...parts }))
    : ''
  const title = (typed ?? offered).trim()
  const isNameless = typed !== undefined && title === ''
  const make = useMutation({
    mutationFn: async () => {
      const destination = await askDestination(fileNameOf(title, t('common:type.package'), packageExtension), { name: t('pack.files'), extension: packageExtension })
      return destination && core.packages.make({
        ...choice, title, purpose: terms.purpose.trim(), licence: terms.licence.trim(), kind: isSuggestion ? 'suggestion' : 'package',
        recipient, to: destination.to, acceptMissing, safety, masking: masking.value,
      })
    },
    onSuccess: (job) => {
      if (!job) return
      masking.begun(job.jobId)
      onStarted(job.jobId)
    },
  })
  const lost = plan.data?.missing.filter(({ tooLarge }) => tooLarge !== true) ?? []
  const isEmpty = plan.data?.records.length === 0
  const blocked = plan.data && (plan.isPlaceholderData || isEmpty || !isSafe(safety, plan.data.restricted.length > 0) || (lost.length > 0 && !acceptMissing) || !masking.isReady)
  const leftOut = masking.on && masking.scanning.scan ? bytesOf(stayingOut(masking.choice, masking.scanning.scan)) : 0
  // It is not drawn again for each text that is decided on.
  const contents = useMemo(() => plan.data && <PlanTable plan={plan.data} scope={<PackScope value={terms} onChange={setTerms} />} leftOut={leftOut} onClose={onClose} />, [plan.data, terms, leftOut, onClose])
  const rows = useMemo(() => plan.data?.records.map(({ row }) => row) ?? [], [plan.data])
  return (
    <div className={styles.form}>
      <PackTerms title={typed ?? offered} isNameless={isNameless} onTitle={setTyped} value={terms} onChange={setTerms} />
      {suggestTo && !isSuggestion && <p className={styles.left} role="status">{t('suggest.notTo', { name: suggestTo.name })}</p>}
      {plan.isPending && <SkeletonRows rows={6} />}
      {plan.isError && <ErrorPanel error={plan.error} what={t('pack.notPlanned')} onRetry={() => void plan.refetch()} />}
      {plan.data && <>
        {plan.data.restricted.length > 0 && <RestrictedNotice plan={plan.data} onClose={onClose} />}
        <LeftOut plan={plan.data} />
        {contents}
        {lost.length > 0 && <MissingNotice plan={{ ...plan.data, missing: lost }} accepted={acceptMissing} onAccept={setAcceptMissing} />}
        {!isEmpty && <MaskSection masking={masking} rows={rows} wasMasked={lastSent?.records.some(({ maskedFrom }) => maskedFrom !== undefined) === true} />}
        <PackSafety value={safety} onChange={setSafety} restricted={plan.data.restricted.length > 0} />
      </>}
      {make.isError && <ErrorPanel error={make.error} what={t('pack.notMade')} />}
      <div className={styles.buttons}>
        {isReadOnly && <span className={styles.why} role="status">{t('pack.readOnly')}</span>}
        {!isReadOnly && !masking.isReady && <span className={styles.why} role="status">{t('pack.notScanned')}</span>}
        <Button onClick={onClose}>{t('common:cancel')}</Button>
        <Button type="primary" disabled={!plan.data || blocked === true || isReadOnly || title === ''} loading={make.isPending} onClick={() => { make.mutate() }}>{t('pack.make')}</Button>
      </div>
    </div>
  )
}

const chosenTitles = ({ records }: PackagePlan): string[] => records.filter(({ reason }) => reason.why === 'chosen').map(({ row }) => row.title)

/** Another one once a record that would go in was changed. */
const versionOf = ({ records }: PackagePlan): string => records.map(({ row }) => `${row.id} ${row.updatedAt}`).join()
