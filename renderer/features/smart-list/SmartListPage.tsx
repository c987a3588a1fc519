/** The page of a smart list: the saved searches beside it, its head, its records. */
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { SearchNav } from '#renderer/features/library-list'
import { useNavigation } from '#renderer/ui/navigation'
import { EmptyState } from '#renderer/ui/states/EmptyState'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import { requestOf } from '#shared/model/search'
import { SmartList } from './SmartList'
import styles from './SmartListPage.module.css'

export interface SmartListPageProps { searchId: string }

export const SmartListPage = ({ searchId }: SmartListPageProps) => {
  const { t } = useTranslation('smart-list')
  const { openLibrary } = useNavigation()
  const saved = useQuery(api.search.saved.queryOptions())
  const search = saved.data?.find(({ id }) => id === searchId)
  return (
    <div className={styles.page}>
      <aside className={styles.column}><SearchNav current={searchId} /></aside>
      <section className={styles.sheet} aria-label={search?.name ?? t('title')}>
        {saved.isPending && <SkeletonRows rows={14} rowHeight={36} />}
        {saved.error && <div className={styles.inset}><ErrorPanel error={saved.error} what={t('notRead')} onRetry={() => { void saved.refetch() }} /></div>}
        {saved.data && !search && (
          <EmptyState title={t('gone.title')} text={t('gone.text')} action={<Button type="primary" onClick={() => { openLibrary('case') }}>{t('gone.action')}</Button>} />
        )}
        {search && <SmartList key={JSON.stringify(requestOf(search))} search={search} />}
      </section>
    </div>
  )
}
