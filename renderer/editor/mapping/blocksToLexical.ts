/** Blocks of a body as Lexical nodes. */
import { $createListItemNode, $createListNode, type ListItemNode, type ListNode } from '@lexical/list'
import { $createHeadingNode, type HeadingTagType } from '@lexical/rich-text'
import { $createTableCellNode, $createTableNode, $createTableRowNode, TableCellHeaderStates, type TableCellNode, type TableNode } from '@lexical/table'
import { $createParagraphNode, $setState, type ElementNode, type LexicalNode, type ParagraphNode } from 'lexical'
import { isKnownBlock, type Align, type Block, type ListItemBlock, type TableBlock, type TableCell } from '#shared/model/body/blocks'
import type { Inline } from '#shared/model/body/inlines'
import { $createBlockAtomNode } from '../nodes/BlockAtomNode'
import { $createContainerNode } from '../nodes/ContainerNode'
import { $inlineNodes } from './inlinesToLexical'
import { gatherLists, nestLists, type ListTree } from './listTree'
import { $carry, fillerState, listSchemeState, listStartState, type Kept } from './nodeState'

/** Holds the caret where a part of the body is empty. */
export const $createFiller = (): ParagraphNode => $setState($createParagraphNode(), fillerState, true)

interface Line { align?: Align | undefined, indent?: number | undefined, inlines: readonly Inline[] }

const $fillLine = <T extends ElementNode>(node: T, { align, indent, inlines }: Line): T => {
  if (align) node.setFormat(align)
  if (indent) node.setIndent(indent)
  node.append(...$inlineNodes(inlines))
  return node
}

/** An indent of 0 looks like none and is carried, so that it reads back as it was written. */
const explicitZero = (indent: number | undefined): Kept => (indent === 0 ? { indent } : {})

const headingTags: readonly HeadingTagType[] = ['h1', 'h2', 'h3', 'h4', 'h5']

const $listItemNode = ({ type: _type, id, align, inlines, list, level: _level, start, checked, scheme, ...kept }: ListItemBlock): ListItemNode => {
  const node = $createListItemNode(list === 'check' ? checked : undefined)
  const carried = checked !== undefined && (list !== 'check' || !checked) ? { ...kept, checked } : kept
  if (start !== undefined) $setState(node, listStartState, start)
  if (scheme) $setState(node, listSchemeState, scheme)
  return $fillLine($carry(node, id, carried), { align, inlines })
}

const $listNode = ({ kind, entries }: ListTree): ListNode => $createListNode(kind).append(...entries.map((entry) =>
  'item' in entry ? $listItemNode(entry.item) : $createListItemNode().append($listNode(entry.nested))))

const headerStates = { column: TableCellHeaderStates.ROW, row: TableCellHeaderStates.COLUMN, both: TableCellHeaderStates.BOTH }

const $cellNode = ({ colSpan, rowSpan, header, blocks, ...kept }: TableCell): TableCellNode => {
  const node = $createTableCellNode(header ? headerStates[header] : TableCellHeaderStates.NO_STATUS, colSpan ?? 1)
  node.setRowSpan(rowSpan ?? 1)
  return $carry(node, '', kept).append(...$filledBlockNodes(blocks))
}

const $tableNode = ({ type: _type, id, columnWidths, rows, ...kept }: TableBlock): TableNode => {
  const node = $createTableNode()
  if (columnWidths) node.setColWidths(columnWidths)
  return $carry(node, id, kept).append(...rows.map(({ cells, ...keptOfRow }) =>
    $carry($createTableRowNode(), '', keptOfRow).append(...cells.map($cellNode))))
}

const $blockNode = (block: Block): LexicalNode => {
  if (!isKnownBlock(block)) return $atomNode(block)
  switch (block.type) {
    case 'paragraph': {
      const { type: _type, id, align, indent, inlines, ...kept } = block
      return $fillLine($carry($createParagraphNode(), id, { ...kept, ...explicitZero(indent) }), { align, indent, inlines })
    }
    case 'heading': {
      const { type: _type, id, align, indent, inlines, level, ...kept } = block
      const node = $createHeadingNode(headingTags[level - 1])
      return $fillLine($carry(node, id, { ...kept, ...explicitZero(indent) }), { align, indent, inlines })
    }
    case 'quote':
    case 'callout': {
      const { id, blocks, ...container } = block
      return $carry($createContainerNode(container), id, {}).append(...$filledBlockNodes(blocks))
    }
    case 'table': return $tableNode(block)
    case 'listItem': return $listNode({ kind: block.list, entries: [{ item: block }] })
    case 'image':
    case 'divider': return $atomNode(block)
  }
}

const $atomNode = ({ id, ...block }: Block): LexicalNode => $carry($createBlockAtomNode(block), id, {})

export const $blockNodes = (blocks: readonly Block[]): LexicalNode[] => gatherLists(blocks).flatMap((part) =>
  'list' in part ? nestLists(part.list).map($listNode) : [$blockNode(part.block)])

/** Blocks of something that Lexical does not leave empty. */
export const $filledBlockNodes = (blocks: readonly Block[]): LexicalNode[] => (blocks.length > 0 ? $blockNodes(blocks) : [$createFiller()])
