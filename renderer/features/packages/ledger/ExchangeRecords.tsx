/** What is known of one exchange, and its records with what became of each; those that are here can be opened, and what came can be taken back. */
import { EyeOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useRecordRows } from '#renderer/client/recordRows'
import { formatMoment } from '#renderer/ui/format'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import type { ExchangeFile } from '#shared/model/exchange'
import { maskedIn, maskedParts } from '../maskedRecords'
import { OutcomeMark } from '../OutcomeMark'
import { RecordTitle } from '../RecordTitle'
import { UndoTaken } from '../UndoTaken'
import styles from './ledger.module.css'

export const ExchangeRecords = ({ exchange: { records, recipient, encrypted, signature, operationId, undoneAt, direction } }: { exchange: ExchangeFile }) => {
  const { t } = useTranslation(['packages', 'common'])
  const { rows, error, retry } = useRecordRows(records.map(({ id }) => id))
  const masked = maskedIn(records)
  const facts = [
    recipient && t('ledger.recipient', { unit: recipient.unit }),
    encrypted && t(`ledger.encrypted.${encrypted}`),
    signature && t(`ledger.signed.${signature.standing}`, { fingerprint: signature.fingerprint }),
    ...masked.records > 0 ? maskedParts(masked, t) : [],
    undoneAt && t('ledger.undone', { time: formatMoment(undoneAt) }),
  ].filter((fact) => typeof fact === 'string')
  return (
    <>
      {facts.length > 0 && <p className={styles.facts}>{facts.join('　')}</p>}
      {error && <ErrorPanel error={error} onRetry={retry} />}
      <ul className={styles.records} aria-label={t('ledger.records')}>
        {records.map((record) => (
          <li key={record.id}>
            <OutcomeMark outcome={record.outcome} />
            <span className={styles.number}>{record.number}</span>
            <RecordTitle record={record} isHere={rows?.has(record.id) === true} />
            {record.maskedFrom !== undefined && <span className={styles.masked}><EyeOff size={13} aria-hidden="true" />{t('masked.mark')}</span>}
            {rows && !rows.has(record.id) && <span className={styles.gone}>{t('ledger.notHere')}</span>}
          </li>
        ))}
      </ul>
      {direction === 'received' && operationId && !undoneAt && <UndoTaken operationId={operationId} />}
    </>
  )
}
