/** The results in groups by type: a list box whose active option follows the keys of the search box. */
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '#renderer/ui/format'
import { Marked } from '#renderer/ui/marks/Marked'
import { StageTag } from '#renderer/ui/marks/StageTag'
import { TypeMark } from '#renderer/ui/marks/TypeMark'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { ResultType, SearchAnswer, SearchHit } from '#shared/contract/search'
import { clipExcerpt } from './clipExcerpt'
import { hitKey, hitTitle } from './hits'
import { useExcerptPlace } from './useExcerptPlace'
import { typeLimit } from './useSearch'
import styles from './ResultList.module.css'

interface ResultListProps {
  id: string
  groups: SearchAnswer['groups']
  /** The key of the active result, if any. */
  active: string | undefined
  onKeyDown: (event: KeyboardEvent) => void
  onPoint: (hit: SearchHit) => void
  onOpen: (hit: SearchHit) => void
  /** Shows one type alone; undefined where that is so. */
  onAll: ((type: ResultType) => void) | undefined
}

const RecordHit = ({ hit: { row, titleMarks, excerpt } }: { hit: SearchHit }) => (
  <>
    <TypeMark type={row.type} size={18} />
    <span className={styles.title} dir="auto"><Marked text={row.title} marks={titleMarks} /></span>
    <StageTag stage={row.stage} type={row.type} />
    <span className={styles.excerpt}><Marked {...clipExcerpt(excerpt)} /></span>
    <span className={styles.where}>{[row.team || row.unit, row.date].filter((part) => part !== '').join('　')}</span>
  </>
)

const FileHit = ({ hit }: { hit: SearchHit }) => {
  const { t } = useTranslation('search')
  const place = useExcerptPlace()(hit.excerpt)
  return (
    <>
      <TypeMark type="attachment" size={18} />
      <span className={styles.title}><Marked text={hitTitle(hit)} marks={hit.titleMarks} /></span>
      <span className={styles.within}>{t('within', { title: hit.row.title })}</span>
      <span className={styles.excerpt}>{place !== '' && <span className={styles.place}>{t('placed', { place })}</span>}<Marked {...clipExcerpt(hit.excerpt)} /></span>
    </>
  )
}

export const ResultList = ({ id, groups, active, onKeyDown, onPoint, onOpen, onAll }: ResultListProps) => {
  const { t } = useTranslation(['search', 'common'])
  const language = useLanguage()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => { list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }) }, [active])
  return (
    <div ref={list} id={id} role="listbox" className={styles.list} aria-label={t('results')} tabIndex={0} aria-activedescendant={active && `${id}-${active}`} onKeyDown={onKeyDown}>
      {groups.map(({ type, total, hits }) => (
        <div key={type} role="group" aria-labelledby={`${id}-${type}`} className={styles.group}>
          <div className={styles.head} role="presentation">
            <span id={`${id}-${type}`}>{t(`common:type.${type}`)}　<span className={styles.total}>{formatCount(total, language)}</span></span>
            {/* For the pointer alone: a list box holds no buttons, and the type filter does the same by keyboard. */}
            {onAll && total > hits.length && (
              <button type="button" tabIndex={-1} aria-hidden="true" className={styles.all} onClick={() => onAll(type)}>
                {total > typeLimit ? t('first', { count: typeLimit }) : t('all', { count: total, shown: formatCount(total, language) })}
              </button>
            )}
          </div>
          {hits.map((hit) => {
            const key = hitKey(hit)
            return (
              <div
                key={key} id={`${id}-${key}`} role="option" aria-selected={key === active} className={styles.hit}
                onMouseMove={() => { if (key !== active) onPoint(hit) }} onClick={() => onOpen(hit)}
              >
                {hit.attachment ? <FileHit hit={hit} /> : <RecordHit hit={hit} />}
              </div>
            )
          })}
        </div>
      ))}
    </div>
  )
}
