/** The footnotes of a body in reading order. */
import type { Body } from '#shared/model/body/body'
import { isKnownInline, type KnownInline } from '#shared/model/body/inlines'
import { blockInlines, placedBlocks } from '#shared/model/body/walk'

export type Footnote = Extract<KnownInline, { type: 'footnote' }>

export const bodyFootnotes = (body: Body): Footnote[] => [...placedBlocks(body)].flatMap(({ block }) =>
  blockInlines(block).filter((inline): inline is Footnote => isKnownInline(inline) && inline.type === 'footnote'))
