/** The columns of a list as Ant Design's table has them: their widths, what they sort by, and the heads of groups across all of them. */
import { Checkbox, type TableColumnType } from 'antd'
import { ArrowDown, ArrowUp } from 'lucide-react'
import type { TFunction } from 'i18next'
import { useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNarrow } from '#renderer/ui/useNarrow'
import type { RecordRow, RecordSort } from '#shared/contract/records'
import type { ListColumns, ListField } from '#shared/model/listFields'
import type { ChosenColumns } from '../columns/useChosenColumns'
import type { Selecting } from '../selection/useSelecting'
import { isRight, useDraw } from './cells'
import { columnName } from './columnName'
import { ColumnEdge } from './ColumnEdge'
import { GroupHead } from './GroupHead'
import type { Layout } from './layout'
import { titleWidth, widthOf } from './widths'
import styles from './RecordTable.module.css'

/** A row of the list, from 0; what stands there is looked up when it is drawn. */
export interface RowAt { index: number }

const selectWidth = 44
const noFields: readonly ListField[] = []
/** Where records of all types stand together. */
const mixedColumns: ListColumns = ['number', 'title', 'stage', 'unit', 'field', 'tags', 'date'].map((key) => ({ key }))
const unsortable = ['tags', 'edition']

interface ColumnFacts {
  layout: Layout
  rowAt: (offset: number) => RecordRow | undefined
  /** How many records. */
  total: number
  selecting: Selecting | undefined
  /** Undefined where the list has an order of its own. */
  sort: RecordSort | undefined
  /** Undefined where records of all types stand together. */
  chosen: ChosenColumns | undefined
  width: number
  onFold: (value: string, isFolded: boolean) => void
}

interface Columns { columns: TableColumnType<RowAt>[]; width: number }

type Words = TFunction<readonly ['library-list', 'common']>

/** The box of a row, and above them that of all which the filter leaves; a row itself is opened by a click beside it. */
const selectColumn = (selecting: Selecting, total: number, recordAt: (index: number) => RecordRow | undefined, t: Words): TableColumnType<RowAt> => ({
  key: 'select', width: selectWidth,
  title: (
    <Checkbox
      aria-label={t('bulk.selectAll')} checked={total > 0 && selecting.count === total} indeterminate={selecting.count > 0 && selecting.count < total}
      onChange={({ target: { checked } }) => { if (checked) selecting.selectAll(); else selecting.clear() }}
    />
  ),
  render: (_value, { index }) => {
    const row = recordAt(index)
    return row && (
      <span className={styles.check}>
        <Checkbox
          tabIndex={-1} aria-label={t('bulk.select', { title: row.title })} checked={selecting.isSelected(row.id)}
          onClick={(event) => { event.stopPropagation(); if (event.shiftKey) selecting.extendTo(index); else selecting.toggle(index) }}
        />
      </span>
    )
  },
  onHeaderCell: () => ({ role: 'columnheader' }),
})

const sorting = ({ by, descending }: RecordSort, key: string): Partial<TableColumnType<RowAt>> => ({
  sorter: true, sortOrder: by === key ? (descending ? 'descend' : 'ascend') : null,
  sortIcon: ({ sortOrder }) => (sortOrder ? <span className={styles.order}>{sortOrder === 'descend' ? <ArrowDown size={13} aria-hidden="true" /> : <ArrowUp size={13} aria-hidden="true" />}</span> : null),
})

export const useColumns = ({ layout, rowAt, total, selecting, sort, chosen, width, onFold }: ColumnFacts): Columns => {
  const { t } = useTranslation(['library-list', 'common'])
  const isNarrow = useNarrow()
  const id = useId()
  const draw = useDraw(chosen?.fields.fields ?? noFields, chosen === undefined)
  return useMemo(() => {
    const list = chosen?.columns ?? mixedColumns.filter(({ key }) => key !== 'field' || !isNarrow)
    const fields = chosen?.fields.fields ?? noFields
    const nameOf = (key: string): string => columnName(key, chosen?.fields.nameOf ?? ((unit) => t(unit === 'unit' ? 'common:facet.unit' : 'common:notGiven')), t)
    const recordAt = (index: number): RecordRow | undefined => {
      const place = layout.placeAt(index)
      return place?.kind === 'row' ? rowAt(place.offset) : undefined
    }
    const others = list.filter(({ key }) => key !== 'title').reduce((sum, { key, width: own }) => sum + (own ?? widthOf(key)), selecting ? selectWidth : 0)
    const forTitle = Math.max(titleWidth, width - others)
    const data = list.map(({ key, width: own }): TableColumnType<RowAt> => {
      const cellWidth = key === 'title' ? forTitle : own ?? widthOf(key)
      const drawn = draw(key)
      return {
        key, width: cellWidth, ellipsis: true, ...isRight(key, fields) && { align: 'right' as const },
        title: <><span id={`${id}-${key}`}>{nameOf(key)}</span>{chosen && key !== 'title' && <ColumnEdge name={nameOf(key)} width={cellWidth} onWidth={(next) => { chosen.choose(list.map((column) => (column.key === key ? { ...column, width: next } : column))) }} />}</>,
        render: (_value, { index }) => {
          const row = recordAt(index)
          return row ? drawn(row, cellWidth) : <span className={styles.bar} />
        },
        // Its name is not that of the edge too.
        onHeaderCell: () => ({ role: 'columnheader', 'aria-labelledby': `${id}-${key}` }),
        ...sort && !unsortable.includes(key) && sorting(sort, key),
      }
    })
    const all = [...selecting ? [selectColumn(selecting, total, recordAt, t)] : [], ...data]
    // The head of a group takes the first cell across the whole row; the others are not there.
    const columns = all.map((column, at): TableColumnType<RowAt> => ({
      ...column,
      render: (value: unknown, row, index) => {
        const place = layout.placeAt(row.index)
        if (place?.kind !== 'group') return column.render?.(value, row, index)
        return at === 0 ? <GroupHead place={place} onFold={onFold} onSelect={selecting && (() => { selecting.toggle(row.index) })} /> : null
      },
      onCell: ({ index }) => ({
        role: 'gridcell', ...layout.placeAt(index)?.kind === 'group' && { colSpan: at === 0 ? all.length : 0 },
        ...column.key === 'select' && layout.placeAt(index)?.kind !== 'group' && { onClick: (event) => { event.stopPropagation() } },
      }),
    }))
    return { columns, width: others + forTitle }
  }, [t, id, draw, chosen, layout, rowAt, total, selecting, sort, width, isNarrow, onFold])
}
