/** Ids of blocks: once in a body, since citations, comments and merges point at blocks by them, and new in a copy. */
import { newBlockId } from '../ids'
import { isKnownBlock, type Block } from './blocks'
import type { Body } from './body'
import { isKnownInline, type Inline } from './inlines'

type GiveId = (id: string) => string

const inlinesWithIds = (list: readonly Inline[], give: GiveId): Inline[] =>
  list.map((inline) => (isKnownInline(inline) && inline.type === 'footnote' ? { ...inline, id: give(inline.id) } : inline))

const blocksWithIds = (list: readonly Block[], give: GiveId): Block[] => list.map((block): Block => {
  const own = { ...block, id: give(block.id) }
  if (!isKnownBlock(own)) return own
  switch (own.type) {
    case 'paragraph':
    case 'heading':
    case 'listItem': return { ...own, inlines: inlinesWithIds(own.inlines, give) }
    case 'quote':
    case 'callout': return { ...own, blocks: blocksWithIds(own.blocks, give) }
    case 'table': return { ...own, rows: own.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, blocks: blocksWithIds(cell.blocks, give) })) })) }
    case 'image':
    case 'divider': return own
  }
})

/** Copies of blocks under new ids, those of the blocks and footnotes inside them too. */
export const withNewIds = (blocks: readonly Block[]): Block[] => blocksWithIds(blocks, newBlockId)

/** The same body where every id is there once; of two with one id the first keeps it, the other gets what `another` makes of it. */
export const withUniqueIds = (body: Body, another: GiveId = newBlockId): Body => {
  const seen = new Set<string>()
  const once = (id: string): string => {
    let own = id
    while (seen.has(own)) own = another(own)
    seen.add(own)
    return own
  }
  return {
    ...body,
    preamble: blocksWithIds(body.preamble, once),
    sections: body.sections.map((section) => ({ ...section, id: once(section.id), blocks: blocksWithIds(section.blocks, once) })),
  }
}
