/** One side of a part: what stands there, what it does not share with the other marked, and whether it is taken. */
import { useTranslation } from 'react-i18next'
import { SideItems, SideText, TakenMark } from '#renderer/features/revisions'
import type { ThreeWayPart } from '#shared/model/threeWay/parts'
import type { PartSide } from './usePartTexts'
import styles from './record.module.css'

interface SideCellProps {
  part: ThreeWayPart
  side: PartSide
  /** How it reads, where it is a field. */
  text: string
  /** The side that is compared with; nothing is marked without it. */
  against: { side: PartSide; text: string } | undefined
  /** Undefined where one can't choose. */
  isTaken: boolean | undefined
  pictureUrl: (sha256: string) => string
}

export const SideCell = ({ part, side, text, against, isTaken, pictureUrl }: SideCellProps) => {
  const { t } = useTranslation('packages')
  const as = side === 'theirs' ? 'after' : 'before'
  return (
    <td className={styles.side} data-side={side} data-taken={isTaken}>
      {isTaken !== undefined && <TakenMark isTaken={isTaken} />}
      {'field' in part
        ? <SideText text={text} side={as} against={against?.text} />
        : <SideItems items={part[side]} side={as} against={against && part[against.side]} pictureUrl={pictureUrl} />}
      {!('field' in part) && part[side].length === 0 && <span className={styles.nothing}>{t(side !== 'base' && part.base.length > 0 ? 'merge.deleted' : 'merge.absent')}</span>}
    </td>
  )
}
