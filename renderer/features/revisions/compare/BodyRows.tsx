/** The rows of two bodies: each block beside what became of it, under the section that it stands in. */
import { ArrowUpDown, Minus, Pencil, Plus, UnfoldVertical, type LucideIcon } from 'lucide-react'
import { Fragment, memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { BodyItem, DifferenceRow } from '#shared/model/difference/bodies'
import type { Stretch } from './folding'
import { itemOn, ItemView, SectionTitle } from './ItemView'
import { markedSides } from './markedBlocks'
import type { Taken } from './TakenMark'
import { sectionTitles } from './sectionTitles'
import styles from './Compare.module.css'

const icons: Readonly<Record<Exclude<DifferenceRow['kind'], 'same'>, LucideIcon>> = { changed: Pencil, removed: Minus, added: Plus, movedAway: ArrowUpDown, movedHere: ArrowUpDown }

const titleOf = (item: BodyItem | undefined): string | undefined => (item && 'section' in item ? item.section.title : undefined)

const sides = ['before', 'after'] as const

/** What a difference is called: between two revisions of a record, or between two records beside one another. */
export type DifferenceWords = 'kind' | 'beside'

interface RowViewProps { row: DifferenceRow; title: string; isFirstOfChange: boolean; words: DifferenceWords; taken: Taken | undefined }

const RowView = memo(({ row, title, isFirstOfChange, words, taken }: RowViewProps) => {
  const { t } = useTranslation('revisions')
  const marked = useMemo(() => markedSides(row), [row])
  const Icon = row.kind === 'same' ? undefined : icons[row.kind]
  const isLooksOnly = row.kind === 'changed' && [...marked.after.blocks.values()].includes('looks') && [...marked.after.lines.values()].every((parts) => parts.every(({ kind }) => kind === 'same'))
  return (
    <tr className={styles.row} data-kind={row.kind} {...isFirstOfChange && { 'data-change': true, tabIndex: -1 }}>
      <th scope="row" className={styles.place}>
        <span>{title}</span>
        {Icon && <span className={styles.kind} data-kind={row.kind}><Icon size={13} aria-hidden="true" />{t(isLooksOnly ? `${words}.looks` : `${words}.${row.kind}`)}</span>}
      </th>
      {sides.map((side) => {
        const item = itemOn(row, side)
        const other = side === 'before' ? 'after' : 'before'
        if (!item) return <td key={side} className={styles.absent} />
        return (
          <td key={side} className={styles.text} data-side={side} data-taken={taken?.[side]}>
            {'section' in item
              ? <SectionTitle title={item.section.title} other={row.kind === 'changed' ? titleOf(itemOn(row, other)) : undefined} side={side} />
              : <ItemView item={item} marked={marked[side]} />}
          </td>
        )
      })}
    </tr>
  )
})
RowView.displayName = 'RowView'

interface BodyRowsProps {
  rows: readonly DifferenceRow[]
  stretches: readonly Stretch[]
  onUnfold: () => void
  words?: DifferenceWords
  /** The sides that are taken, where one can choose. */
  taken?: Taken
  /** What stands beside rows before the first section. */
  beginning?: string
}

export const BodyRows = ({ rows, stretches, onUnfold, words = 'kind', taken, beginning: said }: BodyRowsProps) => {
  const { t } = useTranslation('revisions')
  const beginning = said ?? t('compare.beginning')
  const titles = useMemo(() => sectionTitles(rows), [rows])
  /** A title is said where it begins, and again after what is folded. */
  const titleAt = (at: number, isAfterFold: boolean): string => {
    const title = titles[at] || beginning
    return at > 0 && !isAfterFold && (titles[at - 1] || beginning) === title ? '' : title
  }
  return stretches.map(({ start, end, isChange, isFolded }, place) => (
    <Fragment key={start}>
      {isFolded
        ? <tr><td colSpan={3} className={styles.fold}><button type="button" onClick={onUnfold}><UnfoldVertical size={13} aria-hidden="true" />{t('compare.folded', { count: end - start })}</button></td></tr>
        : rows.slice(start, end).map((row, index) => (
          <RowView key={index} row={row} title={titleAt(start + index, index === 0 && stretches[place - 1]?.isFolded === true)} isFirstOfChange={isChange && index === 0} words={words} taken={taken} />
        ))}
    </Fragment>
  ))
}
