/**
 * The table of a list: virtual, so that a hundred thousand rows scroll like twenty, and a grid to the keyboard and to screen
 * readers. Its data are rows, not records: a cell looks its record up when it is drawn, and shows a bar while that is missing.
 */
import { ConfigProvider, Table, type TableRef } from 'antd'
import { memo, useEffect, useId, useMemo, useRef, type KeyboardEvent, type UIEvent } from 'react'
import { useNavigation } from '#renderer/ui/navigation'
import { useSize } from '#renderer/ui/useSize'
import type { RecordRow, RecordSort } from '#shared/contract/records'
import type { ChosenColumns } from '../columns/useChosenColumns'
import type { Listed } from '../listed'
import type { Selecting } from '../selection/useSelecting'
import { keepScrollTop, scrollTopOf, useListState } from '../listState'
import { foldKey } from './foldKey'
import { gridParts, silentFrame } from './gridParts'
import type { Layout } from './layout'
import { moveTo } from './moveTo'
import { selectionKey } from './selectionKey'
import { rowAtTop, rowHeight, scrollTopFor, type Sight } from './rowHeight'
import styles from './RecordTable.module.css'
import { useColumns, type RowAt } from './useColumns'

const headerHeight = 35

/** Ant Design reckons a small row from these tokens: 6.5 + 22 + 6.5 and the line below make the 36 that rows have. */
const rowTheme = { token: { paddingXS: 6.5 } }

interface RecordTableProps {
  listed: Listed
  layout: Layout
  total: number
  rowAt: (offset: number) => RecordRow | undefined
  onSight: (sight: Sight) => void
  /** Says that a row is pointed at, so that another must not come into its place; keys act on the row that they are on. */
  onHold: ((isHeld: boolean) => void) | undefined
  columns: ChosenColumns | undefined
  order: { sort: RecordSort; onSort: (sort: RecordSort) => void } | undefined
  /** Where records can be changed. */
  selecting: Selecting | undefined
  onRemove: (() => void) | undefined
}

