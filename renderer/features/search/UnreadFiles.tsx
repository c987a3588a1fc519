/** That the text of some attached files can't be read, so that only their names are searched; which they are, and why. */
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { formatCount } from '#renderer/ui/format'
import { useNavigation } from '#renderer/ui/navigation'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { useLanguage } from '#renderer/ui/useLanguage'
import { failureText } from '#shared/text/messages/failureText'
import styles from './UnreadFiles.module.css'

interface UnreadFilesProps { count: number; /** A record is opened at its file. */ onLeave: () => void }

const List = ({ id, onLeave }: { id: string; onLeave: () => void }) => {
  const { t } = useTranslation('search')
  const language = useLanguage()
  const { openRecord } = useNavigation()
  const { data = [], error, refetch } = useQuery(api.search.unreadFiles.queryOptions({ input: {} }))
  if (error) return <ErrorPanel error={error} what={t('unread.failed')} onRetry={() => { void refetch() }} />
  return (
    <ul id={id} className={styles.list} aria-label={t('unread.list')}>
      {data.map(({ row, attachment: { sha256, name }, failure }) => (
        <li key={`${row.id}-${sha256}`}>
          <button type="button" className={styles.link} onClick={() => { onLeave(); openRecord(row.id, { attachment: sha256 }) }}>{name}</button>
          <span>{failureText(failure, language).why}</span>
          <span className={styles.record}>{t('within', { title: row.title })}</span>
        </li>
      ))}
    </ul>
  )
}

export const UnreadFiles = ({ count, onLeave }: UnreadFilesProps) => {
  const { t } = useTranslation('search')
  const language = useLanguage()
  const id = useId()
  const [isShown, setIsShown] = useState(false)
  return (
    <div className={styles.unread}>
      <p>
        <span>{t('unread.some', { count, shown: formatCount(count, language) })}</span>
        <button type="button" className={styles.link} aria-expanded={isShown} aria-controls={isShown ? id : undefined} onClick={() => setIsShown(!isShown)}>
          {t(isShown ? 'unread.hide' : 'unread.show')}
        </button>
      </p>
      {isShown && <List id={id} onLeave={onLeave} />}
    </div>
  )
}
