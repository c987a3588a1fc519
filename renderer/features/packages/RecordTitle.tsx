/** A record in a table of packages: its mark and title, which opens it if it is here. */
import { TypeMark } from '#renderer/ui/marks/TypeMark'
import { useNavigation } from '#renderer/ui/navigation'
import type { RecordType } from '#shared/model/recordTypes'
import styles from './packages.module.css'

interface RecordTitleProps {
  record: { id: string; type: RecordType; title: string }
  isHere: boolean
  /** What else must happen when it is opened, such as closing a dialog. */
  onOpen?: () => void
}

export const RecordTitle = ({ record: { id, type, title }, isHere, onOpen }: RecordTitleProps) => {
  const { openRecord } = useNavigation()
  return (
    <span className={styles.record}>
      <TypeMark type={type} size={18} />
      {isHere
        ? <button type="button" className={styles.openRecord} dir="auto" title={title} onClick={() => { onOpen?.(); openRecord(id) }}>{title}</button>
        : <span className={styles.recordTitle} dir="auto" title={title}>{title}</span>}
    </span>
  )
}
