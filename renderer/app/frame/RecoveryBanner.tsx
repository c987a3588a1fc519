/** Leads to the records with changes that could not be saved before this page began; those of the page itself are told where they are. */
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { FileClock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { useNavigation } from '#renderer/ui/navigation'
import styles from './Banner.module.css'

const startedAt = new Date().toISOString()
const namedAtOnce = 3

/** `shownRecord`: the record in sight, which offers its own. */
export const RecoveryBanner = ({ shownRecord }: { shownRecord: string | undefined }) => {
  const { t } = useTranslation('app')
  const navigation = useNavigation()
  const recoveries = useQuery(api.records.recoveries.queryOptions()).data ?? []
  const waiting = recoveries.filter(({ at, recordId }) => at < startedAt && recordId !== shownRecord)
  if (waiting.length === 0) return null
  return (
    <div className={styles.banner} data-tone="ochre" role="status">
      <FileClock size={15} aria-hidden="true" />{t('recoveries', { count: waiting.length })}
      {waiting.slice(0, namedAtOnce).map(({ recordId, title }) => (
        <Button key={recordId} type="link" size="small" onClick={() => navigation.openRecord(recordId)}>{title || t('recoveryUnnamed')}</Button>
      ))}
      {waiting.length > namedAtOnce && <span>{t('recoveriesMore', { count: waiting.length - namedAtOnce })}</span>}
    </div>
  )
}
