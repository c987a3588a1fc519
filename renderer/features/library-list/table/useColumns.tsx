/** The columns of a list: their widths, what they sort by, and how a record is drawn in them. */
import type { TableColumnType } from 'antd'
import { ArrowDown, ArrowUp, Paperclip } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PolarityIcon } from '#renderer/ui/marks/PolarityIcon'
import { StageTag } from '#renderer/ui/marks/StageTag'
import { Tag } from '#renderer/ui/marks/Tag'
import type { RecordRow, RecordSort } from '#shared/contract/records'
import styles from './RecordTable.module.css'

/** A place in the list, from 0; the record there is looked up when it is drawn. */
export interface Place { index: number }

/** Below this window width the list goes without the field. */
const narrowPx = 1320
const tagsInRow = 2

const Title = ({ row, attachments }: { row: RecordRow; attachments: string }) => (
  <span className={styles.title}>
    {row.polarity && <PolarityIcon polarity={row.polarity} />}
    <span className={styles.words} title={row.title}>{row.title}</span>
    {row.attachments > 0 && <span className={styles.clip} role="img" aria-label={attachments}><Paperclip size={12} aria-hidden="true" />{row.attachments}</span>}
  </span>
)

const Tags = ({ tags }: { tags: readonly string[] }) => (
  <span className={styles.tags} title={tags.join('　')}>
    {tags.slice(0, tagsInRow).map((tag) => <Tag key={tag}>{tag}</Tag>)}
    {tags.length > tagsInRow && <span className={styles.more}>+{tags.length - tagsInRow}</span>}
  </span>
)

export const useColumns = (rowAt: (index: number) => RecordRow | undefined, sort: RecordSort, width: number): TableColumnType<Place>[] => {
  const { t } = useTranslation(['library-list', 'common'])
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
      ...(sortable && {
        sorter: true, sortOrder: sort.by === key ? (sort.descending ? 'descend' as const : 'ascend' as const) : null,
        sortIcon: ({ sortOrder }: { sortOrder: 'ascend' | 'descend' | null }) =>
          sortOrder ? <span className={styles.order}>{sortOrder === 'descend' ? <ArrowDown size={13} aria-hidden="true" /> : <ArrowUp size={13} aria-hidden="true" />}</span> : null,
      }),
    })
    const fixed = [
      column('stage', t('common:field.stage'), 98, (row) => <span className={styles.stage}><StageTag stage={row.stage} /></span>),
      column('unit', t('team'), 124, (row) => row.team || row.unit),
      ...(isNarrow ? [] : [column('field', t('common:field.field'), 104, (row) => row.field)]),
      column('tags', t('common:field.tags'), 160, (row) => <Tags tags={row.tags} />, false),
      { ...column('date', t('common:field.date'), 112, (row) => <span className={styles.date}>{row.date}</span>), align: 'right' as const },
    ]
    const number = column('number', t('common:field.number'), 158, (row) => <span className={styles.number}>{row.number}</span>)
    const taken = [number, ...fixed].reduce((sum, { width: own }) => sum + Number(own), 0)
    const title = column('title', t('common:field.title'), Math.max(200, width - taken), (row) => <Title row={row} attachments={t('attachments', { count: row.attachments })} />)
    return [number, title, ...fixed]
  }, [t, rowAt, sort, width, isNarrow])
}
