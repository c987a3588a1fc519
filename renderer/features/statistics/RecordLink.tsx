/** The title of a record, which opens it. */
import { useNavigation } from '#renderer/ui/navigation'
import styles from './statistics.module.css'

export const RecordLink = ({ id, title }: { id: string; title: string }) => {
  const { openRecord } = useNavigation()
  return <button type="button" className={styles.link} dir="auto" onClick={() => { openRecord(id) }}>{title}</button>
}
