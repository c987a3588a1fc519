/** The middle of the search: results, or why there are none. */
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import type { SearchAnswer, SearchHit } from '#shared/contract/search'
import { NoResults } from './NoResults'
import { ResultList } from './ResultList'
import type { TypedSearch } from './typedSearch'
import { typeLimit, type SearchState } from './useSearch'
import styles from './SearchOverlay.module.css'

interface ResultsProps {
  id: string
  state: SearchState
  /** What is shown of what was found. */
  groups: SearchAnswer['groups']
  /** The key of the active result, if any. */
  active: string | undefined
  onKeyDown: (event: KeyboardEvent) => void
  onPoint: (hit: SearchHit) => void
  onOpen: (hit: SearchHit) => void
  onChange: (change: Partial<TypedSearch>) => void
}

export const Results = ({ id, state: { found, error, isPending, retry }, groups, active, onKeyDown, onPoint, onOpen, onChange }: ResultsProps) => {
  const { t } = useTranslation('search')
  if (error) return <div className={styles.inset}><ErrorPanel error={error} what={t('failed')} onRetry={retry} /></div>
  const isOneType = found?.asked.filters.type?.length === 1
  return (
    <div className={styles.results}>
      {isPending && <SkeletonRows rows={8} rowHeight={54} />}
      {found && groups.length === 0 && <NoResults found={found} onChange={onChange} />}
      {found && groups.length > 0 && (
        <ResultList
          id={id} groups={groups} active={active} onKeyDown={onKeyDown} onPoint={onPoint} onOpen={onOpen}
          onAll={isOneType ? undefined : (type) => onChange({ filters: { ...found.asked.filters, type: [type] } })}
        />
      )}
      {isOneType && groups.some(({ total, hits }) => total > hits.length) && <p className={styles.rest}>{t('rest', { count: typeLimit })}</p>}
    </div>
  )
}
