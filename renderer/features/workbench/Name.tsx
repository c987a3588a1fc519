/** What a record is called in a line of the workbench. */
import { adopterFirst } from '#renderer/ui/adopterFirst'
import type { RecordRow } from '#shared/contract/records'
import styles from './Workbench.module.css'

export const Name = ({ row }: { row: RecordRow }) => {
  const { name, rest } = adopterFirst(row)
  return <span className={styles.words} dir="auto" title={row.title}>{name}{rest !== '' && <span className={styles.rest}>{rest}</span>}</span>
}
