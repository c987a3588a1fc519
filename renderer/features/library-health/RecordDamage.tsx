/** A record that can't be opened: why, and its last good revision, to be put back at once. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { api } from '#renderer/client/queries'
import { formatMoment } from '#renderer/ui/format'
import { useNavigation } from '#renderer/ui/navigation'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import type { Problem } from '#shared/contract/library'
import styles from './health.module.css'

interface RecordDamageProps { id: string, error: unknown, what: string, onRetry: () => void }

export const RecordDamage = ({ id, error, what, onRetry }: RecordDamageProps) => {
  const damage = useQuery({ ...api.library.recordDamage.queryOptions({ input: { id } }), staleTime: 0 })
  return (
    <div className={styles.recordDamage}>
      <ErrorPanel error={error} what={what} onRetry={onRetry} />
      {damage.data && <Offer id={id} problem={damage.data} onDone={onRetry} />}
    </div>
  )
}

const Offer = ({ id, problem: { records, revision }, onDone }: { id: string, problem: Problem, onDone: () => void }) => {
  const { t } = useTranslation('library-health')
  const { openHealth } = useNavigation()
  const restore = useMutation({ mutationFn: (revisionId: string) => core.library.restoreRecord({ id, revisionId }), onSuccess: onDone })
  const [record] = records
  return (
    <section className={styles.offer}>
      {record && <h2>{record.title}<span>{record.number}</span></h2>}
      <p>{revision ? t('offer', { at: formatMoment(revision.at), by: revision.by.name || t('nobody') }) : t('noOffer')}</p>
      {restore.isError && <ErrorPanel error={restore.error} />}
      <div className={styles.offerActions}>
        {revision && <Button type="primary" loading={restore.isPending} onClick={() => { restore.mutate(revision.id) }}>{t('action.restoreRevision')}</Button>}
        <Button onClick={openHealth}>{t('seeCheck')}</Button>
      </div>
    </section>
  )
}
