/** The runs of a backup, latest first, each with what can be done with it. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import type { BackupRun } from '#shared/contract/backups'
import type { Failure } from '#shared/contract/errors'
import { RestoreLibraryDialog } from '../restore/RestoreLibraryDialog'
import { RestoreRecordsDialog } from '../restore/RestoreRecordsDialog'
import { RunRow } from './RunRow'
import styles from '../backup.module.css'

const shownAtFirst = 8
const damagedShown = 3

interface RunListProps {
  runs: readonly BackupRun[]
  damaged: readonly { path: string, failure: Failure }[]
  canRestoreRecords: boolean
  /** Says of each run which library it is of. */
  namesLibrary: boolean
}

export const RunList = ({ runs, damaged, canRestoreRecords, namesLibrary }: RunListProps) => {
  const { t } = useTranslation('backup')
  const [isLong, setLong] = useState(false)
  const [records, setRecords] = useState<BackupRun>()
  const [whole, setWhole] = useState<BackupRun>()
  const shown = isLong ? runs : runs.slice(0, shownAtFirst)
  return (
    <>
      {damaged.slice(0, damagedShown).map(({ path, failure }) => <ErrorPanel key={path} error={failure} />)}
      {runs.length > 0 && <>
        <h3 className={styles.heading}>{t('runs.title', { count: runs.length })}</h3>
        <ul className={styles.runs} aria-label={t('runs.label')}>
          {shown.map((run) => (
            <RunRow
              key={run.path} run={run} namesLibrary={namesLibrary} onRestore={() => { setWhole(run) }}
              {...canRestoreRecords && { onRestoreRecords: () => { setRecords(run) } }}
            />
          ))}
        </ul>
        {shown.length < runs.length && <Button size="small" className={styles.more ?? ''} onClick={() => { setLong(true) }}>{t('runs.more', { count: runs.length - shown.length })}</Button>}
      </>}
      {records && <RestoreRecordsDialog run={records} onClose={() => { setRecords(undefined) }} />}
      {whole && <RestoreLibraryDialog run={whole} onClose={() => { setWhole(undefined) }} />}
    </>
  )
}
