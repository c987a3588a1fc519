/** Ids once in a body: citations, comments and merges point at blocks by them. Of two with one id the first keeps it. */
import { newBlockId } from '../ids'
import { isKnownBlock, type Block } from './blocks'
import type { Body } from './body'
import { isKnownInline, type Inline } from './inlines'

/** The same body where every id is there once, else a copy in which later ones are new. */
export const withUniqueIds = (body: Body): Body => {
  const seen = new Set<string>()
  const once = (id: string): string => {
    if (!seen.has(id)) { seen.add(id); return id }
    const fresh = newBlockId()
    seen.add(fresh)
    return fresh
  }
  const inlines = (list: readonly Inline[]): Inline[] =>
    list.map((inline) => (isKnownInline(inline) && inline.type === 'footnote' ? { ...inline, id: once(inline.id) } : inline))
  const blocks = (list: readonly Block[]): Block[] => list.map((block): Block => {
    const own = { ...block, id: once(block.id) }
    if (!isKnownBlock(own)) return own
    switch (own.type) {
      case 'paragraph':
      case 'heading':
      case 'listItem': return { ...own, inlines: inlines(own.inlines) }
      case 'quote':
      case 'callout': return { ...own, blocks: blocks(own.blocks) }
      case 'table': return { ...own, rows: own.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, blocks: blocks(cell.blocks) })) })) }
      case 'image':
      case 'divider': return own
    }
  })
  return {
    ...body,
    preamble: blocks(body.preamble),
    sections: body.sections.map((section) => ({ ...section, id: once(section.id), blocks: blocks(section.blocks) })),
  }
}
