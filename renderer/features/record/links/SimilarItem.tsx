/** One record that is like this one: what it is, and whether the two are perhaps the same. All of the row opens it. */
import { Copy } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { StageTag } from '#renderer/ui/marks/StageTag'
import type { SimilarRecord } from '#shared/contract/search'
import { isNearDuplicate } from '#shared/model/search'
import { RecordName } from './RecordName'
import styles from './SimilarRecords.module.css'

const NearMark = ({ resemblance }: Pick<SimilarRecord, 'resemblance'>) => {
  const { t } = useTranslation('record')
  // Rounded down, so that only what is wholly the same is said to be.
  return <span className={styles.near}><Copy size={13} aria-hidden="true" />{t('similar.near', { percent: Math.floor(resemblance * 100) })}</span>
}

export const SimilarItem = ({ similar: { row, resemblance } }: { similar: SimilarRecord }) => {
  const about = useId()
  const { number, team, unit, stage } = row
  return (
    <li className={styles.item}>
      <RecordName row={row} describedBy={about} />
      <div id={about} className={styles.about}>
        <span className={styles.where}>{[number, team || unit].filter((part) => part !== '').join('　')}</span>
        <span className={styles.marks}>
          <StageTag stage={stage} type={row.type} />
          {isNearDuplicate(resemblance) && <NearMark resemblance={resemblance} />}
        </span>
      </div>
    </li>
  )
}
