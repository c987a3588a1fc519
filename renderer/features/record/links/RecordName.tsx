/** A record in a narrow list: its mark and its title, which opens it. */
import { TypeMark } from '#renderer/ui/marks/TypeMark'
import { useNavigation } from '#renderer/ui/navigation'
import type { RecordRow } from '#shared/contract/records'
import styles from '../side/SidePanel.module.css'

interface RecordNameProps {
  row: RecordRow
  /** The id of what says more of it. */
  describedBy?: string
}

export const RecordName = ({ row: { id, type, title }, describedBy }: RecordNameProps) => {
  const { openRecord } = useNavigation()
  return (
    <>
      <TypeMark type={type} size={18} />
      <button type="button" className={styles.open} dir="auto" title={title} aria-describedby={describedBy} onClick={() => openRecord(id)}>{title}</button>
    </>
  )
}
