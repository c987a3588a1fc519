/** A line as blocks: pictures that stand alone in one are blocks of their own. */
import type { Block } from '#shared/model/body/blocks'
import { isKnownInline, type Inline } from '#shared/model/body/inlines'
import { newBlockId } from '#shared/model/ids'

const isBlank = (inline: Inline): boolean => inline.type === 'break' || (isKnownInline(inline) && inline.type === 'text' && inline.text.trim() === '')

export const linePieces = (inlines: readonly Inline[]): Block[] => {
  if (inlines.every(isBlank)) return []
  const pictures = inlines.flatMap((inline): Block[] => (isKnownInline(inline) && inline.type === 'image' ? [{ ...inline, id: newBlockId() }] : []))
  const isPicturesOnly = inlines.every((inline) => inline.type === 'image' || isBlank(inline))
  return isPicturesOnly ? pictures : [{ type: 'paragraph', id: newBlockId(), inlines: [...inlines] }]
}
