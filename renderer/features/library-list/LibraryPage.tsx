/** The page of one library: facets, head, list, status bar. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import type { RecordFilter } from '#shared/contract/records'
import type { ListedType } from '#shared/model/recordTypes'
import { EmptyLibrary, EmptyResult } from './EmptyList'
import { FacetColumn } from './FacetColumn'
import { FilterBar } from './FilterBar'
import { chosenValues, useListState } from './listState'
import { ListHead } from './ListHead'
import { ListBody } from './table/ListBody'
import { useCreateRecord } from './useCreateRecord'
import { useLibraryListed } from './useLibraryListed'
import { pagesInSight } from './table/pages'
import { useRecordRows } from './useRecordRows'
import styles from './LibraryPage.module.css'

export interface LibraryPageProps { type: ListedType }

export const LibraryPage = ({ type }: LibraryPageProps) => {
  const { t } = useTranslation('library-list')
  const list = useListState(type)
  const [range, setRange] = useState(() => pagesInSight(type))
  const filter: RecordFilter = { type, facets: list.facets }
  const listed = useLibraryListed(type, list.facets, list.sort)
  const { total, rowAt, isCurrent, error, retry } = useRecordRows(filter, list.sort, range)
  const library = useQuery(api.library.current.queryOptions()).data
  const creation = useCreateRecord(type)

  const isFiltered = chosenValues(list.facets).length > 0
  const isEmpty = total === 0 && isCurrent && !error
  const all = library?.counts[type] ?? (isFiltered ? undefined : total)
  const clear = (): void => list.choose({})
  const canWrite = library !== undefined && library !== null && !library.readOnly

  return (
    <div className={styles.page} data-empty={(isEmpty && !isFiltered) || undefined}>
      {(!isEmpty || isFiltered) && <FacetColumn filter={filter} list={list} />}
      <section className={styles.sheet} aria-labelledby="list-title">
        <ListHead type={type} total={total} all={all} isFiltered={isFiltered} isEmpty={isEmpty && !isFiltered} canWrite={canWrite} creation={creation} />
        {(!isEmpty || isFiltered) && <FilterBar list={list} />}
        {creation.error && <div className={styles.inset}><ErrorPanel error={creation.error} what={t('notCreated')} onRetry={creation.create} /></div>}
        {error && <div className={styles.inset}><ErrorPanel error={error} what={t('notRead')} onRetry={retry} /></div>}
        {total === undefined && !error && <div className={styles.rows}><SkeletonRows rows={14} rowHeight={36} /></div>}
        {isEmpty && (isFiltered ? <EmptyResult onClear={clear} /> : <EmptyLibrary type={type} canWrite={canWrite} creation={creation} />)}
        {total !== undefined && total > 0 && <ListBody listed={listed} total={total} rowAt={rowAt} canWrite={canWrite} onRange={setRange} />}
      </section>
    </div>
  )
}
