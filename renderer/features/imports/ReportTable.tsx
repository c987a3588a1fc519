/** One row for each file: what became of it, why not if it failed, and what to look at if it did not. */
import { Copy as CopyIcon, TriangleAlert } from 'lucide-react'
import { Button, Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import { NearMark, ReasonList } from '#renderer/features/duplicates'
import { useNavigation } from '#renderer/ui/navigation'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { DuplicateRecord } from '#shared/contract/duplicates'
import type { ImportEntry } from '#shared/contract/imports'
import { isNearDuplicate } from '#shared/model/search'
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
      {recordId !== null && entry.duplicates.map((duplicate) => <Alike key={duplicate.row.id} recordId={recordId} duplicate={duplicate} />)}
      {parts.length > 0 && <span className={styles.meta}>{parts.join('　')}</span>}
      {entry.warnings.map((warning) => (
        <span key={`${warning.code} ${warning.detail}`} className={styles.warning}><TriangleAlert size={13} aria-hidden="true" />{warningText(warning, language)}</span>
      ))}
    </div>
  )
}

/** A record that the imported one is perhaps the same as: which, why, and the way to look at both. */
const Alike = ({ recordId, duplicate: { row, resemblance, reasons } }: { recordId: string, duplicate: DuplicateRecord }) => {
  const { t } = useTranslation('imports')
  const { openRecord, openMerge } = useNavigation()
  return (
    <div className={styles.alike}>
      <p>
        <CopyIcon size={13} aria-hidden="true" /><span>{t('alike')}</span>
        <button className={styles.title} dir="auto" onClick={() => { openRecord(row.id) }}>{row.title}</button><span className={styles.meta}>{row.number}</span>
        {isNearDuplicate(resemblance) && <NearMark resemblance={resemblance} />}
        <Button size="small" onClick={() => { openMerge(recordId, row.id) }}>{t('compareAndMerge')}</Button>
      </p>
      <ReasonList reasons={reasons} />
    </div>
  )
}
