/** Blocks as Markdown, each as HTML where Markdown would lose something of it. */
import type { BlockContent, Blockquote, DefinitionContent, Heading, RootContent, Table } from 'mdast'
import { isKnownBlock, type Block, type ListItemBlock, type TableBlock } from '#shared/model/body/blocks'
import { isKnownInline, type Inline } from '#shared/model/body/inlines'
import type { Footnote, WriteContext } from './context'
import { calloutWords, sectionDepth, unknownMark } from './form'
import { citationHtml, htmlBlocks } from './html'
import { listRow } from './lists'
import { beginsWithWords, phrasing } from './phrasing'

type Flow = BlockContent | DefinitionContent

const html = (value: string): Flow => ({ type: 'html', value })

const deepestHeading = 6

const headingDepth = (level: number): Heading['depth'] | undefined => {
  const depth = level + sectionDepth
  return depth === 3 || depth === 4 || depth === 5 || depth === deepestHeading ? depth : undefined
}

/** Space at the edge of a cell is no part of it. */
const hasOpenEdge = (inline: Inline | undefined): boolean => inline !== undefined && isKnownInline(inline) && inline.type === 'text' && inline.text !== inline.text.trim()

/** The inlines of a cell of a table that Markdown has; undefined where it holds more than a line. */
const cellLine = (blocks: readonly Block[]): Inline[] | undefined => {
  const [only, ...rest] = blocks
  if (only === undefined || rest.length > 0 || !isKnownBlock(only) || only.type !== 'paragraph' || only.align !== undefined || only.indent !== undefined) return undefined
  return beginsWithWords(only.inlines) && !hasOpenEdge(only.inlines[0]) && !hasOpenEdge(only.inlines.at(-1)) ? only.inlines : undefined
}

/** A head of one row, every cell one line: what Markdown can draw. */
const tableNode = (context: WriteContext, { caption, columnWidths, rows }: TableBlock): Table | undefined => {
  const columns = rows[0]?.cells.length ?? 0
  if (caption !== undefined || columnWidths !== undefined || columns === 0) return undefined
  const fits = rows.every(({ cells }, row) => cells.length === columns && cells.every(({ header, colSpan, rowSpan, blocks }) =>
    header === (row === 0 ? 'column' : undefined) && colSpan === undefined && rowSpan === undefined && (blocks.length === 0 || cellLine(blocks) !== undefined)))
  return fits ? {
    type: 'table',
    children: rows.map(({ cells }) => ({ type: 'tableRow', children: cells.map(({ blocks }) => ({ type: 'tableCell', children: phrasing(context, cellLine(blocks) ?? [], true) })) })),
  } : undefined
}

/** A quote that begins so would be read as a callout. */
const looksLikeCallout = (blocks: readonly Block[]): boolean => {
  const [first] = blocks
  return first !== undefined && isKnownBlock(first) && first.type === 'paragraph' && first.inlines.some((inline, index) => index === 0 && isKnownInline(inline) && inline.type === 'text' && inline.text.startsWith('[!'))
}

const quoteNode = (children: Flow[]): Blockquote => ({ type: 'blockquote', children })

const isPlainPicture = (block: Extract<Block, { type: 'image' }>): boolean =>
  ['caption', 'align', 'width', 'height'].every((key) => block[key] === undefined)

const flowOf = (context: WriteContext, block: Block): Flow => {
  const asHtml = (): Flow => html(htmlBlocks(context, [block]))
  if (!isKnownBlock(block)) return html(unknownMark('block', block))
  switch (block.type) {
    case 'paragraph': return block.align !== undefined || block.indent !== undefined || !beginsWithWords(block.inlines) ? asHtml() : { type: 'paragraph', children: phrasing(context, block.inlines, false) }
    case 'heading': {
      const depth = headingDepth(block.level)
      return depth === undefined || block.align !== undefined || block.indent !== undefined ? asHtml() : { type: 'heading', depth, children: phrasing(context, block.inlines, true) }
    }
    case 'image': {
      const [picture] = phrasing(context, [{ type: 'image', attachment: block.attachment, alt: block.alt }], false)
      return isPlainPicture(block) && picture?.type === 'image' ? { type: 'paragraph', children: [picture] } : asHtml()
    }
    case 'quote': return looksLikeCallout(block.blocks) ? asHtml() : quoteNode([...flow(context, block.blocks), ...block.citation ? [html(citationHtml(context, block.citation))] : []])
    case 'callout': return quoteNode([{ type: 'paragraph', children: [{ type: 'html', value: `[!${calloutWords[block.tone]}]` }] }, ...flow(context, block.blocks)])
    case 'table': return tableNode(context, block) ?? asHtml()
    case 'divider': return { type: 'thematicBreak' }
    // Items come in rows.
    case 'listItem': return asHtml()
  }
}

const isItem = (block: Block): block is ListItemBlock => isKnownBlock(block) && block.type === 'listItem'

export const flow = (context: WriteContext, blocks: readonly Block[]): Flow[] => {
  const nodes: Flow[] = []
  let items: ListItemBlock[] = []
  const endRow = (): void => {
    nodes.push(...listRow(context, items))
    items = []
  }
  for (const block of blocks) {
    if (isItem(block)) { items.push(block); continue }
    endRow()
    nodes.push(flowOf(context, block))
  }
  endRow()
  return nodes
}

export const noteDefinition = (context: WriteContext, { inlines }: Footnote, label: string): RootContent => ({
  type: 'footnoteDefinition', identifier: label, label,
  children: beginsWithWords(inlines) ? [{ type: 'paragraph', children: phrasing(context, inlines, false) }] : [html(htmlBlocks(context, [{ type: 'paragraph', id: label, inlines }]))],
})
