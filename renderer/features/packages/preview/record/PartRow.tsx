/** One part that differs: what it is, how the sides came to differ, what is taken of it, and the sides themselves. */
import { ArrowDownToLine, CircleCheck, CircleDot, GitCompareArrows, GitMerge, PencilLine, type LucideIcon } from 'lucide-react'
import { Button, Segmented } from 'antd'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { MergePick } from '#shared/contract/packageMerge'
import type { ThreeWayPart } from '#shared/model/threeWay/parts'
import { HandText } from './HandText'
import { isLowered } from './lowered'
import { SideCell } from './SideCell'
import styles from './record.module.css'

type PartState = 'open' | 'chosen' | 'hand' | 'mine' | 'theirs' | 'both'

const icons: Readonly<Record<PartState, LucideIcon>> = { open: GitCompareArrows, chosen: CircleCheck, hand: PencilLine, mine: CircleDot, theirs: ArrowDownToLine, both: GitMerge }

/** What can be done with a part. */
export interface PartActions {
  pick: (part: ThreeWayPart, pick: MergePick) => void
  write: (part: ThreeWayPart) => void
  text: (part: ThreeWayPart, text: string) => void
  drop: (part: ThreeWayPart) => void
}

/** Single values, so that a row that nothing concerns is not drawn again: there may be hundreds. */
interface PartRowProps {
  part: ThreeWayPart
  label: string
  /** Which row and column of a list, where it is one. */
  detail: string
  /** How a field reads on each side. */
  base: string
  mine: string
  theirs: string
  /** What is taken of it; undefined where that is open. */
  pick: MergePick | undefined
  /** The text that was written in its place. */
  written: string | undefined
  isLong: boolean
  /** It was just begun to be written. */
  isBegun: boolean
  isBodyWritten: boolean
  canPick: boolean
  canWrite: boolean
  showsBase: boolean
  isBaseKnown: boolean
  pictureUrl: (sha256: string) => string
  actions: PartActions
}

const stateOf = ({ part, pick, written, isBodyWritten }: Pick<PartRowProps, 'part' | 'pick' | 'written' | 'isBodyWritten'>): PartState => {
  if (isBodyWritten || written !== undefined) return 'hand'
  if (part.taken !== null) return part.taken
  return pick === undefined ? 'open' : 'chosen'
}

const pickKeys: Readonly<Record<MergePick, string>> = { mine: '1', theirs: '2', both: '3' }

export const PartRow = memo((props: PartRowProps) => {
  const { part, label, detail, base, mine, theirs, pick, written, isLong, isBegun, canPick, canWrite, showsBase, isBaseKnown, pictureUrl, actions } = props
  const { t } = useTranslation('packages')
  const state = stateOf(props)
  const Icon = icons[state]
  const isHand = state === 'hand'
  const isTaken = (side: 'mine' | 'theirs'): boolean | undefined => (isHand || !canPick || pick === undefined ? undefined : pick === side || pick === 'both')
  const comparesBase = showsBase && isBaseKnown
  const what = [label, detail].filter((text) => text !== '').join(' ')
  return (
    <>
      <tr className={styles.row} data-part={part.key} data-state={state} tabIndex={-1}>
        <th scope="row" className={styles.place}>
          <span className={styles.name}>
            <span className={styles.label}>{label}</span>
            {detail !== '' && <span className={styles.detail}>{detail}</span>}
            <span className={styles.state} data-state={state}><Icon size={13} aria-hidden="true" />{t(state === 'open' && isLowered(part) ? 'part.lowered' : isBaseKnown || state !== 'open' ? `part.${state}` : 'part.unknown')}</span>
          </span>
          {!isHand && (
            <span className={styles.choices}>
              {canPick && (
                <Segmented<MergePick | ''>
                  size="small" aria-label={t('merge.choose', { what })} value={pick ?? ''} onChange={(next) => { if (next !== '') actions.pick(part, next) }}
                  options={part.choices.map((choice) => ({ value: choice, label: t(`pick.${choice}`), title: pickKeys[choice] }))}
                />
              )}
              {canWrite && (
                <Button type="link" size="small" className={styles.byHand ?? ''} icon={<PencilLine size={13} />} aria-label={t('hand.of', { what })} title={t('hand.write')} onClick={() => { actions.write(part) }}>
                  {part.taken === null && t('hand.write')}
                </Button>
              )}
            </span>
          )}
        </th>
        {showsBase && <SideCell part={part} side="base" text={base} against={undefined} isTaken={undefined} pictureUrl={pictureUrl} />}
        <SideCell part={part} side="mine" text={mine} against={comparesBase ? { side: 'base', text: base } : { side: 'theirs', text: theirs }} isTaken={isTaken('mine')} pictureUrl={pictureUrl} />
        <SideCell part={part} side="theirs" text={theirs} against={comparesBase ? { side: 'base', text: base } : { side: 'mine', text: mine }} isTaken={isTaken('theirs')} pictureUrl={pictureUrl} />
      </tr>
      {written !== undefined && 'field' in part && (
        <tr data-written={part.key}>
          <td colSpan={showsBase ? 4 : 3} className={styles.hand}>
            <HandText
              what={what} text={written} isTitle={part.field === 'title'} isLong={isLong} isBegun={isBegun}
              onText={(text) => { actions.text(part, text) }} onDrop={() => { actions.drop(part) }}
            />
          </td>
        </tr>
      )}
    </>
  )
})
PartRow.displayName = 'PartRow'
