/** A card of records, one a line. */
import { useId, type ReactNode } from 'react'
import { TypeMark } from '#renderer/ui/marks/TypeMark'
import { useNavigation } from '#renderer/ui/navigation'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import type { RecordRow } from '#shared/contract/records'
import { Name } from './Name'
import styles from './Workbench.module.css'

interface RecordCardProps {
  title: string
  /** What is said where there is none. */
  empty: string
  /** What was not done where it could not be read. */
  what: string
  /** The way to more of the same. */
  more: ReactNode
  query: { isPending: boolean; error: Error | null; refetch: () => unknown }
  rows: readonly { row: RecordRow; detail: string }[] | undefined
}

export const RecordCard = ({ title, empty, what, more, query, rows }: RecordCardProps) => {
  const { openRecord } = useNavigation()
  const id = useId()
  return (
    <section className={styles.card} aria-labelledby={id}>
      <div className={styles.cardHead}><h2 id={id}>{title}</h2>{rows && rows.length > 0 && more}</div>
      {query.error && !rows && <ErrorPanel error={query.error} what={what} onRetry={() => { void query.refetch() }} />}
      {query.isPending && <SkeletonRows rows={3} rowHeight={32} />}
      {rows?.length === 0 && <p className={styles.empty}>{empty}</p>}
      <ul>
        {rows?.map(({ row, detail }) => (
          <li key={row.id}>
            <button type="button" className={styles.line} onClick={() => openRecord(row.id)}>
              <TypeMark type={row.type} /><Name row={row} /><span className={styles.detail}>{detail}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
