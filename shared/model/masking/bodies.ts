/** The texts of a body, wherever they stand in it, changed in place. */
import {
  CalloutBlock, DividerBlock, HeadingBlock, ImageBlock, isKnownBlock, ListItemBlock, ParagraphBlock, QuoteBlock, TableBlock, TableCell, TableRow, type Block,
} from '../body/blocks'
import { Body, Section } from '../body/body'
import { changedLine } from './lines'
import { changedCitation, changedExtras, changedKeys, changedList, changedText, type ChangesIn } from './values'

/** What is to be changed in the texts that have a name of their own in the body: a block's id, a section's, or none. */
export type ChangesAt = (unit: string, section: string | null) => ChangesIn

const shapes = {
  paragraph: ParagraphBlock.shape, heading: HeadingBlock.shape, listItem: ListItemBlock.shape, table: TableBlock.shape, image: ImageBlock.shape, quote: QuoteBlock.shape,
  callout: CalloutBlock.shape, divider: DividerBlock.shape,
}

const changedRows = (rows: TableBlock['rows'], changesIn: ChangesIn, inside: (blocks: Block[]) => Block[]): TableBlock['rows'] =>
  changedList(rows, (row) => changedKeys(changedExtras(row, TableRow.shape, changesIn), (value, key) => (key !== 'cells' ? value
    : changedList(row.cells, (cell) => changedKeys(changedExtras(cell, TableCell.shape, changesIn), (own, name) => (name === 'blocks' ? inside(cell.blocks) : own))))))

const changedBlock = (block: Block, at: ChangesAt, section: string | null): Block => {
  const changesIn = at(block.id, section)
  const inside = (blocks: Block[]): Block[] => changedList(blocks, (each) => changedBlock(each, at, section))
  if (!isKnownBlock(block)) return changedExtras(block, {}, changesIn)
  const own = changedExtras(block, shapes[block.type], changesIn)
  switch (own.type) {
    case 'paragraph':
    case 'heading':
    case 'listItem': return changedKeys(own, (value, key) => (key === 'inlines' ? changedLine(own.inlines, changesIn) : value))
    case 'image':
      return changedKeys(own, (value, key) => ((key === 'alt' || key === 'caption') && typeof value === 'string' ? changedText(value, changesIn) : value))
    case 'quote':
      return changedKeys(own, (value, key) => (key === 'blocks' ? inside(own.blocks) : key === 'citation' && own.citation ? changedCitation(own.citation, changesIn) : value))
    case 'callout': return changedKeys(own, (value, key) => (key === 'blocks' ? inside(own.blocks) : value))
    case 'table': return changedKeys(own, (value, key) => {
      if (key === 'rows') return changedRows(own.rows, changesIn, inside)
      return key === 'caption' && typeof value === 'string' ? changedText(value, changesIn) : value
    })
    case 'divider': return own
  }
}

const changedSection = (section: Section, at: ChangesAt): Section => {
  const changesIn = at(section.id, section.title)
  return changedKeys(changedExtras(section, Section.shape, changesIn), (value, key) => {
    if (key === 'title') return changedText(section.title, changesIn)
    return key === 'blocks' ? changedList(section.blocks, (block) => changedBlock(block, at, section.title)) : value
  })
}

export const changedBody = (body: Body, at: ChangesAt): Body => changedKeys(changedExtras(body, Body.shape, at('', null)), (value, key) => {
  if (key === 'preamble') return changedList(body.preamble, (block) => changedBlock(block, at, null))
  return key === 'sections' ? changedList(body.sections, (section) => changedSection(section, at)) : value
})
