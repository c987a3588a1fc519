/** One row for each file: what became of it, why not if it failed, and what to look at if it did not. */
import { TriangleAlert } from 'lucide-react'
import { Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigation } from '#renderer/ui/navigation'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { ImportEntry } from '#shared/contract/imports'
import { failureText, warningText } from '#shared/text/messages/failureText'
import styles from './ImportReportPage.module.css'
import { outcomeIcons, splitPath, type ImportReport } from './outcomes'

interface ReportTableProps { report: ImportReport, page: number, pageSize: number, onPage: (page: number) => void }

export const ReportTable = ({ report, page, pageSize, onPage }: ReportTableProps) => {
  const { t } = useTranslation('imports')
  const columns: TableColumnsType<ImportEntry> = [
    { key: 'outcome', title: t('column.outcome'), width: 112, render: (_, { outcome }) => <Outcome outcome={outcome} /> },
    { key: 'file', title: t('column.file'), width: '38%', render: (_, { path }) => <FileName path={path} /> },
    { key: 'detail', title: t('column.detail'), render: (_, entry) => <EntryDetail entry={entry} /> },
  ]
  return (
    <Table
      size="small" rowKey="path" columns={columns} dataSource={report.entries}
      pagination={report.total > pageSize && { current: page, pageSize, total: report.total, onChange: onPage, showSizeChanger: false, size: 'small' }}
    />
  )
}

const Outcome = ({ outcome }: { outcome: ImportEntry['outcome'] }) => {
  const { t } = useTranslation('imports')
  const Icon = outcomeIcons[outcome]
  return <span className={styles.outcome} data-outcome={outcome}><Icon size={15} aria-hidden="true" />{t(`outcome.${outcome}`)}</span>
}

const FileName = ({ path }: { path: string }) => {
  const { folder, name } = splitPath(path)
  return <><p className={styles.file}>{name}</p><p className={styles.folder}>{folder}</p></>
}

const EntryDetail = ({ entry }: { entry: ImportEntry }) => {
  const { t } = useTranslation('imports')
  const language = useLanguage()
  const navigation = useNavigation()
  const failure = entry.failure && failureText(entry.failure, language)
  const { recordId } = entry
  const recognised = entry.sections.filter(({ key }) => key !== null).map(({ title }) => title)
  const parts = [
    recognised.length > 0 && t('sections', { count: recognised.length, titles: recognised.join(t('listSeparator')) }),
    entry.tables > 0 && t('tables', { count: entry.tables }),
    entry.pictures > 0 && t('pictures', { count: entry.pictures }),
  ].filter((part) => part !== false)
  return (
    <div className={styles.detail}>
      {failure && <><span className={styles.why}>{failure.why}</span><span className={styles.next}>{failure.next}</span></>}
      {entry.outcome === 'skipped' && !failure && <span>{t('skippedText')}</span>}
      {recordId !== null && <button className={styles.title} onClick={() => { navigation.openRecord(recordId) }}>{entry.title ?? t('openRecord')}</button>}
      {parts.length > 0 && <span className={styles.meta}>{parts.join('　')}</span>}
      {entry.warnings.map((warning) => (
        <span key={`${warning.code} ${warning.detail}`} className={styles.warning}><TriangleAlert size={13} aria-hidden="true" />{warningText(warning, language)}</span>
      ))}
    </div>
  )
}
