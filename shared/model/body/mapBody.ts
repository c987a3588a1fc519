/** Bodies with something in them changed or left out, wherever it stands; all else stays the very same. */
import { isKnownBlock, type Block } from './blocks'
import type { Body } from './body'
import type { Inline } from './inlines'

/** Changes the blocks of a body from the inside out; what `change` answers with none of goes. */
export const mapBlocks = (body: Body, change: (block: Block) => Block | undefined): Body => {
  const mapped = (block: Block): Block | undefined => {
    if (!isKnownBlock(block)) return change(block)
    if (block.type === 'quote' || block.type === 'callout') return change({ ...block, blocks: mapAll(block.blocks) })
    if (block.type === 'table') return change({ ...block, rows: block.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, blocks: mapAll(cell.blocks) })) })) })
    return change(block)
  }
  const mapAll = (blocks: readonly Block[]): Block[] => blocks.flatMap((block) => mapped(block) ?? [])
  return { ...body, preamble: mapAll(body.preamble), sections: body.sections.map((section) => ({ ...section, blocks: mapAll(section.blocks) })) }
}

/** Changes what stands in the lines of a body; what `change` answers with none of goes. */
export const mapInlines = (body: Body, change: (inline: Inline, blockId: string) => Inline | undefined): Body => mapBlocks(body, (block) => {
  if (!isKnownBlock(block) || (block.type !== 'paragraph' && block.type !== 'heading' && block.type !== 'listItem')) return block
  return { ...block, inlines: block.inlines.flatMap((inline) => change(inline, block.id) ?? []) }
})
