/** The records of one exchange, each with what became of it; those that are here can be opened. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import type { ExchangeFile } from '#shared/model/exchange'
import { OutcomeMark } from '../OutcomeMark'
import { RecordTitle } from '../RecordTitle'
import styles from './ledger.module.css'

/** How many ids one call takes. */
const longest = 500

export const ExchangeRecords = ({ exchange: { records } }: { exchange: ExchangeFile }) => {
  const { t } = useTranslation('packages')
  const rows = useQuery(api.records.rows.queryOptions({ input: { ids: records.slice(0, longest).map(({ id }) => id) } }))
  const here = new Set(rows.data?.map(({ id }) => id))
  return (
    <>
      {rows.isError && <ErrorPanel error={rows.error} onRetry={() => void rows.refetch()} />}
      <ul className={styles.records} aria-label={t('ledger.records')}>
        {records.map((record) => (
          <li key={record.id}>
            <OutcomeMark outcome={record.outcome} />
            <span className={styles.number}>{record.number}</span>
            <RecordTitle record={record} isHere={here.has(record.id)} />
            {rows.data && !here.has(record.id) && <span className={styles.gone}>{t('ledger.notHere')}</span>}
          </li>
        ))}
      </ul>
    </>
  )
}
