/** The rows of two bodies: each block beside what became of it, under the section that it stands in. */
import { ArrowUpDown, Minus, Pencil, Plus, UnfoldVertical, type LucideIcon } from 'lucide-react'
import { Fragment, memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { attachmentUrl } from '#renderer/client/files'
import { BodyView, type BlockPropsOf } from '#renderer/editor'
import { useNavigation } from '#renderer/ui/navigation'
import type { Body } from '#shared/model/body/body'
import type { BodyItem, DifferenceRow } from '#shared/model/difference/bodies'
import { inlineText } from '#shared/model/body/walk'
import { inlineParts } from '#shared/model/difference/texts'
import type { Stretch } from './folding'
import { markedSides, type MarkedSide } from './markedBlocks'
import type { Taken } from './TakenMark'
import { sectionTitles } from './sectionTitles'
import styles from './Compare.module.css'

const icons: Readonly<Record<Exclude<DifferenceRow['kind'], 'same'>, LucideIcon>> = { changed: Pencil, removed: Minus, added: Plus, movedAway: ArrowUpDown, movedHere: ArrowUpDown }

const bodyOf = (item: BodyItem): Body => ({ version: 1, preamble: 'block' in item ? [item.block] : [], sections: [] })

const ItemView = memo(({ item, marked }: { item: BodyItem; marked: MarkedSide }) => {
  const { openRecord } = useNavigation()
  const body = useMemo(() => bodyOf(item), [item])
  const blockProps: BlockPropsOf = (id) => {
    const mark = marked.blocks.get(id)
    return mark && { 'data-difference': mark }
  }
  return <BodyView body={body} attachmentUrl={attachmentUrl} onOpenRecord={openRecord} linesInParts={marked.lines} blockProps={blockProps} />
})
ItemView.displayName = 'ItemView'

/** A section's title, what differs from the other side's marked. */
const SectionTitle = ({ title, other, side }: { title: string; other: string | undefined; side: 'before' | 'after' }) => {
  if (other === undefined || other === title) return <h3 className={styles.section}>{title}</h3>
  const line = (text: string) => [{ type: 'text' as const, text }]
  const parts = side === 'before' ? inlineParts(line(title), line(other)) : inlineParts(line(other), line(title))
  const Tag = side === 'before' ? 'del' : 'ins'
  return (
    <h3 className={styles.section}>
      {parts.filter(({ kind }) => kind !== (side === 'before' ? 'added' : 'removed')).map(({ kind, inlines }, index) =>
        (kind === 'same' ? <span key={index}>{inlineText(inlines)}</span> : <Tag key={index}>{inlineText(inlines)}</Tag>))}
    </h3>
  )
}

const titleOf = (item: BodyItem | undefined): string | undefined => (item && 'section' in item ? item.section.title : undefined)

const itemOn = (row: DifferenceRow, side: 'before' | 'after'): BodyItem | undefined => {
  if (row.kind === (side === 'before' ? 'movedHere' : 'movedAway')) return undefined
  return side === 'before' ? ('before' in row ? row.before : undefined) : 'after' in row ? row.after : undefined
}

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
