/** One adoption as a line: who, how far, and what is to be known of it. */
import { StageTag } from '#renderer/ui/marks/StageTag'
import { useNavigation } from '#renderer/ui/navigation'
import { useEditionName } from '#renderer/ui/useEditionName'
import type { AdoptionRow } from '#shared/contract/adoptions'
import { StandingMarks } from '../StandingMark'
import { unitOf } from '../unitOf'
import styles from '../adoptions.module.css'

/** `namesEdition`: among those of other editions each says which it is. */
export const AdoptionLine = ({ adoption, namesEdition = false }: { adoption: AdoptionRow; namesEdition?: boolean }) => {
  const editionName = useEditionName()
  const { openRecord } = useNavigation()
  const { row, edition, actualDate, plannedDate } = adoption
  return (
    <li>
      <button type="button" className={styles.line} title={row.title} onClick={() => { openRecord(row.id) }}>
        <span className={styles.lineName} dir="auto">{unitOf(adoption)}</span>
        <span className={styles.lineDate}>{actualDate || plannedDate}</span>
        <StageTag stage={row.stage} />
        <span className={styles.lineBelow}>{namesEdition && edition !== null && <span>{editionName(edition)}</span>}<StandingMarks adoption={adoption} /></span>
      </button>
    </li>
  )
}
