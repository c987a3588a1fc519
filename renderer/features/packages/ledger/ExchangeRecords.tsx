/** The records of one exchange, each with what became of it; those that are here can be opened. */
import { useTranslation } from 'react-i18next'
import { useRecordRows } from '#renderer/client/recordRows'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import type { ExchangeFile } from '#shared/model/exchange'
import { OutcomeMark } from '../OutcomeMark'
import { RecordTitle } from '../RecordTitle'
import styles from './ledger.module.css'

export const ExchangeRecords = ({ exchange: { records } }: { exchange: ExchangeFile }) => {
  const { t } = useTranslation('packages')
  const { rows, error, retry } = useRecordRows(records.map(({ id }) => id))
  return (
    <>
      {error && <ErrorPanel error={error} onRetry={retry} />}
      <ul className={styles.records} aria-label={t('ledger.records')}>
        {records.map((record) => (
          <li key={record.id}>
            <OutcomeMark outcome={record.outcome} />
            <span className={styles.number}>{record.number}</span>
            <RecordTitle record={record} isHere={rows?.has(record.id) === true} />
            {rows && !rows.has(record.id) && <span className={styles.gone}>{t('ledger.notHere')}</span>}
          </li>
        ))}
      </ul>
    </>
  )
}
