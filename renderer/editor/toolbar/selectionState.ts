/** What the toolbars show of the place where the caret stands. */
import { $isListItemNode, $isListNode, type ListType } from '@lexical/list'
import { $isHeadingNode } from '@lexical/rich-text'
import { $isTableCellNode, $isTableSelection } from '@lexical/table'
import { $findMatchingParent, $getSelection, $isElementNode, $isRangeSelection, type BaseSelection, type LexicalNode } from 'lexical'
import type { Tone } from '../mapping/nodeState'
import { $isContainerNode } from '../nodes/ContainerNode'
import { $isSectionHeadingNode } from '../nodes/SectionHeadingNode'
import { $schemeAtCaret, type Scheme } from '../numbering/numberingActions'

export type BlockKind = 'paragraph' | 'section' | 'heading1' | 'heading2' | 'heading3' | 'other'

export interface SelectionState {
  kind: BlockKind
  list: ListType | undefined
  /** How a numbered item is numbered. */
  scheme: Scheme | undefined
  bold: boolean
  italic: boolean
  underline: boolean
  inQuote: boolean
  /** The tone of the callout that is the innermost box around the caret. */
  tone: Tone | undefined
  inTable: boolean
}

export const noSelection: SelectionState = { kind: 'paragraph', list: undefined, scheme: undefined, bold: false, italic: false, underline: false, inQuote: false, tone: undefined, inTable: false }

const headingKinds: Readonly<Record<string, BlockKind>> = { h1: 'heading1', h2: 'heading2', h3: 'heading3' }

const $blockKind = (node: LexicalNode): BlockKind => {
  const block = $findMatchingParent(node, (parent) => $isElementNode(parent) && !parent.isInline())
  if ($isSectionHeadingNode(block)) return 'section'
  if ($isHeadingNode(block)) return headingKinds[block.getTag()] ?? 'other'
  return 'paragraph'
}

const $anchor = (selection: BaseSelection | null): LexicalNode | null =>
  $isRangeSelection(selection) || $isTableSelection(selection) ? selection.anchor.getNode() : selection?.getNodes()[0] ?? null

export const $selectionState = (): SelectionState => {
  const selection = $getSelection()
  const anchor = $anchor(selection)
  if (!anchor) return noSelection
  const item = $findMatchingParent(anchor, $isListItemNode)
  const list = item?.getParent()
  const container = $findMatchingParent(anchor, $isContainerNode)?.getContainer()
  const has = (format: 'bold' | 'italic' | 'underline'): boolean => ($isRangeSelection(selection) || $isTableSelection(selection)) && selection.hasFormat(format)
  return {
    kind: $blockKind(anchor), list: $isListNode(list) ? list.getListType() : undefined, scheme: $schemeAtCaret(),
    bold: has('bold'), italic: has('italic'), underline: has('underline'),
    inQuote: container?.type === 'quote', tone: container?.type === 'callout' ? container.tone : undefined, inTable: $findMatchingParent(anchor, $isTableCellNode) !== null,
  }
}

export const sameSelectionState = (a: SelectionState, b: SelectionState): boolean =>
  a.kind === b.kind && a.list === b.list && a.scheme === b.scheme && a.bold === b.bold && a.italic === b.italic && a.underline === b.underline && a.inQuote === b.inQuote && a.tone === b.tone && a.inTable === b.inTable
