/**
 * The table of a list: virtual, so that a hundred thousand rows scroll like twenty, and a grid to the keyboard and to screen
 * readers. Its data are places, not records: a cell looks its record up when it is drawn, and shows a bar while that is missing.
 */
import { ConfigProvider, Table, type TableRef } from 'antd'
import { memo, useEffect, useId, useMemo, useRef, type KeyboardEvent, type UIEvent } from 'react'
import { useNavigation } from '#renderer/ui/navigation'
import { useSize } from '#renderer/ui/useSize'
import type { RecordRow, RecordSort } from '#shared/contract/records'
import type { Listed } from '../listed'
import type { Selecting } from '../selection/useSelecting'
import { keepScrollTop, scrollTopOf, useListState } from '../listState'
import { gridParts, silentFrame } from './gridParts'
import { moveTo } from './moveTo'
import { selectionKey } from './selectionKey'
import { rowAtTop, rowHeight, scrollTopFor, type Sight } from './rowHeight'
import styles from './RecordTable.module.css'
import { useColumns, type Place } from './useColumns'
import { useUsedFacets } from './useUsedFacets'

const headerHeight = 35

/** Ant Design reckons a small row from these tokens: 6.5 + 22 + 6.5 and the line below make the 36 that rows have. */
const rowTheme = { token: { paddingXS: 6.5 } }

interface RecordTableProps {
  listed: Listed
  total: number
  rowAt: (index: number) => RecordRow | undefined
  onSight: (sight: Sight) => void
  /** Where records can be changed. */
  selecting?: Selecting
  onRemove?: () => void
}

const orders: Readonly<Record<string, RecordSort['by']>> = { number: 'number', title: 'title', stage: 'stage', unit: 'unit', field: 'field', date: 'date', updatedAt: 'updatedAt' }

export const RecordTable = memo(({ listed: { key, name, type }, total, rowAt, onSight, selecting, onRemove }: RecordTableProps) => {
  const { openRecord } = useNavigation()
  const list = useListState(key)
  const { sort, facets } = list
  const id = useId()
  const table = useRef<TableRef>(null)
  const grid = useRef<HTMLDivElement>(null)
  const size = useSize(grid)
  const places = useMemo<Place[]>(() => Array.from({ length: total }, (_, index) => ({ index })), [total])
  const columns = useColumns({ type, rowAt, total, selecting, sort: type && sort, width: size?.width ?? 0, isUsed: useUsedFacets(type) })
  const bodyHeight = (size?.height ?? 0) - headerHeight
  const active = Math.min(list.active, total - 1)
  const isReady = size !== undefined

  useEffect(() => { if (isReady) table.current?.scrollTo({ top: scrollTopOf(key) }) }, [isReady, key, sort, facets])
  useEffect(() => {
    if (!isReady) return
    const first = rowAtTop(scrollTopOf(key))
    onSight({ first, last: rowAtTop(scrollTopOf(key) + bodyHeight - 1) })
  }, [isReady, bodyHeight, total, key, sort, facets, onSight])

  // Coming back to a list, the arrow keys go on where they were; whatever else has the focus keeps it.
  useEffect(() => { if (document.activeElement === document.body) grid.current?.focus({ preventScroll: true }) }, [])

  const isSelectedAt = (index: number): boolean => {
    const row = rowAt(index)
    return row !== undefined && selecting?.isSelected(row.id) === true
  }

  const scrolled = ({ currentTarget: { scrollTop, clientHeight } }: UIEvent<HTMLElement>): void => {
    keepScrollTop(key, scrollTop)
    onSight({ first: rowAtTop(scrollTop), last: rowAtTop(scrollTop + clientHeight - 1) })
  }
  const pressed = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.altKey) return
    const selects = selecting && selectionKey(event, selecting, active, onRemove)
    if (selects === true) { event.preventDefault(); return }
    if (event.ctrlKey || event.metaKey) return
    const row = rowAt(active)
    if (event.key === 'Enter' && row) openRecord(row.id)
    const next = moveTo(event.key, active, total, Math.floor(bodyHeight / rowHeight))
    if (next === undefined) return
    event.preventDefault()
    list.move(next)
    if (event.shiftKey) selecting?.extendTo(next)
    table.current?.scrollTo({ top: scrollTopFor(next, scrollTopOf(key), bodyHeight) })
  }

  return (
    <div
      ref={grid} className={styles.grid} role="grid" tabIndex={0} onKeyDown={pressed}
      aria-label={name} aria-rowcount={total + 1} aria-multiselectable={selecting !== undefined} aria-activedescendant={`${id}-${active}`}
    >
      {isReady && (
        <ConfigProvider theme={rowTheme}>
          <Table<Place>
            ref={table} virtual size="small" pagination={false} rowKey="index" columns={columns} dataSource={places} components={gridParts} loading={silentFrame}
            scroll={{ x: size.width, y: bodyHeight }} showSorterTooltip={false} sortDirections={['ascend', 'descend', 'ascend']} onScroll={scrolled}
            rowClassName={({ index }) => [index === active && styles.active, isSelectedAt(index) && styles.selected].filter(Boolean).join(' ')}
            onHeaderRow={() => ({ role: 'row', 'aria-rowindex': 1 })}
            onRow={({ index }) => ({
              role: 'row', id: `${id}-${index}`, 'aria-rowindex': index + 2, 'aria-selected': selecting ? isSelectedAt(index) : index === active,
              onClick: (event) => {
                const row = rowAt(index)
                list.move(index)
                if (selecting && event.shiftKey) selecting.extendTo(index)
                else if (selecting && (event.ctrlKey || event.metaKey)) selecting.toggle(index)
                else if (row) openRecord(row.id)
              },
            })}
            onChange={(_pagination, _filters, sorter) => {
              const by = Array.isArray(sorter) ? undefined : orders[String(sorter.columnKey)]
              if (by && !Array.isArray(sorter)) list.order({ by, descending: sorter.order === 'descend' })
            }}
          />
        </ConfigProvider>
      )}
    </div>
  )
})
