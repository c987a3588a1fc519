/** The records of an opened package: how each stands to this library, what differs, part by part, and what is done with it. */
import { CircleAlert } from 'lucide-react'
import { Select, Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatMoment } from '#renderer/ui/format'
import type { ComparedRecord, MergeDecision } from '#shared/contract/packageMerge'
import { OutcomeMark } from '../OutcomeMark'
import { Reason } from '../Reason'
import { RecordTitle } from '../RecordTitle'
import { MergeParts } from './MergeParts'
import type { ShownState } from './StateFilter'
import { choiceOf, choicesOf, decisionOf, isUndecided, type Choice, type Decisions } from './takeChoice'
import styles from './preview.module.css'

const pageSize = 100

interface ComparedTableProps { jobId: string; records: readonly ComparedRecord[]; shown: ShownState; decisions: Decisions; onDecide: (decisions: Decisions) => void }

export const ComparedTable = ({ jobId, records, shown, decisions, onDecide }: ComparedTableProps) => {
  const { t } = useTranslation('packages')
  const titles = new Map(records.map(({ id, title }) => [id, title]))
  const rows = records.filter(({ standing }) => shown === 'all' || standing === shown)
  const columns: TableColumnsType<ComparedRecord> = [
    { key: 'state', title: t('column.state'), width: 92, render: (_, { standing }) => <OutcomeMark outcome={standing} /> },
    { key: 'number', title: t('column.number'), width: 150, render: (_, { number }) => <span className={styles.number}>{number}</span> },
    { key: 'title', title: t('column.title'), render: (_, record) => <><RecordTitle record={record} isHere={record.here !== null} /><NumberTaken record={record} /></> },
    { key: 'here', title: t('column.here'), width: 140, render: (_, { here }) => <Here here={here} /> },
    { key: 'package', title: t('column.inPackage'), width: 132, ellipsis: true, render: (_, { unit }) => unit || '—' },
    { key: 'reason', title: t('column.reason'), width: 160, ellipsis: true, render: (_, { reason }) => <Reason reason={reason} titles={titles} /> },
    { key: 'differences', title: t('column.differences'), width: 140, render: (_, record) => <Differences record={record} isOpen={isUndecided(record, decisions)} /> },
    { key: 'fate', title: t('column.fate'), width: 150, render: (_, record) => <Handle record={record} decisions={decisions} onDecide={(decision) => { onDecide({ [record.id]: decision }) }} /> },
  ]
  return (
    <div className={styles.tableArea}>
      <Table size="small" rowKey="id" columns={columns} dataSource={rows} sticky
        expandable={{
          rowExpandable: ({ differences }) => differences.length > 0,
          expandedRowRender: (record) => <MergeParts jobId={jobId} record={record} decision={decisions[record.id]} onDecide={(decision) => { onDecide({ [record.id]: decision }) }} />,
        }}
        pagination={rows.length > pageSize && { pageSize, showSizeChanger: false, size: 'small' }} />
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

const Differences = ({ record: { differences, conflicts, isTrashed }, isOpen }: { record: ComparedRecord; isOpen: boolean }) => {
  const { t } = useTranslation('packages')
  if (isTrashed) return <span className={styles.clash}>{t('merge.trashed')}</span>
  if (differences.length === 0) return <>—</>
  const count = { count: differences.length, conflicts: conflicts.length }
  return <span className={isOpen ? styles.clash : undefined}>{conflicts.length > 0 ? t('merge.conflicts', count) : t('merge.differences', count)}</span>
}

/** What is done with the record; where there is nothing to choose, that is said. */
const Handle = ({ record, decisions, onDecide }: { record: ComparedRecord; decisions: Decisions; onDecide: (decision: MergeDecision) => void }) => {
  const { t } = useTranslation('packages')
  const choices = choicesOf(record.standing)
  const label = (choice: Choice): string => (record.standing === 'new' && (choice === 'take' || choice === 'keep') ? t(`choiceNew.${choice}`) : t(`choice.${choice}`))
  if (choices.length === 0) return <>{t('choice.keep')}</>
  const value = choiceOf(record, decisions)
  return (
    <Select<Choice>
      size="small" className={styles.handle ?? ''} aria-label={t('merge.handle', { title: record.title })} value={value === 'hand' ? 'merge' : value}
      options={choices.map((choice) => ({ value: choice, label: label(choice) }))} onChange={(choice) => { onDecide(decisionOf(choice)) }}
    />
  )
}
