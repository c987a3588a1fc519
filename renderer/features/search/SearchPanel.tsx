/** The search itself: box, type filter, results in groups, preview; all of it by keyboard. */
import type { InputRef } from 'antd'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigation } from '#renderer/ui/navigation'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import type { Excerpt, SearchHit } from '#shared/contract/search'
import type { RecordType } from '#shared/model/recordTypes'
import { Preview } from './Preview'
import { ResultList } from './ResultList'
import { NoResults, SearchHints } from './SearchHints'
import { SearchBox } from './SearchBox'
import { SearchFooter } from './SearchFooter'
import { TypeFilter } from './TypeFilter'
import { useSearch } from './useSearch'
import styles from './SearchOverlay.module.css'

interface SearchPanelProps {
  text: string
  onText: (text: string) => void
  onClose: () => void
}

const moves: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  PageDown: (at, count) => Math.min(at + 8, count - 1),
  PageUp: (at) => Math.max(at - 8, 0),
}

const placeOf = ({ blockId, sectionId }: Excerpt) => ({ ...(blockId !== null && { blockId }), ...(sectionId !== null && { sectionId }) })

export const SearchPanel = ({ text, onText, onClose }: SearchPanelProps) => {
  const { t } = useTranslation('search')
  const { openRecord } = useNavigation()
  const listId = useId()
  const input = useRef<InputRef>(null)
  useEffect(() => input.current?.focus({ cursor: 'all' }), [])
  const [types, setTypes] = useState<readonly RecordType[]>([])
  const [at, setAt] = useState(0)
  const search = useSearch(text, types)
  const { answer, error } = search
  const hits = answer?.groups.flatMap((group) => group.hits) ?? []
  const active = hits[Math.min(at, hits.length - 1)]

  const open = (hit: SearchHit, excerpt: Excerpt): void => {
    onClose()
    openRecord(hit.row.id, placeOf(excerpt))
  }
  const pressed = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && active) {
      event.preventDefault()
      open(active, active.excerpt)
    }
    const move = moves[event.key]
    if (!move || hits.length === 0) return
    event.preventDefault()
    setAt(move(Math.min(at, hits.length - 1), hits.length))
  }
  const filter = (chosen: readonly RecordType[]): void => {
    setTypes(chosen)
    setAt(0)
  }

  return (
    <div className={styles.panel}>
      <SearchBox input={input} text={text} onText={(next) => { onText(next); setAt(0) }} onKeyDown={pressed} answer={answer} listId={listId} activeId={active && `${listId}-${active.row.id}`} />
      {answer?.complete === false && <p className={styles.building} role="status">{t('building')}</p>}
      {answer !== undefined && answer.left > 0 && <p className={styles.building} role="status">{t('left', { count: answer.left })}</p>}
      <div className={styles.columns}>
        <TypeFilter counts={search.counts} chosen={types} onChange={filter} />
        <div className={styles.results}>
          {error && <div className={styles.inset}><ErrorPanel error={error} what={t('failed')} onRetry={search.retry} /></div>}
          {search.isPending && <SkeletonRows rows={8} rowHeight={54} />}
          {text.trim() === '' && <SearchHints />}
          {!error && answer && hits.length === 0 && <NoResults text={search.text} isFiltered={types.length > 0} onUnfilter={() => filter([])} />}
          {!error && answer && hits.length > 0 && (
            <ResultList
              id={listId} groups={answer.groups} activeId={active?.row.id} onKeyDown={pressed} onPoint={(hit) => setAt(hits.indexOf(hit))}
              onOpen={(hit) => open(hit, hit.excerpt)} onAll={(type) => { filter([type]); input.current?.focus() }}
            />
          )}
        </div>
        {active && !error && <Preview hit={active} text={search.text} onOpen={(excerpt) => open(active, excerpt)} />}
      </div>
      <SearchFooter />
    </div>
  )
}
