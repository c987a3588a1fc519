/** Bringing records back from a run: found by number and title, each with how it stands to the library, then what became of it. */
import { Search } from 'lucide-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Input, Modal, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { api } from '#renderer/client/queries'
import { formatMoment } from '#renderer/ui/format'
import { TypeMark } from '#renderer/ui/marks/TypeMark'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import type { BackupRecord, BackupRun } from '#shared/contract/backups'
import { RestoredRecords } from './RestoredRecords'
import { StandingMark } from './StandingMark'
import styles from '../backup.module.css'

const pageSize = 10

interface RestoreRecordsDialogProps { run: BackupRun, onClose: () => void }

export const RestoreRecordsDialog = ({ run, onClose }: RestoreRecordsDialogProps) => {
  const { t } = useTranslation('backup')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const start = useMutation({ mutationFn: () => core.backups.restoreRecords({ run: run.path, ids: [...chosen] }) })
  return (
    <Modal open title={t('records.title', { at: formatMoment(run.at) })} width={880} onCancel={onClose} footer={null} mask={{ closable: false }}>
      {start.data
        ? <RestoredRecords jobId={start.data.jobId} onClose={onClose} />
        : <div className={styles.dialog}>
          <RecordTable run={run} chosen={chosen} onChoose={setChosen} />
          {start.isError && <ErrorPanel error={start.error} what={t('records.notRestored')} />}
          <div className={styles.foot}>
            <p>{t('records.keeps')}</p>
            <Button onClick={onClose}>{t('common:cancel')}</Button>
            <Button type="primary" disabled={chosen.length === 0} loading={start.isPending} onClick={() => { start.mutate() }}>{t('records.start', { count: chosen.length })}</Button>
          </div>
        </div>}
    </Modal>
  )
}

interface RecordTableProps { run: BackupRun, chosen: readonly string[], onChoose: (ids: readonly string[]) => void }

const RecordTable = ({ run, chosen, onChoose }: RecordTableProps) => {
  const { t } = useTranslation(['backup', 'common'])
  const [text, setText] = useState('')
  const [page, setPage] = useState(1)
  const input = { run: run.path, text, offset: (page - 1) * pageSize, limit: pageSize }
  const found = useQuery({ ...api.backups.records.queryOptions({ input }), staleTime: 0, placeholderData: (before) => before })
  const columns: TableColumnsType<BackupRecord> = [
    { key: 'standing', title: t('records.standing'), width: 104, render: (_, { standing }) => <StandingMark standing={standing} /> },
    { key: 'number', title: t('common:field.number'), width: 150, render: (_, { number }) => <span className={styles.number}>{number}</span> },
    { key: 'title', title: t('common:field.title'), render: (_, { type, title }) => <span className={styles.title}><TypeMark type={type} /><span title={title}>{title}</span></span> },
    { key: 'at', title: t('records.then'), width: 136, render: (_, { at }) => <time dateTime={at} className={styles.number}>{formatMoment(at)}</time> },
    { key: 'here', title: t('records.now'), width: 136, render: (_, { here }) => (here ? <time dateTime={here.at} className={styles.number}>{formatMoment(here.at)}</time> : '—') },
  ]
  return (
    <>
      <Input allowClear autoFocus prefix={<Search size={15} aria-hidden="true" />} value={text} aria-label={t('records.search')} placeholder={t('records.search')} onChange={(event) => { setText(event.target.value); setPage(1) }} />
      {found.isError && <ErrorPanel error={found.error} what={t('records.notRead')} onRetry={() => void found.refetch()} />}
      <div className={styles.list}>
        <Table
          size="small" rowKey="id" columns={columns} dataSource={found.data?.records ?? []} loading={found.isPending && { delay: 200 }}
          locale={{ emptyText: found.isPending ? ' ' : t(text === '' ? 'records.none' : 'records.notFound', { text }) }}
          rowSelection={{
            selectedRowKeys: [...chosen], preserveSelectedRowKeys: true, onChange: (keys) => { onChoose(keys.map(String)) },
            getCheckboxProps: ({ standing, title }) => ({ disabled: standing === 'same', 'aria-label': title }),
            getTitleCheckboxProps: () => ({ 'aria-label': t('records.all') }),
          }}
          pagination={(found.data?.total ?? 0) > pageSize && { current: page, pageSize, total: found.data?.total ?? 0, showSizeChanger: false, size: 'small', onChange: setPage }}
        />
      </div>
    </>
  )
}
