/** The columns of a list: their widths, what they sort by, and how a record is drawn in them. */
import { Checkbox, type TableColumnType } from 'antd'
import { ArrowDown, ArrowUp, Paperclip } from 'lucide-react'
import type { TFunction } from 'i18next'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PolarityIcon } from '#renderer/ui/marks/PolarityIcon'
import { StageTag } from '#renderer/ui/marks/StageTag'
import { Tag } from '#renderer/ui/marks/Tag'
import { TypeMark } from '#renderer/ui/marks/TypeMark'
import { formatDay } from '#renderer/ui/format'
import { useEditionName } from '#renderer/ui/useEditionName'
import type { FacetName, RecordRow, RecordSort } from '#shared/contract/records'
import type { ListedType } from '#shared/model/recordTypes'
import type { Selecting } from '../selection/useSelecting'
import styles from './RecordTable.module.css'

/** A place in the list, from 0; the record there is looked up when it is drawn. */
export interface Place { index: number }

/** Below this window width the list goes without the field. */
const narrowPx = 1320
/** A tag's edge and the gap after it, a character of it, and what the cell has for all of them with and without “+n”, in CSS pixels. */
const tagSpace = { edge: 17, character: 12, all: 145, withMore: 116 }

/** As many tags as stand in the cell uncut, one at least. */
const fittingTags = (tags: readonly string[]): number => {
  const ends = tags.map((_, index) => tags.slice(0, index + 1).reduce((sum, tag) => sum + tagSpace.edge + tag.length * tagSpace.character, 0))
  if ((ends.at(-1) ?? 0) <= tagSpace.all) return tags.length
  return Math.max(1, ends.filter((end) => end <= tagSpace.withMore).length)
}

const Title = ({ row, attachments, showsType }: { row: RecordRow; attachments: string; showsType: boolean }) => (
  <span className={styles.title}>
    {showsType && <TypeMark type={row.type} />}
    {row.polarity && <PolarityIcon polarity={row.polarity} />}
    <span className={styles.words} dir="auto" title={row.title}>{row.title}</span>
    {row.attachments > 0 && <span className={styles.clip} role="img" aria-label={attachments}><Paperclip size={12} aria-hidden="true" />{row.attachments}</span>}
  </span>
)

const Tags = ({ tags }: { tags: readonly string[] }) => {
  const count = fittingTags(tags)
  return (
    <span className={styles.tags} title={tags.join('　')}>
      {tags.slice(0, count).map((tag) => <Tag key={tag}>{tag}</Tag>)}
      {tags.length > count && <span className={styles.more}>+{tags.length - count}</span>}
    </span>
  )
}

/** The box of a row, and above them that of all which the filter leaves; a row itself is opened by a click beside it. */
const selectColumn = (selecting: Selecting, total: number, rowAt: (index: number) => RecordRow | undefined, t: TFunction<readonly ['library-list', 'common']>): TableColumnType<Place> => ({
  key: 'select', width: 44,
  title: (
    <Checkbox
      aria-label={t('bulk.selectAll')} checked={total > 0 && selecting.count === total} indeterminate={selecting.count > 0 && selecting.count < total}
      onChange={({ target: { checked } }) => { if (checked) selecting.selectAll(); else selecting.clear() }}
    />
  ),
  render: (_value, { index }) => {
    const row = rowAt(index)
    return row && (
      <span className={styles.check}>
        <Checkbox
          tabIndex={-1} aria-label={t('bulk.select', { title: row.title })} checked={selecting.isSelected(row.id)}
          onClick={(event) => { event.stopPropagation(); if (event.shiftKey) selecting.extendTo(index); else selecting.toggle(index) }}
        />
      </span>
    )
  },
  onCell: () => ({ role: 'gridcell', onClick: (event) => { event.stopPropagation() } }),
  onHeaderCell: () => ({ role: 'columnheader' }),
})

/** `type` is null where records of all types stand together, `sort` where the list has an order of its own. */
interface ColumnFacts { type: ListedType | null; rowAt: (index: number) => RecordRow | undefined; total: number; selecting: Selecting | undefined; sort: RecordSort | null; width: number; isUsed: (facet: FacetName) => boolean }

export const useColumns = ({ type, rowAt, total, selecting, sort, width, isUsed }: ColumnFacts): TableColumnType<Place>[] => {
  const { t } = useTranslation(['library-list', 'common'])
  const editionName = useEditionName()
  const isProduct = type === 'product'
  const isMixed = type === null
  const isNarrow = window.innerWidth <= narrowPx
  return useMemo(() => {
    const column = (key: string, title: string, cellWidth: number, draw: (row: RecordRow) => ReactNode, sortable = true): TableColumnType<Place> => ({
      key, title, width: cellWidth, ellipsis: true,
      render: (_value, { index }) => {
        const row = rowAt(index)
        return row ? draw(row) : <span className={styles.bar} />
      },
      onCell: () => ({ role: 'gridcell' }),
      onHeaderCell: () => ({ role: 'columnheader' }),
      ...(sortable && sort && {
        sorter: true, sortOrder: sort.by === key ? (sort.descending ? 'descend' as const : 'ascend' as const) : null,
        sortIcon: ({ sortOrder }: { sortOrder: 'ascend' | 'descend' | null }) =>
          sortOrder ? <span className={styles.order}>{sortOrder === 'descend' ? <ArrowDown size={13} aria-hidden="true" /> : <ArrowUp size={13} aria-hidden="true" />}</span> : null,
      }),
    })
    const fixed = [
      column('stage', t('common:field.stage'), 98, (row) => <span className={styles.stage}><StageTag stage={row.stage} /></span>),
      ...(isProduct ? [column('edition', t('common:field.edition'), 84, (row) => row.edition !== null && editionName(row.edition), false)] : []),
      ...(isUsed('unit') ? [column('unit', t('common:facet.unit'), 124, (row) => row.team || row.unit)] : []),
      ...(isUsed('field') && !isNarrow ? [column('field', t('common:field.field'), 104, (row) => row.field)] : []),
      ...(isUsed('tag') ? [column('tags', t('common:field.tags'), 160, (row) => <Tags tags={row.tags} />, false)] : []),
      {
        ...(isProduct
          ? column('updatedAt', t('common:field.updatedAt'), 124, (row) => <span className={styles.date}>{formatDay(row.updatedAt)}</span>)
          : column('date', t('common:field.date'), 112, (row) => <span className={styles.date}>{row.date}</span>)),
        align: 'right' as const,
      },
    ]
    const number = column('number', t('common:field.number'), 158, (row) => <span className={styles.number}>{row.number}</span>)
    const select = selecting ? [selectColumn(selecting, total, rowAt, t)] : []
    const taken = [...select, number, ...fixed].reduce((sum, { width: own }) => sum + Number(own), 0)
    const title = column('title', t('common:field.title'), Math.max(200, width - taken), (row) => <Title row={row} attachments={t('attachments', { count: row.attachments })} showsType={isMixed} />)
    return [...select, number, title, ...fixed]
  }, [t, editionName, isProduct, isMixed, rowAt, total, selecting, sort, width, isNarrow, isUsed])
}
