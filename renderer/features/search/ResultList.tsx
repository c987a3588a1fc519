/** The results in groups by type: a list box whose active option follows the keys of the search box. */
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '#renderer/ui/format'
import { Marked } from '#renderer/ui/marks/Marked'
import { StageTag } from '#renderer/ui/marks/StageTag'
import { TypeMark } from '#renderer/ui/marks/TypeMark'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { SearchAnswer, SearchHit } from '#shared/contract/search'
import type { RecordType } from '#shared/model/recordTypes'
import { clipExcerpt } from './clipExcerpt'
import styles from './ResultList.module.css'

interface ResultListProps {
  id: string
  groups: SearchAnswer['groups']
  activeId: string | undefined
  onKeyDown: (event: KeyboardEvent) => void
  onPoint: (hit: SearchHit) => void
  onOpen: (hit: SearchHit) => void
  /** Shows one type alone, all of it. */
  onAll: (type: RecordType) => void
}

const Hit = ({ hit }: { hit: SearchHit }) => (
  <>
    <TypeMark type={hit.row.type} size={18} />
    <span className={styles.title}><Marked text={hit.row.title} marks={hit.titleMarks} /></span>
    <StageTag stage={hit.row.stage} />
    <span className={styles.excerpt}><Marked {...clipExcerpt(hit.excerpt)} /></span>
    <span className={styles.where}>{[hit.row.team || hit.row.unit, hit.row.date].filter((part) => part !== '').join('　')}</span>
  </>
)

export const ResultList = ({ id, groups, activeId, onKeyDown, onPoint, onOpen, onAll }: ResultListProps) => {
  const { t } = useTranslation(['search', 'common'])
  const language = useLanguage()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => { list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }) }, [activeId])
  return (
    <div ref={list} id={id} role="listbox" className={styles.list} aria-label={t('results')} tabIndex={0} aria-activedescendant={activeId && `${id}-${activeId}`} onKeyDown={onKeyDown}>
      {groups.filter((group) => group.hits.length > 0).map(({ type, total, hits }) => (
        <div key={type} role="group" aria-labelledby={`${id}-${type}`} className={styles.group}>
          <div className={styles.head} role="presentation">
            <span id={`${id}-${type}`}>{t(`common:type.${type}`)}　<span className={styles.total}>{formatCount(total, language)}</span></span>
            {/* For the pointer alone: a list box holds no buttons, and the type filter does the same by keyboard. */}
            {total > hits.length && <button type="button" tabIndex={-1} aria-hidden="true" className={styles.all} onClick={() => onAll(type)}>{t('all', { count: total, shown: formatCount(total, language) })}</button>}
          </div>
          {hits.map((hit) => (
            <div
              key={hit.row.id} id={`${id}-${hit.row.id}`} role="option" aria-selected={hit.row.id === activeId} className={styles.hit}
              onMouseMove={() => { if (hit.row.id !== activeId) onPoint(hit) }} onClick={() => onOpen(hit)}
            >
              <Hit hit={hit} />
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}
