/** The saved searches of the library, each a list that keeps itself: the way to their pages. */
import { useQuery } from '@tanstack/react-query'
import { ListFilter } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { useNavigation } from '#renderer/ui/navigation'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import styles from './SavedSearches.module.css'

/** `current` is the one whose page is in sight. Nothing where none was saved. */
export const SavedSearches = ({ current }: { current?: string }) => {
  const { t } = useTranslation('library-list')
  const { openSmartList } = useNavigation()
  const saved = useQuery(api.search.saved.queryOptions())
  if (saved.error) return <ErrorPanel error={saved.error} what={t('saved.notRead')} onRetry={() => { void saved.refetch() }} />
  if (!saved.data || saved.data.length === 0) return null
  return (
    <nav className={styles.saved} aria-label={t('saved.title')}>
      <h2>{t('saved.title')}</h2>
      <ul>
        {saved.data.map(({ id, name }) => (
          <li key={id}>
            <button type="button" className={styles.item} title={name} aria-current={id === current ? 'page' : undefined} onClick={() => { openSmartList(id) }}>
              <ListFilter size={14} aria-hidden="true" /><span className={styles.name}>{name}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
