/** Walking a body: every block in reading order, its plain text, and what it refers to. */
import { isKnownBlock, type Block } from './blocks'
import { type Body, type Section } from './body'
import { isKnownInline, type Inline } from './inlines'

export interface PlacedBlock {
  block: Block
  /** The section it stands in; undefined in the preamble. */
  section: Section | undefined
}

/** The blocks that one holds. */
export const childBlocks = (block: Block): Block[] => {
  if (!isKnownBlock(block)) return []
  switch (block.type) {
    case 'quote':
    case 'callout': return block.blocks
    case 'table': return block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.blocks))
    case 'paragraph':
    case 'heading':
    case 'listItem':
    case 'image':
    case 'divider': return []
  }
}

function* walkBlocks(blocks: readonly Block[], section: Section | undefined): Generator<PlacedBlock> {
  for (const block of blocks) {
    yield { block, section }
    yield* walkBlocks(childBlocks(block), section)
  }
}

/** Every block of a body in reading order, a container before what it holds. */
export function* placedBlocks(body: Body): Generator<PlacedBlock> {
  yield* walkBlocks(body.preamble, undefined)
  for (const section of body.sections) yield* walkBlocks(section.blocks, section)
}

/** The inlines of one block itself, without those of the blocks it holds. */
export const blockInlines = (block: Block): Inline[] =>
  isKnownBlock(block) && (block.type === 'paragraph' || block.type === 'heading' || block.type === 'listItem') ? block.inlines : []

export const inlineText = (inlines: readonly Inline[]): string => inlines.map((inline) => {
  if (!isKnownInline(inline)) return ''
  switch (inline.type) {
    case 'text':
    case 'recordLink': return inline.text
    case 'break': return '\n'
    case 'link': return inlineText(inline.inlines)
    // A note is no part of the sentence that it hangs on: see blockNotes.
    case 'footnote': return ''
    case 'image': return inline.alt
  }
}).join('')

/** The text of one block itself: its line, its caption or alternative text. */
export const blockText = (block: Block): string => {
  if (!isKnownBlock(block)) return ''
  if (block.type === 'image') return block.caption ?? block.alt
  if (block.type === 'table') return block.caption ?? ''
  return inlineText(blockInlines(block))
}

/** A run of text and where it stands: what search, excerpts and word counts read. */
export interface TextPiece {
  text: string
  /** Undefined for a section's title. */
  blockId: string | undefined
  sectionId: string | undefined
}

/** The texts of the footnotes of one block itself. */
const blockNotes = (block: Block): string[] =>
  blockInlines(block).flatMap((inline) => (isKnownInline(inline) && inline.type === 'footnote' ? [inlineText(inline.inlines)] : []))

/** A block's own text, then its footnotes. */
const piecesOf = ({ block, section }: PlacedBlock): TextPiece[] =>
  [blockText(block), ...blockNotes(block)].map((text) => ({ text, blockId: block.id, sectionId: section?.id }))

/** All text of a body in reading order, section titles included, empty pieces left out. */
export const bodyPieces = (body: Body): TextPiece[] => [
  ...[...walkBlocks(body.preamble, undefined)].flatMap(piecesOf),
  ...body.sections.flatMap((section) => [
    { text: section.title, blockId: undefined, sectionId: section.id },
    ...[...walkBlocks(section.blocks, section)].flatMap(piecesOf),
  ]),
].filter((piece) => piece.text.trim() !== '')

/** The ids of the records that a body's text links to, each once. */
export const bodyRecordLinks = (body: Body): string[] => [...new Set([...placedBlocks(body)].flatMap(({ block }) =>
  blockInlines(block).flatMap((inline) => (isKnownInline(inline) && inline.type === 'recordLink' ? [inline.recordId] : []))))]

/** The hashes of the attachments that a body shows, each once. */
export const bodyAttachments = (body: Body): string[] => {
  const hashes = new Set<string>()
  for (const { block } of placedBlocks(body)) {
    if (isKnownBlock(block) && block.type === 'image') hashes.add(block.attachment)
    for (const inline of blockInlines(block)) if (isKnownInline(inline) && inline.type === 'image') hashes.add(inline.attachment)
  }
  return [...hashes]
}

/** The hashes of the attachments that a content shows or carries, each once. */
export const contentAttachments = ({ body, attachments }: { body: Body; attachments: readonly { sha256: string }[] }): string[] =>
  [...new Set([...attachments.map(({ sha256 }) => sha256), ...bodyAttachments(body)])]
