/** The records of an opened package: how each stands to this library, why it is in there, and what would become of it. */
import { CircleAlert } from 'lucide-react'
import { Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatMoment } from '#renderer/ui/format'
import type { ComparedRecord } from '#shared/contract/packages'
import { OutcomeMark } from '../OutcomeMark'
import { Reason } from '../Reason'
import { RecordTitle } from '../RecordTitle'
import type { ShownState } from './StateFilter'
import styles from './preview.module.css'

const pageSize = 100

export const ComparedTable = ({ records, shown }: { records: readonly ComparedRecord[]; shown: ShownState }) => {
  const { t } = useTranslation('packages')
  const titles = new Map(records.map(({ id, title }) => [id, title]))
  const rows = records.filter(({ state }) => shown === 'all' || state === shown)
  const columns: TableColumnsType<ComparedRecord> = [
    { key: 'state', title: t('column.state'), width: 92, render: (_, { state }) => <OutcomeMark outcome={state} /> },
    { key: 'number', title: t('column.number'), width: 150, render: (_, { number }) => <span className={styles.number}>{number}</span> },
    { key: 'title', title: t('column.title'), render: (_, record) => <><RecordTitle record={record} isHere={record.here !== null} /><NumberTaken record={record} /></> },
    { key: 'here', title: t('column.here'), width: 140, render: (_, { here }) => <Here here={here} /> },
    { key: 'package', title: t('column.inPackage'), width: 132, ellipsis: true, render: (_, { unit }) => unit || '—' },
    { key: 'reason', title: t('column.reason'), width: 236, ellipsis: true, render: (_, { reason }) => <Reason reason={reason} titles={titles} /> },
    { key: 'fate', title: t('column.fate'), width: 104, render: (_, { state }) => <span className={styles.fate} data-state={state}>{t(`fate.${state}`)}</span> },
  ]
  return (
    <div className={styles.tableArea}>
      <Table size="small" rowKey="id" columns={columns} dataSource={rows} sticky pagination={rows.length > pageSize && { pageSize, showSizeChanger: false, size: 'small' }} />
    </div>
  )
}

const Here = ({ here }: { here: ComparedRecord['here'] }) => {
  const { t } = useTranslation('packages')
  return here ? <time dateTime={here.updatedAt} className={styles.number} title={formatMoment(here.updatedAt)}>{t('preview.changedOn', { day: formatMoment(here.updatedAt).slice(0, 10) })}</time> : <>—</>
}

const NumberTaken = ({ record: { numberTakenBy } }: { record: ComparedRecord }) => {
  const { t } = useTranslation('packages')
  if (!numberTakenBy) return null
  return <p className={styles.taken}><CircleAlert size={13} aria-hidden="true" />{t('preview.numberTaken', { title: numberTakenBy.title })}</p>
}
