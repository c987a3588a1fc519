/** One adoption as a line: who, how far, and what is to be known of it. */
import { StageTag } from '#renderer/ui/marks/StageTag'
import { useNavigation } from '#renderer/ui/navigation'
import type { AdoptionRow } from '#shared/contract/adoptions'
import { StandingMarks } from '../StandingMark'
import { unitOf } from '../unitOf'
import styles from '../adoptions.module.css'

export const AdoptionLine = ({ adoption }: { adoption: AdoptionRow }) => {
  const { openRecord } = useNavigation()
  const { row, actualDate, plannedDate } = adoption
  return (
    <li>
      <button type="button" className={styles.line} title={row.title} onClick={() => { openRecord(row.id) }}>
        <span className={styles.lineName} dir="auto">{unitOf(adoption)}</span>
        <span className={styles.lineDate}>{actualDate || plannedDate}</span>
        <StageTag stage={row.stage} />
        <StandingMarks adoption={adoption} />
      </button>
    </li>
  )
}
