/** The rows and the status bar below them, which says where in the list one is. */
import { useCallback, useState, type Dispatch, type SetStateAction } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '#renderer/ui/format'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { RecordRow } from '#shared/contract/records'
import type { Listed } from '../listed'
import { SelectionBar } from '../selection/SelectionBar'
import { useBulk } from '../selection/useBulk'
import { useSelecting } from '../selection/useSelecting'
import styles from '../LibraryPage.module.css'
import { pagesOf, type PageRange } from './pages'
import { RecordTable } from './RecordTable'
import type { Sight } from './rowHeight'

interface ListBodyProps {
  listed: Listed
  total: number
  rowAt: (index: number) => RecordRow | undefined
  canWrite: boolean
  onRange: Dispatch<SetStateAction<PageRange>>
}

export const ListBody = ({ listed, total, rowAt, canWrite, onRange }: ListBodyProps) => {
  const { t } = useTranslation('library-list')
  const language = useLanguage()
  const selecting = useSelecting({ listed, total, rowAt })
  const bulk = useBulk(selecting, listed)
  const [sight, setSight] = useState<Sight>()
  const look = useCallback((next: Sight) => {
    setSight((before) => (before?.first === next.first && before.last === next.last ? before : next))
    const range = pagesOf(next.first, next.last)
    onRange((before) => (before.from === range.from && before.to === range.to ? before : range))
  }, [onRange])
  return (
    <>
      <RecordTable listed={listed} total={total} rowAt={rowAt} onSight={look} {...canWrite && { selecting, onRemove: bulk.remove }} />
      {canWrite && selecting.count > 0 ? <SelectionBar selecting={selecting} bulk={bulk} type={listed.type} /> : <footer className={styles.status}>
        {sight && t('inSight', {
          first: formatCount(Math.min(sight.first + 1, total), language), last: formatCount(Math.min(sight.last + 1, total), language),
          count: total, total: formatCount(total, language),
        })}
      </footer>}
    </>
  )
}
