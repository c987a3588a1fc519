/** Lexical nodes read back as blocks of a body. Nothing that the editor shows is left out but its fillers. */
import { $isListItemNode, $isListNode, type ListItemNode, type ListNode } from '@lexical/list'
import { $isHeadingNode } from '@lexical/rich-text'
import { $isTableCellNode, $isTableNode, $isTableRowNode, TableCellHeaderStates, type TableCellNode, type TableNode, type TableRowNode } from '@lexical/table'
import { $getState, $isElementNode, $isParagraphNode, type ElementNode, type LexicalNode } from 'lexical'
import type { z } from 'zod'
import { Align, Block, type HeadingBlock, type ListItemBlock, type ParagraphBlock, type TableBlock, type TableCell, type TableRow } from '#shared/model/body/blocks'
import { $isBlockAtomNode } from '../nodes/BlockAtomNode'
import { $isContainerNode } from '../nodes/ContainerNode'
import { $readInlines } from './lexicalToInlines'
import { $bodyId, fillerState, keptState, listSchemeState, listStartState } from './nodeState'

const maxIndent = 12
const maxLevel = 8

const $align = (node: ElementNode): { align?: z.infer<typeof Align> } => {
  const align = Align.options.find((each) => each === node.getFormatType())
  return align ? { align } : {}
}

const $indent = (node: ElementNode): { indent?: number } => {
  const indent = Math.min(node.getIndent(), maxIndent)
  return indent > 0 ? { indent } : {}
}

const $paragraph = (node: ElementNode, inlineNodes: readonly LexicalNode[]): z.infer<typeof ParagraphBlock> => ({
  ...$getState(node, keptState), type: 'paragraph', id: $bodyId(node), ...$align(node), ...$indent(node), inlines: $readInlines(inlineNodes),
})

const $readHeading = (node: ElementNode, tag: string): z.infer<typeof HeadingBlock> => ({
  ...$getState(node, keptState), type: 'heading', id: $bodyId(node), level: Math.min(Number(tag.slice(1)), 5),
  ...$align(node), ...$indent(node), inlines: $readInlines(node.getChildren()),
})

/** `checked` is written where it is true, or where it was written before. */
const $checked = (node: ListItemNode, isCheck: boolean, carried: unknown): { checked?: boolean } => {
  if (!isCheck) return typeof carried === 'boolean' ? { checked: carried } : {}
  if (node.getChecked()) return { checked: true }
  return carried === undefined ? {} : { checked: false }
}

const $readItem = (node: ListItemNode, list: ListNode, level: number, isFirst: boolean): ListItemBlock => {
  const { checked: carried, ...kept } = $getState(node, keptState)
  const ownStart = $getState(node, listStartState)
  const scheme = $getState(node, listSchemeState)
  // Lexical numbers on behind a paragraph by giving the second list a start.
  const start = ownStart >= 0 ? ownStart : isFirst && list.getListType() === 'number' && list.getStart() !== 1 ? list.getStart() : undefined
  return {
    ...kept, type: 'listItem', id: $bodyId(node), list: list.getListType(), level: Math.min(level, maxLevel), ...$align(node),
    ...$checked(node, list.getListType() === 'check', carried), ...(start !== undefined && start >= 0 ? { start } : {}), ...(scheme === '' ? {} : { scheme }),
    inlines: $readInlines(node.getChildren().filter((child) => child.isInline())),
  }
}

const $readList = (list: ListNode, level: number): Block[] => {
  let isFirst = true
  return list.getChildren().flatMap((item): Block[] => {
    if (!$isListItemNode(item)) return $readBlock(item)
    const inner = item.getChildren().filter((child) => !child.isInline())
    const holdsOnlyLists = inner.length > 0 && inner.length === item.getChildrenSize()
    const own = holdsOnlyLists ? [] : [$readItem(item, list, level, isFirst)]
    if (!holdsOnlyLists) isFirst = false
    return [...own, ...inner.flatMap((child) => ($isListNode(child) ? $readList(child, level + 1) : $readBlock(child)))]
  })
}

const headers: Readonly<Record<number, TableCell['header']>> = {
  [TableCellHeaderStates.ROW]: 'column', [TableCellHeaderStates.COLUMN]: 'row', [TableCellHeaderStates.BOTH]: 'both',
}

const $readCell = (node: TableCellNode): TableCell => {
  const header = headers[node.getHeaderStyles()]
  return {
    ...$getState(node, keptState),
    ...(node.getColSpan() > 1 ? { colSpan: node.getColSpan() } : {}), ...(node.getRowSpan() > 1 ? { rowSpan: node.getRowSpan() } : {}),
    ...(header ? { header } : {}), blocks: $readBlocks(node.getChildren()),
  }
}

const $readRow = (node: TableRowNode): z.infer<typeof TableRow> =>
  ({ ...$getState(node, keptState), cells: node.getChildren().filter($isTableCellNode).map($readCell) })

const $readTable = (node: TableNode): TableBlock => {
  const widths = node.getColWidths()
  return {
    ...$getState(node, keptState), type: 'table', id: $bodyId(node),
    ...(widths ? { columnWidths: widths.map((width) => Math.max(width, 1)) } : {}), rows: node.getChildren().filter($isTableRowNode).map($readRow),
  }
}

const $readBlock = (node: LexicalNode): Block[] => {
  if ($isParagraphNode(node)) return $getState(node, fillerState) && node.isEmpty() ? [] : [$paragraph(node, node.getChildren())]
  if ($isHeadingNode(node)) return [$readHeading(node, node.getTag())]
  if ($isListNode(node)) return $readList(node, 0)
  if ($isTableNode(node)) return [$readTable(node)]
  if ($isContainerNode(node)) return [{ ...node.getContainer(), id: $bodyId(node), blocks: $readBlocks(node.getChildren()) }]
  if ($isBlockAtomNode(node)) return [Block.parse({ ...node.getBlock(), id: $bodyId(node) })]
  if ($isElementNode(node)) return [$paragraph(node, node.getChildren())]
  throw new Error(`the editor holds a block node of type ${node.getType()} that the body has no place for`)
}

export const $readBlocks = (nodes: readonly LexicalNode[]): Block[] => nodes.flatMap($readBlock)
