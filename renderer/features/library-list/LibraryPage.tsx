/** The page of one library: facets, head, list, status bar. */
import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { useExportDocument } from '#renderer/features/documents'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import type { RecordFilter } from '#shared/contract/records'
import type { ListQuery } from '#shared/model/listFields'
import type { ListedType } from '#shared/model/recordTypes'
import { EmptyLibrary, EmptyResult } from './EmptyList'
import { FacetColumn } from './facets/FacetColumn'
import { FilterBar } from './FilterBar'
import { chosenValues, keyOf, listOf, rememberQuery, useListState } from './listState'
import { ListHead } from './ListHead'
import { useChosenColumns } from './columns/useChosenColumns'
import { groupedLayout, plainLayout } from './table/layout'
import { ListBody } from './table/ListBody'
import { pagesInSight, type Pages } from './table/pages'
import { useCreateRecord } from './useCreateRecord'
import { useLibraryListed } from './useLibraryListed'
import { useListFields } from './useListFields'
import { useRecordRows } from './useRecordRows'
import styles from './LibraryPage.module.css'

/** `query` is what the list asks for; `onQuery` goes to the same list asking for something else, in a way that Back comes back from. */
export interface LibraryPageProps { type: ListedType; query: ListQuery; onQuery: (query: ListQuery) => void }

export const LibraryPage = ({ type, query, onQuery }: LibraryPageProps) => {
  const { t } = useTranslation('library-list')
  const list = useMemo(() => listOf(type, query, onQuery), [type, query, onQuery])
  const key = keyOf(type, query)
  const { folded } = useListState(key)
  const [pages, setPages] = useState<{ key: string; pages: Pages }>(() => ({ key, pages: pagesInSight(key) }))
  if (pages.key !== key) setPages({ key, pages: pagesInSight(key) })
  const filter: RecordFilter = { type, facets: query.facets }
  const listed = useLibraryListed(type, query)
  const fields = useListFields(type)
  const columns = useChosenColumns(type, fields)
  const [isHeld, setIsHeld] = useState(false)
  const { total, groups, rowAt, isCurrent, isHeldBack, error, retry } = useRecordRows(type, query, columns.asked, pages.pages, isHeld)
  const library = useQuery(api.library.current.queryOptions()).data
  const creation = useCreateRecord(type)
  useEffect(() => { rememberQuery(type, query) }, [type, query])

  const { group } = query
  const { valueName } = fields
  const layout = useMemo(() => (groups && group !== undefined ? groupedLayout(groups, folded, (value) => valueName(group, value)) : plainLayout(total ?? 0)), [groups, group, folded, valueName, total])
  const seePages = useCallback((next: Pages) => {
    setPages((before) => (before.key === key && before.pages.join() === next.join() ? before : { key, pages: next }))
  }, [key])
  const order = useMemo(() => ({ sort: query.sort, onSort: list.order }), [query.sort, list])

  const isFiltered = chosenValues(query.facets).length > 0
  const isEmpty = total === 0 && isCurrent && !error
  const all = library?.counts[type] ?? (isFiltered ? undefined : total)
  const clear = (): void => list.choose({})
  const exportDocument = useExportDocument()
  const exportList = (): void => { exportDocument({ kind: 'records', selection: listed.allBut([]), title: listed.name }, 'excel', { type, columns: columns.columns.map(({ key: column }) => column), sort: query.sort }) }
  const canWrite = library !== undefined && library !== null && !library.readOnly

  return (
    <div className={styles.page} data-empty={(isEmpty && !isFiltered) || undefined}>
      {(!isEmpty || isFiltered) && <FacetColumn filter={filter} list={list} fields={fields} columns={columns} canWrite={canWrite} />}
      <section className={styles.sheet} aria-labelledby="list-title">
        <ListHead type={type} total={total} all={all} isFiltered={isFiltered} isEmpty={isEmpty && !isFiltered} canWrite={canWrite} creation={creation} onExport={exportList} />
        {(!isEmpty || isFiltered) && <FilterBar list={list} fields={fields} columns={columns} />}
        {creation.error && <div className={styles.inset}><ErrorPanel error={creation.error} what={t('notCreated')} onRetry={creation.create} /></div>}
        {error && <div className={styles.inset}><ErrorPanel error={error} what={t('notRead')} onRetry={retry} /></div>}
        {total === undefined && !error && <div className={styles.rows}><SkeletonRows rows={14} rowHeight={36} /></div>}
        {isEmpty && (isFiltered ? <EmptyResult onClear={clear} /> : <EmptyLibrary type={type} canWrite={canWrite} creation={creation} />)}
        {total !== undefined && total > 0 && (
          <ListBody
            listed={listed} layout={layout} total={total} rowAt={rowAt} canWrite={canWrite} columns={columns} order={order}
            onPages={seePages} onHold={setIsHeld} isHeldBack={isHeldBack}
          />
        )}
      </section>
    </div>
  )
}
