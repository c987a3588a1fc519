/** The foot of an opened package: what would be taken in, and the one button that does it. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { PackageCheck } from 'lucide-react'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { api } from '#renderer/client/queries'
import { formatCount } from '#renderer/ui/format'
import { useNavigation } from '#renderer/ui/navigation'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { OpenedPackage } from '#shared/contract/packages'
import { mayTake, TakeConsent } from './TakeConsent'
import { choiceOf, headsOf, isUndecided, whyNot, type Decisions, type Seen } from './takeChoice'
import styles from './preview.module.css'

export const TakeBar = ({ jobId, opened: { counts, records, signature }, decisions, seen }: { jobId: string; opened: OpenedPackage; decisions: Decisions; seen: Seen }) => {
  const { t } = useTranslation('packages')
  const language = useLanguage()
  const { openPackage } = useNavigation()
  const showError = useErrorDialog()
  const isReadOnly = Boolean(useQuery(api.library.current.queryOptions()).data?.readOnly)
  const [accepted, setAccepted] = useState(false)
  const why = whyNot(counts, isReadOnly)
  const take = useMutation({
    mutationFn: () => core.packages.take({ jobId, decisions, seen: { ...headsOf(records), ...seen }, accept: accepted }), onSuccess: (job) => { openPackage(job.jobId) },
    onError: (error) => { showError(error, t('preview.notTaken')) },
  })
  const taken = records.filter((record) => choiceOf(record, decisions) !== 'keep').length
  const undecided = records.filter((record) => isUndecided(record, decisions)).length
  const count = { count: taken, shown: formatCount(taken, language) }
  const more = [
    counts.same > 0 && t('take.same', { count: counts.same }),
    counts.older > 0 && t('take.older', { count: counts.older }),
    undecided > 0 && t('take.undecided', { count: undecided }),
    counts.newEditions > 0 && t('take.editions', { count: counts.newEditions }),
    counts.newAttachments > 0 && t('take.attachments', { count: counts.newAttachments }),
  ].filter((part) => part !== false)
  return (
    <footer className={styles.bar}>
      <strong>{taken > 0 ? t('take.will', count) : t('take.nothingNew')}</strong>
      <span className={styles.more}>{more.join('　')}</span>
      {!why && <span className={styles.why}>{t('take.undoable')}</span>}
      {why && <span className={styles.why} data-why={why} role="status">{t(`take.why.${why}`)}</span>}
      {!why && <TakeConsent signature={signature} accepted={accepted} onAccept={setAccepted} />}
      <Button type="primary" icon={<PackageCheck size={15} />} disabled={why !== undefined || !mayTake(signature, accepted)} loading={take.isPending} onClick={() => { take.mutate() }}>
        {taken > 0 || why ? t('take.button', count) : t('take.buttonRest')}
      </Button>
    </footer>
  )
}
