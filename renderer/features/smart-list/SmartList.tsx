/** What a saved search finds now: its head, what it asks, and its records as a table in the order of the search. */
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { ListBody, pagesInSight, plainLayout, type Listed, type Pages } from '#renderer/features/library-list'
import { useNavigation } from '#renderer/ui/navigation'
import { EmptyState } from '#renderer/ui/states/EmptyState'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import type { SavedSearch } from '#shared/contract/search'
import { requestOf } from '#shared/model/search'
import { Asked } from './Asked'
import { listKey } from './request'
import { SmartListHead } from './SmartListHead'
import styles from './SmartListPage.module.css'
import { useFoundRows } from './useFoundRows'

export const SmartList = ({ search }: { search: SavedSearch }) => {
  const { t } = useTranslation('smart-list')
  const { openSearch } = useNavigation()
  const key = listKey(search)
  const [pages, setPages] = useState(() => pagesInSight(key))
  const [request] = useState(() => requestOf(search))
  const { ids, isComplete, rowAt, error, retry } = useFoundRows(request, pages)
  const library = useQuery(api.library.current.queryOptions()).data
  const canWrite = library !== undefined && library !== null && !library.readOnly
  const count = ids?.length ?? 0
  const layout = useMemo(() => plainLayout(count), [count])
  const seePages = useCallback((next: Pages) => { setPages((before) => (before.join() === next.join() ? before : next)) }, [])
  const listed = useMemo((): Listed => ({
    key, name: search.name, type: null,
    allBut: (except) => ({ search: request, except }),
    idsBetween: async (from, to) => Promise.resolve(ids?.slice(from, to + 1) ?? []),
  }), [key, search.name, request, ids])
  return (
    <>
      <SmartListHead search={search} ids={ids} isComplete={isComplete} canWrite={canWrite} />
      <Asked request={request} />
      {error && <div className={styles.inset}><ErrorPanel error={error} what={t('notRead')} onRetry={retry} /></div>}
      {!ids && !error && <div className={styles.rows}><SkeletonRows rows={14} rowHeight={36} /></div>}
      {ids?.length === 0 && isComplete && (
        <EmptyState title={t('none.title')} text={t('none.text')} action={<Button type="primary" onClick={() => { openSearch(search) }}>{t('edit')}</Button>} />
      )}
      {count > 0 && <ListBody listed={listed} layout={layout} total={count} rowAt={rowAt} canWrite={canWrite} onPages={seePages} />}
    </>
  )
}
