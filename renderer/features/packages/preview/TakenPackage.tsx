/** What taking a package in did: what became of each record, and the way back. */
import { CircleCheck } from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import { Button, Table, type TableColumnsType } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { useNavigation } from '#renderer/ui/navigation'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import type { ExchangedRecord } from '#shared/model/exchange'
import { OutcomeMark } from '../OutcomeMark'
import { RecordTitle } from '../RecordTitle'
import { UndoTaken } from '../UndoTaken'
import { forgetTaken } from './mergeDraft'
import styles from './preview.module.css'

const pageSize = 100
const outcomes = ['added', 'updated', 'merged', 'copied', 'kept', 'same', 'older'] as const

/** What a button can open without naming it; of several, each is opened by its title in the table. */
const onlyOne = (records: readonly ExchangedRecord[]): ExchangedRecord | undefined => (records.length === 1 ? records[0] : undefined)

export const TakenPackage = ({ jobId }: { jobId: string }) => {
  const { t } = useTranslation('packages')
  const { openRecord, openPackages } = useNavigation()
  useEffect(() => { forgetTaken(jobId) }, [jobId])
  const taken = useQuery(api.packages.taken.queryOptions({ input: { jobId } }))
  if (taken.isPending) return <div className={styles.alone}><SkeletonRows /></div>
  if (taken.isError) return <div className={styles.alone}><ErrorPanel error={taken.error} what={t('preview.notShown')} onRetry={() => void taken.refetch()} /></div>
  const { title, records, operationId } = taken.data
  const sorted = outcomes.flatMap((outcome) => records.filter((record) => record.outcome === outcome))
  const counts = outcomes.map((outcome) => ({ outcome, count: records.filter((record) => record.outcome === outcome).length })).filter(({ count }) => count > 0)
  const main = onlyOne(sorted.filter(({ type }) => type === 'product')) ?? onlyOne(sorted)
  const columns: TableColumnsType<ExchangedRecord> = [
    { key: 'outcome', title: t('column.outcome'), width: 110, render: (_, { outcome }) => <OutcomeMark outcome={outcome} /> },
    { key: 'number', title: t('column.number'), width: 160, render: (_, { number }) => <span className={styles.number}>{number}</span> },
    { key: 'title', title: t('column.title'), render: (_, record) => <RecordTitle record={record} isHere /> },
    { key: 'did', title: t('column.did'), width: 320, render: (_, { outcome }) => <span className={styles.number}>{t(`did.${outcome}`)}</span> },
  ]
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <span className={styles.tile}><CircleCheck size={20} aria-hidden="true" /></span>
        <div className={styles.about}>
          <h1 className={styles.title}>{t('taken.title', { title })}</h1>
          <p className={styles.facts} role="status">
            {counts.map(({ outcome, count }) => <span key={outcome}>{t(`taken.${outcome}`, { count })}</span>)}
          </p>
        </div>
        {operationId && <UndoTaken operationId={operationId} />}
        <Button onClick={openPackages}>{t('taken.ledger')}</Button>
        {main && <Button type="primary" onClick={() => { openRecord(main.id) }}>{t(main.type === 'product' ? 'taken.openProduct' : 'taken.open')}</Button>}
      </header>
      <div className={styles.sheet}>
        <div className={styles.tableArea}>
          <Table size="small" rowKey="id" columns={columns} dataSource={sorted} sticky pagination={sorted.length > pageSize && { pageSize, showSizeChanger: false, size: 'small' }} />
        </div>
      </div>
    </div>
  )
}
