/** One side of a part: what stands there, what it does not share with the other marked, and whether it is taken. */
import { useTranslation } from 'react-i18next'
import { SideItems, SideText, TakenMark } from '#renderer/features/revisions'
import type { ThreeWayPart } from '#shared/model/threeWay/parts'
import type { PartSide, PartTexts } from './usePartTexts'
import styles from './record.module.css'

interface SideCellProps {
  part: ThreeWayPart
  side: PartSide
  /** The side that is compared with; nothing is marked without it. */
  against: PartSide | undefined
  texts: PartTexts
  /** Undefined where one can't choose. */
  isTaken: boolean | undefined
  pictureUrl: (sha256: string) => string
}

export const SideCell = ({ part, side, against, texts, isTaken, pictureUrl }: SideCellProps) => {
  const { t } = useTranslation('packages')
  const as = side === 'theirs' ? 'after' : 'before'
  const items = 'field' in part ? undefined : part[side]
  return (
    <td className={styles.side} data-side={side} data-taken={isTaken}>
      {isTaken !== undefined && <TakenMark isTaken={isTaken} />}
      {'field' in part
        ? <SideText text={texts.textOf(part, side)} side={as} against={against && texts.textOf(part, against)} />
        : <SideItems items={part[side]} side={as} against={against && part[against]} pictureUrl={pictureUrl} />}
      {items?.length === 0 && <span className={styles.nothing}>{t(side !== 'base' && !('field' in part) && part.base.length > 0 ? 'merge.deleted' : 'merge.absent')}</span>}
    </td>
  )
}
