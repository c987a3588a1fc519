/** What a package would hold: each record and why it comes along, and how much there is besides. */
import { Table, type TableColumnsType } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatBytes, formatCount } from '#renderer/ui/format'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { PackagePlan } from '#shared/contract/packages'
import { Reason } from '../Reason'
import { RecordTitle } from '../RecordTitle'
import { estimatedSize } from './packSize'
import styles from './pack.module.css'

type Planned = PackagePlan['records'][number]

const pageSize = 100

interface PlanTableProps {
  plan: PackagePlan
  /** What narrows it. */
  scope: ReactNode
  /** The bytes of files that stay here, since something is masked in them or nobody can look into them. */
  leftOut: number
  onClose: () => void
}

export const PlanTable = ({ plan: { records, editions, attachments }, scope, leftOut, onClose }: PlanTableProps) => {
  const { t } = useTranslation('packages')
  const language = useLanguage()
  const titles = new Map(records.map(({ row }) => [row.id, row.title]))
  const columns: TableColumnsType<Planned> = [
    { key: 'title', title: t('column.title'), render: (_, { row }) => <RecordTitle record={row} isHere onOpen={onClose} /> },
    { key: 'number', title: t('column.number'), width: 148, render: (_, { row }) => <span className={styles.number}>{row.number}</span> },
    { key: 'reason', title: t('column.reason'), width: 240, ellipsis: true, render: (_, { reason }) => <Reason reason={reason} titles={titles} /> },
    { key: 'revisions', title: t('column.revisions'), width: 84, align: 'end', render: (_, { revisions }) => revisions },
  ]
  const parts = [
    t('pack.records', { count: records.length, shown: formatCount(records.length, language) }),
    editions > 0 && t('pack.editions', { count: editions }),
    attachments.count > 0 && t('pack.attachments', { count: attachments.count, size: formatBytes(attachments.bytes) }),
    t('pack.size', { size: formatBytes(estimatedSize(records.reduce((sum, { revisions }) => sum + revisions, 0), editions, attachments.bytes - leftOut)) }),
  ].filter((part) => part !== false)
  return (
    <section aria-label={t('pack.contents')}>
      <div className={styles.summary}><p role="status">{parts.join('　')}</p>{scope}</div>
      <Table
        size="small" rowKey={({ row }) => row.id} columns={columns} dataSource={records} scroll={{ y: 185 }} className={styles.table ?? ''}
        pagination={records.length > pageSize && { pageSize, showSizeChanger: false, size: 'small' }}
      />
    </section>
  )
}
