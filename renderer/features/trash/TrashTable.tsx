/** The rows of the trash, a page at a time: what, when, by whom. */
import { Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatMoment } from '#renderer/ui/format'
import { TypeMark } from '#renderer/ui/marks/TypeMark'
import type { TrashRow } from '#shared/contract/trash'
import styles from './trash.module.css'

interface TrashTableProps {
  rows: readonly TrashRow[]
  total: number
  /** From 1. */
  page: number
  pageSize: number
  chosen: readonly string[]
  canChoose: boolean
  onPage: (page: number) => void
  onChoose: (ids: readonly string[]) => void
}

export const TrashTable = ({ rows, total, page, pageSize, chosen, canChoose, onPage, onChoose }: TrashTableProps) => {
  const { t } = useTranslation(['trash', 'common'])
  const columns: TableColumnsType<TrashRow> = [
    { key: 'number', title: t('common:field.number'), width: 158, render: (_, { number }) => <span className={styles.number}>{number}</span> },
    {
      key: 'title', title: t('common:field.title'),
      render: (_, { type, title }) => <span className={styles.what}><TypeMark type={type} /><span className={styles.name} dir="auto" title={title}>{title}</span></span>,
    },
    { key: 'unit', title: t('common:field.unit'), width: 132, ellipsis: true, render: (_, { unit }) => unit },
    { key: 'by', title: t('column.by'), width: 104, ellipsis: true, render: (_, { by }) => by || t('nobody') },
    { key: 'at', title: t('column.at'), width: 144, align: 'end', render: (_, { deletedAt }) => <time className={styles.number} dateTime={deletedAt}>{formatMoment(deletedAt)}</time> },
  ]
  return (
    <div className={styles.scroll}>
      <Table<TrashRow>
        size="small" rowKey="id" columns={columns} dataSource={[...rows]} className={styles.table ?? ''}
        {...canChoose && {
          rowSelection: {
            columnWidth: 52, preserveSelectedRowKeys: true, selectedRowKeys: [...chosen], onChange: (keys) => { onChoose(keys.map(String)) },
            getTitleCheckboxProps: () => ({ 'aria-label': t('chooseAll') }), getCheckboxProps: ({ title }) => ({ 'aria-label': t('choose', { title }) }),
          },
        }}
        pagination={total > pageSize && { current: page, total, pageSize, showSizeChanger: false, size: 'small', onChange: onPage }}
      />
    </div>
  )
}