export const RecordTable = memo(({ listed: { key, name }, layout, total, rowAt, onSight, onHold, columns: chosen, order, selecting, onRemove }: RecordTableProps) => {
  const { openRecord } = useNavigation()
  const list = useListState(key)
  const id = useId()
  const table = useRef<TableRef>(null)
  const grid = useRef<HTMLDivElement>(null)
  const size = useSize(grid)
  const rows = useMemo<RowAt[]>(() => Array.from({ length: layout.total }, (_, index) => ({ index })), [layout.total])
  const { columns, width } = useColumns({ layout, rowAt, total, selecting, sort: order?.sort, chosen, width: size?.width ?? 0, onFold: list.fold })
  const bodyHeight = (size?.height ?? 0) - headerHeight
  const active = Math.min(list.active, layout.total - 1)
  const isReady = size !== undefined
  const isGrouped = layout.headOf(0) !== undefined

  useEffect(() => { if (isReady) table.current?.scrollTo({ top: scrollTopOf(key) }) }, [isReady, key])
  useEffect(() => {
    if (!isReady) return
    const first = rowAtTop(scrollTopOf(key))
    onSight({ first, last: rowAtTop(scrollTopOf(key) + bodyHeight - 1) })
  }, [isReady, bodyHeight, layout, key, onSight])

  // The edge of the last column would move out of sight under the keys that move it.
  useEffect(() => {
    const focused = document.activeElement
    if (focused?.role === 'separator' && grid.current?.contains(focused)) focused.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [width])

  // Coming back to a list, the arrow keys go on where they were; whatever else has the focus keeps it.
  useEffect(() => { if (document.activeElement === document.body) grid.current?.focus({ preventScroll: true }) }, [])

  const recordAt = (index: number): RecordRow | undefined => {
    const place = layout.placeAt(index)
    return place?.kind === 'row' ? rowAt(place.offset) : undefined
  }
  const isSelectedAt = (index: number): boolean => {
    const row = recordAt(index)
    return row !== undefined && selecting?.isSelected(row.id) === true
  }

  const scrolled = ({ currentTarget: { scrollTop, clientHeight } }: UIEvent<HTMLElement>): void => {
    keepScrollTop(key, scrollTop)
    onSight({ first: rowAtTop(scrollTop), last: rowAtTop(scrollTop + clientHeight - 1) })
  }
  /** The browser brings a head or an edge into sight that gets the focus; the rows go along. */
  const headScrolled = ({ target }: UIEvent): void => {
    if (!(target instanceof HTMLElement) || !target.classList.contains('ant-table-header')) return
    const place = { left: target.scrollLeft, top: scrollTopOf(key) }
    table.current?.scrollTo(place)
  }
  const goTo = (next: number): void => {
    list.move(next)
    table.current?.scrollTo({ top: scrollTopFor(next, scrollTopOf(key), bodyHeight) })
  }
  const pressed = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.altKey) return
    const selects = selecting && selectionKey(event, selecting, active, onRemove)
    if (selects === true) { event.preventDefault(); return }
    if (event.ctrlKey || event.metaKey) return
    const folds = foldKey(event.key, layout, active)
    if (folds) {
      event.preventDefault()
      if ('value' in folds) list.fold(folds.value, folds.isFolded)
      else goTo(folds.goTo)
      return
    }
    const row = recordAt(active)
    if (event.key === 'Enter' && row) openRecord(row.id)
    const next = moveTo(event.key, active, layout.total, Math.floor(bodyHeight / rowHeight))
    if (next === undefined) return
    event.preventDefault()
    goTo(next)
    if (event.shiftKey) selecting?.extendTo(next)
  }

  // What is taken away under the pointer is never left by it.
  useEffect(() => () => { onHold?.(false) }, [onHold])

  const rowRole = (index: number) => {
    const place = layout.placeAt(index)
    if (!isGrouped || !place) return {}
    return place.kind === 'group' ? { 'aria-level': place.group.level + 1, 'aria-expanded': !place.isFolded } : { 'aria-level': place.level + 1 }
  }

  return (
    <div
      ref={grid} className={styles.grid} role={isGrouped ? 'treegrid' : 'grid'} tabIndex={0} onKeyDown={pressed} onScrollCapture={headScrolled}
      onPointerMove={({ pointerType }) => { if (pointerType === 'mouse') onHold?.(true) }} onPointerLeave={() => { onHold?.(false) }} onKeyDownCapture={() => { onHold?.(false) }}
      aria-label={name} aria-rowcount={layout.total + 1} aria-multiselectable={selecting !== undefined} aria-activedescendant={`${id}-${active}`}
    >
      {isReady && (
        <ConfigProvider theme={rowTheme}>
          <Table<RowAt>
            ref={table} virtual size="small" pagination={false} rowKey="index" columns={columns} dataSource={rows} components={gridParts} loading={silentFrame}
            scroll={{ x: Math.max(size.width, width), y: bodyHeight }} showSorterTooltip={false} sortDirections={['ascend', 'descend', 'ascend']} onScroll={scrolled}
            rowClassName={({ index }) => [index === active && styles.active, layout.placeAt(index)?.kind === 'group' && styles.head, isSelectedAt(index) && styles.selected].filter(Boolean).join(' ')}
            onHeaderRow={() => ({ role: 'row', 'aria-rowindex': 1 })}
            onRow={({ index }) => ({
              role: 'row', id: `${id}-${index}`, 'aria-rowindex': index + 2, 'aria-selected': selecting ? isSelectedAt(index) : index === active, ...rowRole(index),
              onClick: (event) => {
                const row = recordAt(index)
                list.move(index)
                if (selecting && event.shiftKey) selecting.extendTo(index)
                else if (selecting && (event.ctrlKey || event.metaKey)) selecting.toggle(index)
                else if (row) openRecord(row.id)
              },
            })}
            onChange={(_pagination, _filters, sorter) => {
              if (!Array.isArray(sorter) && sorter.columnKey !== undefined) order?.onSort({ by: String(sorter.columnKey), descending: sorter.order === 'descend' })
            }}
          />
        </ConfigProvider>
      )}
    </div>
  )
})
