/** The foot of an opened package: what would be taken in, what still waits for a choice, and the one button that does it. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { GitCompareArrows, PackageCheck } from 'lucide-react'
import { Button } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { api } from '#renderer/client/queries'
import { formatCount } from '#renderer/ui/format'
import { Keycap } from '#renderer/ui/marks/Keycap'
import { useNavigation } from '#renderer/ui/navigation'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { OpenedPackage } from '#shared/contract/packages'
import { beginTaking, type MergeDraft } from './mergeDraft'
import { mayTake, TakeConsent } from './TakeConsent'
import { choiceOf, headsOf, openConflicts, whyNot, type Decisions } from './takeChoice'
import styles from './preview.module.css'

interface TakeBarProps {
  jobId: string
  opened: OpenedPackage
  draft: MergeDraft
  /** Those that still hold. */
  decisions: Decisions
  /** A body is written on the screen: it is left first. */
  isWriting: boolean
  onNextConflict: () => void
}

export const TakeBar = ({ jobId, opened: { counts, records, signature }, draft: { words, addWords, writing }, decisions, isWriting, onNextConflict }: TakeBarProps) => {
  const { t } = useTranslation('packages')
  const language = useLanguage()
  const { openPackage } = useNavigation()
  const showError = useErrorDialog()
  const isReadOnly = Boolean(useQuery(api.library.current.queryOptions()).data?.readOnly)
  const [accepted, setAccepted] = useState(false)
  const whyId = useId()
  const unfinished = records.find(({ id }) => writing[id] !== undefined)
  const why = whyNot(counts, isReadOnly) ?? (unfinished ? 'unfinished' : undefined)
  const take = useMutation({
    mutationFn: () => core.packages.take({ jobId, decisions, seen: headsOf(records), ...words && { words, addWords }, accept: accepted }),
    onSuccess: (job) => { beginTaking(jobId, job.jobId); openPackage(job.jobId) },
    onError: (error) => { showError(error, t('preview.notTaken')) },
  })
  const taken = records.filter((record) => choiceOf(record, decisions) !== 'keep').length
  const open = records.reduce((sum, record) => sum + openConflicts(record, decisions[record.id]).length, 0)
  const count = { count: taken, shown: formatCount(taken, language) }
  const more = [
    counts.same > 0 && t('take.same', { count: counts.same }),
    counts.older > 0 && t('take.older', { count: counts.older }),
    counts.newEditions > 0 && t('take.editions', { count: counts.newEditions }),
    counts.newAttachments > 0 && t('take.attachments', { count: counts.newAttachments }),
    open > 0 && t('take.undecided'),
  ].filter((part) => part !== false)
  return (
    <footer className={styles.bar}>
      <strong>{taken > 0 ? t('take.will', count) : t('take.nothingNew')}</strong>
      <span className={styles.more}>{more.join('　')}</span>
      {open > 0 && <span className={styles.open} role="status"><GitCompareArrows size={14} aria-hidden="true" />{t('take.open', { count: open })}</span>}
      {open > 0 && <Button disabled={isWriting} {...isWriting && { 'aria-describedby': whyId, title: t('take.writing') }} onClick={onNextConflict} aria-keyshortcuts="N">{t('take.next')}<Keycap>N</Keycap></Button>}
      {!why && open === 0 && <span className={styles.why}>{t('take.undoable')}</span>}
      {why && <span id={whyId} className={styles.why} data-why={why} role="status">{why === 'unfinished' && isWriting ? t('take.writing') : t(`take.why.${why}`, { title: unfinished?.title ?? '' })}</span>}
      {!why && <TakeConsent signature={signature} accepted={accepted} onAccept={setAccepted} />}
      <Button type="primary" icon={<PackageCheck size={15} />} disabled={why !== undefined || !mayTake(signature, accepted)} loading={take.isPending} onClick={() => { take.mutate() }}>
        {taken > 0 || why ? t('take.button', count) : t('take.buttonRest')}
      </Button>
    </footer>
  )
}
