/**
 * A document, of whatever format, as a flat row of pieces: lines of text, of which any may turn out to be a heading or the title,
 * and finished blocks.
 */
import type { Align, Block } from '#shared/model/body/blocks'
import type { Inline } from '#shared/model/body/inlines'

export interface ItemNumber {
  /** As it stands before the text; empty for a bullet. */
  label: string
  value: number
  /** 0 to 8. */
  level: number
  bullet: boolean
  /** It belongs to a numbering of the levels 一、（一）1.（1）①. */
  scheme?: 'chinese'
  /** A bullet that is a box to tick. */
  box?: 'open' | 'ticked'
}

export interface Line {
  kind: 'line'
  inlines: Inline[]
  /** Without notes, pictures and automatic number, trimmed. */
  text: string
  align: Align | undefined
  /** Automatic number; `list` tells one numbering from another. */
  number: (ItemNumber & { list: string; /** It comes with the style. */ byStyle: boolean }) | undefined
  styleName: string
  /** By style or by itself: 0 is the highest, 9 is body text; undefined where nothing is said. */
  outline: number | undefined
  /** Every character is bold. */
  bold: boolean
  /** Set in a face that Chinese documents use for titles and headings (黑体, 小标宋). */
  headingFace: boolean
  /** Points: the size of most of its characters. */
  size: number
  boxed: boolean
  contents: boolean
  /** Kept on one page with what follows. */
  keepNext: boolean
  /** It heads a section, of this key or of none: a file that the app wrote says so. */
  section: { key: string | null } | undefined
}

/** What a style says of itself to be body text: no look of a line makes it a heading then. */
export const bodyTextLevel = 9

export interface FinishedBlock { kind: 'block'; block: Block }
export type Piece = Line | FinishedBlock
