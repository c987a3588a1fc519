/** The pictures of a body: how often one is shown, and showing another in its place. */
import { isKnownBlock, type Block } from './blocks'
import type { Body } from './body'
import { isKnownInline, type Inline } from './inlines'
import { blockInlines, placedBlocks } from './walk'

export const countPictures = (body: Body, sha256: string): number => {
  let found = 0
  for (const { block } of placedBlocks(body)) {
    if (isKnownBlock(block) && block.type === 'image' && block.attachment === sha256) found += 1
    for (const inline of blockInlines(block)) if (isKnownInline(inline) && inline.type === 'image' && inline.attachment === sha256) found += 1
  }
  return found
}

/** A body in which the picture with the hash `to` stands wherever `from` stood, as wide as that; its height follows from its own shape. */
export const withPicture = (body: Body, from: string, to: string): Body => {
  const ofInline = (inline: Inline): Inline => {
    if (!isKnownInline(inline) || inline.type !== 'image' || inline.attachment !== from) return inline
    const { height: _height, ...picture } = inline
    return { ...picture, attachment: to }
  }
  const ofBlock = (block: Block): Block => {
    if (!isKnownBlock(block)) return block
    switch (block.type) {
      case 'quote':
      case 'callout': return { ...block, blocks: block.blocks.map(ofBlock) }
      case 'table': return { ...block, rows: block.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, blocks: cell.blocks.map(ofBlock) })) })) }
      case 'image': {
        if (block.attachment !== from) return block
        const { height: _height, ...picture } = block
        return { ...picture, attachment: to }
      }
      case 'paragraph':
      case 'heading':
      case 'listItem': return { ...block, inlines: block.inlines.map(ofInline) }
      case 'divider': return block
    }
  }
  return { ...body, preamble: body.preamble.map(ofBlock), sections: body.sections.map((section) => ({ ...section, blocks: section.blocks.map(ofBlock) })) }
}
