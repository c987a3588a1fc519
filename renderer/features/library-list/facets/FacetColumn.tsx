/** Beside a list: the views that were saved, then what the list can be narrowed to, and how many records each choice leaves. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import type { RecordFilter } from '#shared/contract/records'
import type { ChosenColumns } from '../columns/useChosenColumns'
import { chosenValues, foldFacet, toggleFacet, useListStore, type List } from '../listState'
import { SavedViews } from '../saved/SavedViews'
import { useListLook } from '../useListLook'
import type { ListFields } from '../useListFields'
import { FacetGroup } from './FacetGroup'
import { FacetPicker } from './FacetPicker'
import styles from './FacetColumn.module.css'

interface FacetColumnProps { filter: RecordFilter; list: List; fields: ListFields; columns: ChosenColumns; canWrite: boolean }

/** Not of themselves: the tree of units has the teams in it. */
const shownByDefault = (facet: string): boolean => facet !== 'team'

export const FacetColumn = ({ filter, list, fields, columns, canWrite }: FacetColumnProps) => {
  const { t } = useTranslation('library-list')
  const { facets } = list.query
  const { look, setLook } = useListLook(list.type)
  const folded = useListStore(({ foldedFacets }) => foldedFacets)
  const chosen = chosenValues(facets)
  const picked = look.facets ?? fields.facets.filter(shownByDefault)
  // What narrows the list is in sight, whatever was picked.
  const shown = fields.facets.filter((facet) => picked.includes(facet) || facet in facets)
  const counts = useQuery({ ...api.records.facets.queryOptions({ input: { filter, facets: shown } }), placeholderData: keepPreviousData })
  return (
    <aside className={styles.column} aria-label={t('filter')}>
      <SavedViews list={list} columns={columns} canWrite={canWrite} />
      <div className={styles.head}>
        <h2>{t('filter')}</h2>
        {chosen.length > 0 && <button type="button" className={styles.clear} onClick={() => list.choose({})}>{t('clear', { count: chosen.length })}</button>}
        <FacetPicker
          all={fields.facets} shown={picked} nameOf={fields.nameOf} isChosen={look.facets !== undefined}
          onChoose={(next) => { setLook({ ...look, facets: next }) }}
          onReset={() => {
            const { facets: _facets, ...others } = look
            setLook(others)
          }}
        />
      </div>
      {counts.error && <ErrorPanel error={counts.error} what={t('facetsNotRead')} onRetry={() => { void counts.refetch() }} />}
      {counts.data && shown.map((facet) => (
        <FacetGroup
          key={facet} facet={facet} fields={fields} type={filter.type} values={counts.data[facet] ?? []} chosen={facets[facet] ?? []}
          isFolded={folded.includes(facet)} onFold={() => foldFacet(facet)} onToggle={(value) => list.choose(toggleFacet(facets, facet, value))}
        />
      ))}
    </aside>
  )
}
