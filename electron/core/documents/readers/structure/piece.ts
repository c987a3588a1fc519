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
}

export interface Line {
  kind: 'line'
  inlines: Inline[]
  /** Without notes, pictures and automatic number, trimmed. */
  text: string
  align: Align | undefined
  /** Automatic number; `list` tells one numbering from another. */
  number: (ItemNumber & { list: string }) | undefined
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
}

export interface FinishedBlock { kind: 'block'; block: Block }
export type Piece = Line | FinishedBlock
