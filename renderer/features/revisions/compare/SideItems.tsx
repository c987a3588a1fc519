/** One side of two: its blocks and titles as they read, or its text, with what the other does not say marked. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { inlineText } from '#shared/model/body/walk'
import { itemRows, type BodyItem, type DifferenceRow } from '#shared/model/difference/bodies'
import { inlineParts } from '#shared/model/difference/texts'
import { itemOn, ItemView, SectionTitle } from './ItemView'
import { markedSides, type BlockMark, type MarkedSide } from './markedBlocks'
import styles from './Compare.module.css'

/** The side before is marked as what goes, the side after as what comes. */
type Side = 'before' | 'after'

const unmarked: MarkedSide = { lines: new Map(), blocks: new Map() }

const wholly: Partial<Record<DifferenceRow['kind'], BlockMark>> = { removed: 'removed', added: 'added', movedAway: 'moved', movedHere: 'moved' }

const marksOf = (row: DifferenceRow, item: BodyItem, side: Side): MarkedSide => {
  const mark = wholly[row.kind]
  return mark && 'block' in item ? { lines: new Map(), blocks: new Map([[item.block.id, mark]]) } : markedSides(row)[side]
}

const titleOf = (item: BodyItem | undefined): string => (item && 'section' in item ? item.section.title : '')

interface SideItemsProps {
  items: readonly BodyItem[]
  side: Side
  /** What is compared with; nothing is marked without it. */
  against: readonly BodyItem[] | undefined
  pictureUrl?: ((sha256: string) => string) | undefined
}

export const SideItems = ({ items, side, against, pictureUrl }: SideItemsProps) => {
  const shown = useMemo(() => (against === undefined
    ? items.map((item) => ({ item, marked: unmarked, other: undefined }))
    : (side === 'before' ? itemRows(items, against) : itemRows(against, items)).flatMap((row) => {
      const item = itemOn(row, side)
      if (!item) return []
      return [{ item, marked: marksOf(row, item, side), other: row.kind === 'same' ? undefined : titleOf(itemOn(row, side === 'before' ? 'after' : 'before')) }]
    })), [items, side, against])
  return shown.map(({ item, marked, other }, index) => (
    <div key={index} className={styles.text}>
      {'section' in item ? <SectionTitle title={item.section.title} other={other} side={side} /> : <ItemView item={item} marked={marked} pictureUrl={pictureUrl} />}
    </div>
  ))
}

const lineOf = (text: string) => (text === '' ? [] : [{ type: 'text' as const, text }])

export const SideText = ({ text, side, against }: { text: string; side: Side; against: string | undefined }) => {
  const { t } = useTranslation('common')
  if (text === '') return <span className={styles.none}>{t('notGiven')}</span>
  const Tag = side === 'before' ? 'del' : 'ins'
  const own = side === 'before' ? 'removed' : 'added'
  const parts = against === undefined ? inlineParts(lineOf(text), lineOf(text)) : side === 'before' ? inlineParts(lineOf(text), lineOf(against)) : inlineParts(lineOf(against), lineOf(text))
  return (
    <span className={styles.value} dir="auto">
      {parts.filter(({ kind }) => kind === 'same' || kind === own).map(({ kind, inlines }, index) =>
        (kind === 'same' ? <span key={index}>{inlineText(inlines)}</span> : <Tag key={index}>{inlineText(inlines)}</Tag>))}
    </span>
  )
}
