/** One part that differs: what it is, how the sides came to differ, what is taken of it, and the sides themselves. */
import { ArrowDownToLine, CircleCheck, CircleDot, GitCompareArrows, GitMerge, PencilLine, type LucideIcon } from 'lucide-react'
import { Button, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import type { MergePick } from '#shared/contract/packageMerge'
import type { ThreeWayPart } from '#shared/model/threeWay/parts'
import { HandText } from './HandText'
import { SideCell } from './SideCell'
import type { PartTexts } from './usePartTexts'
import styles from './record.module.css'

export type PartState = 'open' | 'chosen' | 'hand' | 'mine' | 'theirs' | 'both'

const icons: Readonly<Record<PartState, LucideIcon>> = { open: GitCompareArrows, chosen: CircleCheck, hand: PencilLine, mine: CircleDot, theirs: ArrowDownToLine, both: GitMerge }

interface PartRowProps {
  part: ThreeWayPart
  texts: PartTexts
  /** What is taken of it; undefined where that is open, or written by hand. */
  pick: MergePick | undefined
  hand: { text: string | undefined; isBody: boolean; isBegun: boolean }
  showsBase: boolean
  isBaseKnown: boolean
  pictureUrl: (sha256: string) => string
  /** Undefined where nothing can be chosen. */
  onPick: ((pick: MergePick) => void) | undefined
  /** Undefined where it is nothing to write. */
  onHand: (() => void) | undefined
  onText: (text: string) => void
  onDropHand: () => void
}

const stateOf = ({ part, pick, hand }: Pick<PartRowProps, 'part' | 'pick' | 'hand'>): PartState => {
  if (hand.isBody || hand.text !== undefined) return 'hand'
  if (part.taken !== null) return part.taken
  return pick === undefined ? 'open' : 'chosen'
}

const pickKeys: Readonly<Record<MergePick, string>> = { mine: '1', theirs: '2', both: '3' }

export const PartRow = ({ part, texts, pick, hand, showsBase, isBaseKnown, pictureUrl, onPick, onHand, onText, onDropHand }: PartRowProps) => {
  const { t } = useTranslation('packages')
  const [label, detail] = [texts.labelOf(part), texts.detailOf(part)]
  const state = stateOf({ part, pick, hand })
  const Icon = icons[state]
  const isHand = state === 'hand'
  const isTaken = (side: 'mine' | 'theirs'): boolean | undefined => (isHand || !onPick || pick === undefined ? undefined : pick === side || pick === 'both')
  const against = (side: 'mine' | 'theirs') => (showsBase && isBaseKnown ? 'base' : side === 'mine' ? 'theirs' : 'mine')
  const isLowered = part.key === 'confidentiality' && state === 'open'
  const what = [label, detail].filter((text) => text !== '').join(' ')
  return (
    <>
      <tr className={styles.row} data-part={part.key} data-state={state} tabIndex={-1}>
        <th scope="row" className={styles.place}>
          <span className={styles.name}>
            <span className={styles.label}>{label}</span>
            {detail !== '' && <span className={styles.detail}>{detail}</span>}
            <span className={styles.state} data-state={state}><Icon size={13} aria-hidden="true" />{t(isLowered ? 'part.lowered' : isBaseKnown || state !== 'open' ? `part.${state}` : 'part.unknown')}</span>
          </span>
          {!isHand && (
            <span className={styles.choices}>
              {onPick && (
                <Segmented<MergePick | ''>
                  size="small" aria-label={t('merge.choose', { what })} value={pick ?? ''} onChange={(next) => { if (next !== '') onPick(next) }}
                  options={part.choices.map((choice) => ({ value: choice, label: t(`pick.${choice}`), title: pickKeys[choice] }))}
                />
              )}
              {onHand && <Button type="link" size="small" className={styles.byHand ?? ''} icon={<PencilLine size={13} />} aria-label={t('hand.of', { what })} title={t('hand.write')} onClick={onHand}>{part.taken === null && t('hand.write')}</Button>}
            </span>
          )}
        </th>
        {showsBase && <SideCell part={part} side="base" against={undefined} texts={texts} isTaken={undefined} pictureUrl={pictureUrl} />}
        <SideCell part={part} side="mine" against={against('mine')} texts={texts} isTaken={isTaken('mine')} pictureUrl={pictureUrl} />
        <SideCell part={part} side="theirs" against={against('theirs')} texts={texts} isTaken={isTaken('theirs')} pictureUrl={pictureUrl} />
      </tr>
      {hand.text !== undefined && 'field' in part && (
        <tr><td colSpan={showsBase ? 4 : 3} className={styles.hand}><HandText what={what} isTitle={part.field === 'title'} isLong={texts.fieldOf(part)?.kind === 'longText' || part.field === 'summary'} text={hand.text} isBegun={hand.isBegun} onText={onText} onDrop={onDropHand} /></td></tr>
      )}
    </>
  )
}
