/** The facets beside a list: what it can be narrowed to, and how many records each choice leaves. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import type { FacetName, RecordFilter } from '#shared/contract/records'
import { fieldOf } from '#shared/model/recordTypes'
import { FacetGroup } from './FacetGroup'
import { chosenValues, toggleFacet, type List } from './listState'
import { SavedSearches } from './saved/SavedSearches'
import styles from './FacetColumn.module.css'

interface FacetColumnProps { filter: RecordFilter; list: List }

const order: readonly FacetName[] = ['unit', 'stage', 'polarity', 'year', 'field', 'tag']

export const FacetColumn = ({ filter, list }: FacetColumnProps) => {
  const { t } = useTranslation('library-list')
  const counts = useQuery({ ...api.records.facets.queryOptions({ input: { filter } }), placeholderData: keepPreviousData })
  const chosen = chosenValues(list.facets).length
  const shown = order.filter((facet) => facet !== 'polarity' || fieldOf(filter.type, 'polarity') !== undefined)
  return (
    <aside className={styles.column} aria-label={t('filter')}>
      <SavedSearches />
      <div className={styles.head}>
        <h2>{t('filter')}</h2>
        {chosen > 0 && <button type="button" className={styles.clear} onClick={() => list.choose({})}>{t('clear', { count: chosen })}</button>}
      </div>
      {counts.error && <ErrorPanel error={counts.error} what={t('facetsNotRead')} onRetry={() => { void counts.refetch() }} />}
      {counts.data && shown.map((facet) => (
        <FacetGroup
          key={facet} facet={facet} type={filter.type} values={counts.data[facet] ?? []} chosen={list.facets[facet] ?? []}
          isFolded={list.folded.includes(facet)} onFold={() => list.fold(facet)} onToggle={(value) => list.choose(toggleFacet(list.facets, facet, value))}
        />
      ))}
    </aside>
  )
}
