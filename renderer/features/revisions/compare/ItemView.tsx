/** One block as it reads, or the title of a section, with what differs from the other side marked. */
import { memo, useMemo } from 'react'
import { attachmentUrl } from '#renderer/client/files'
import { BodyView, type BlockPropsOf } from '#renderer/editor'
import { useNavigation } from '#renderer/ui/navigation'
import type { Body } from '#shared/model/body/body'
import { inlineText } from '#shared/model/body/walk'
import type { BodyItem, DifferenceRow } from '#shared/model/difference/bodies'
import { inlineParts } from '#shared/model/difference/texts'
import type { MarkedSide } from './markedBlocks'
import styles from './Compare.module.css'

const bodyOf = (item: BodyItem): Body => ({ version: 1, preamble: 'block' in item ? [item.block] : [], sections: [] })

/** `pictureUrl`: where pictures are, if not all of them are here. */
interface ItemViewProps { item: BodyItem; marked: MarkedSide; pictureUrl?: ((sha256: string) => string) | undefined }

export const ItemView = memo(({ item, marked, pictureUrl = attachmentUrl }: ItemViewProps) => {
  const { openRecord } = useNavigation()
  const body = useMemo(() => bodyOf(item), [item])
  const blockProps: BlockPropsOf = (id) => {
    const mark = marked.blocks.get(id)
    return mark && { 'data-difference': mark }
  }
  return <BodyView body={body} attachmentUrl={pictureUrl} onOpenRecord={openRecord} linesInParts={marked.lines} blockProps={blockProps} />
})
ItemView.displayName = 'ItemView'

/** A section's title, what differs from the other side's marked. */
export const SectionTitle = ({ title, other, side }: { title: string; other: string | undefined; side: 'before' | 'after' }) => {
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

/** What of a row stands on a side. */
export const itemOn = (row: DifferenceRow, side: 'before' | 'after'): BodyItem | undefined => {
  if (row.kind === (side === 'before' ? 'movedHere' : 'movedAway')) return undefined
  return side === 'before' ? ('before' in row ? row.before : undefined) : 'after' in row ? row.after : undefined
}
