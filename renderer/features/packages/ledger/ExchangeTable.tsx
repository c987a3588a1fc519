/** The ledger: when what went out or came in, from whom, how much. A row opens what it held. */
import { ArrowDownToLine, ArrowUpFromLine, ChevronRight, EyeOff } from 'lucide-react'
import { Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatBytes, formatMoment } from '#renderer/ui/format'
import { TypeMark } from '#renderer/ui/marks/TypeMark'
import type { ExchangeFile } from '#shared/model/exchange'
import { ExchangeRecords } from './ExchangeRecords'
import styles from './ledger.module.css'

const pageSize = 100

export const ExchangeTable = ({ exchanges }: { exchanges: readonly ExchangeFile[] }) => {
  const { t } = useTranslation('packages')
  const [open, setOpen] = useState<readonly string[]>([])
  const toggle = (id: string) => { setOpen((ids) => (ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id])) }
  const columns: TableColumnsType<ExchangeFile> = [
    {
      key: 'open', width: 44,
      render: (_, { id, title }) => (
        <button
          type="button" className={styles.toggle} aria-expanded={open.includes(id)} aria-label={t('ledger.showRecords', { title })}
          onClick={(event) => { event.stopPropagation(); toggle(id) }}
        ><ChevronRight size={15} /></button>
      ),
    },
    { key: 'at', title: t('column.at'), width: 144, render: (_, { at }) => <time dateTime={at}>{formatMoment(at)}</time> },
    { key: 'direction', title: t('column.direction'), width: 96, render: (_, { direction }) => <Direction direction={direction} /> },
    {
      key: 'title', title: t('column.exchange'),
      render: (_, { form, title, name, records }) => (
        <span className={styles.what}><TypeMark type={form === 'word' ? 'attachment' : 'package'} /><span className={styles.name}>{title}</span>{records.some(({ maskedFrom }) => maskedFrom !== undefined) && <span className={styles.masked}><EyeOff size={13} aria-hidden="true" />{t('masked.mark')}</span>}<span className={styles.file} title={name}>{name}</span></span>
      ),
    },
    { key: 'form', title: t('column.form'), width: 88, render: (_, { form, kind }) => t(form === 'package' && kind === 'suggestion' ? 'form.suggestion' : `form.${form}`) },
    { key: 'by', title: t('column.by'), width: 240, ellipsis: true, render: (_, exchange) => partner(exchange) || t('nobody') },
    { key: 'records', title: t('column.records'), width: 72, align: 'end', render: (_, { records }) => records.length },
    { key: 'size', title: t('column.size'), width: 88, align: 'end', render: (_, { size }) => formatBytes(size) },
  ]
  return (
    <Table
      size="small" rowKey="id" columns={columns} dataSource={[...exchanges]} className={styles.table ?? ''} rowClassName={styles.row ?? ''}
      onRow={({ id }) => ({ onClick: () => { toggle(id) } })}
      expandable={{ expandedRowKeys: open, showExpandColumn: false, expandedRowRender: (exchange) => <ExchangeRecords exchange={exchange} /> }}
      pagination={exchanges.length > pageSize && { pageSize, showSizeChanger: false, size: 'small' }}
    />
  )
}

/** From which library and by whom a package came; what was sent names whom it was for and who sent it. */
const partner = ({ direction, library, by, recipient }: ExchangeFile): string => [direction === 'sent' ? recipient?.unit : library?.name, by.unit === library?.name ? '' : by.unit, by.name].filter((part) => part !== undefined && part !== '').join('　')

const Direction = ({ direction }: { direction: ExchangeFile['direction'] }) => {
  const { t } = useTranslation('packages')
  const Icon = direction === 'sent' ? ArrowUpFromLine : ArrowDownToLine
  return <span className={styles.direction} data-direction={direction}><Icon size={14} aria-hidden="true" />{t(`direction.${direction}`)}</span>
}
