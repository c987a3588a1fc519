/** The rows and the status bar below them, which says where in the list one is. */
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '#renderer/ui/format'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { RecordRow, RecordSort } from '#shared/contract/records'
import type { ChosenColumns } from '../columns/useChosenColumns'
import type { Listed } from '../listed'
import { SelectionBar } from '../selection/SelectionBar'
import { useBulk } from '../selection/useBulk'
import { useSelecting } from '../selection/useSelecting'
import styles from '../LibraryPage.module.css'
import type { Layout } from './layout'
import { pagesOf, type Pages } from './pages'
import { RecordTable } from './RecordTable'
import type { Sight } from './rowHeight'

interface ListBodyProps {
  listed: Listed
  layout: Layout
  /** How many records. */
  total: number
  rowAt: (offset: number) => RecordRow | undefined
  canWrite: boolean
  onPages: (pages: Pages) => void
  /** Where the columns can be chosen; else they are those that every record has. */
  columns?: ChosenColumns
  /** Where the list has no order of its own. */
  order?: { sort: RecordSort; onSort: (sort: RecordSort) => void }
  /** Where rows keep their places while one of them is pointed at. */
  onHold?: (isHeld: boolean) => void
  isHeldBack?: boolean
}

export const ListBody = ({ listed, layout, total, rowAt, canWrite, onPages, columns, order, onHold, isHeldBack = false }: ListBodyProps) => {
  const { t } = useTranslation('library-list')
  const language = useLanguage()
  const selecting = useSelecting({ listed, layout, total, rowAt })
  const bulk = useBulk(selecting, listed)
  const list = listed.type && columns && order ? { type: listed.type, columns: columns.columns.map(({ key }) => key), sort: order.sort } : undefined
  const [sight, setSight] = useState<Sight>()
  const look = useCallback((next: Sight) => {
    setSight((before) => (before?.first === next.first && before.last === next.last ? before : next))
    onPages(pagesOf(layout, next.first, next.last))
  }, [onPages, layout])
  return (
    <>
      <RecordTable listed={listed} layout={layout} total={total} rowAt={rowAt} onSight={look} onHold={onHold} columns={columns} order={order} selecting={canWrite ? selecting : undefined} onRemove={canWrite ? bulk.remove : undefined} />
      {isHeldBack && canWrite && selecting.count > 0 && <p className={styles.heldBack} role="status">{t('heldBack')}</p>}
      {canWrite && selecting.count > 0 ? <SelectionBar selecting={selecting} bulk={bulk} type={listed.type} list={list} /> : <footer className={styles.status}>
        <span className={styles.waiting} role="status">{isHeldBack && t('heldBack')}</span>
        {sight && t(layout.total === total ? 'inSight' : 'rowsInSight', {
          first: formatCount(Math.min(sight.first + 1, layout.total), language), last: formatCount(Math.min(sight.last + 1, layout.total), language),
          count: layout.total, total: formatCount(layout.total, language), records: formatCount(total, language),
        })}
      </footer>}
    </>
  )
}
