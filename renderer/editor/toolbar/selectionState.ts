/** What the toolbars show of the place where the caret stands. */
import { $isListItemNode, $isListNode, type ListType } from '@lexical/list'
import { $isHeadingNode } from '@lexical/rich-text'
import { $isTableCellNode, $isTableSelection } from '@lexical/table'
import { $findMatchingParent, $getSelection, $isElementNode, $isRangeSelection, type BaseSelection, type LexicalNode, type TextFormatType } from 'lexical'
import { Align } from '#shared/model/body/blocks'
import { $lineOf } from '../formatting/formatActions'
import type { Tone } from '../mapping/nodeState'
import { $isBlockAtomNode } from '../nodes/BlockAtomNode'
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
  strikethrough: boolean
  superscript: boolean
  subscript: boolean
  highlight: boolean
  /** Undefined where nothing can be aligned. */
  align: Align | undefined
  inQuote: boolean
  /** The tone of the callout that is the innermost box around the caret. */
  tone: Tone | undefined
  inTable: boolean
}

export const noSelection: SelectionState = {
  kind: 'paragraph', list: undefined, scheme: undefined, bold: false, italic: false, underline: false, strikethrough: false, superscript: false, subscript: false,
  highlight: false, align: undefined, inQuote: false, tone: undefined, inTable: false,
}

const headingKinds: Readonly<Record<string, BlockKind>> = { h1: 'heading1', h2: 'heading2', h3: 'heading3' }

const $blockKind = (node: LexicalNode): BlockKind => {
  const block = $findMatchingParent(node, (parent) => $isElementNode(parent) && !parent.isInline())
  if ($isSectionHeadingNode(block)) return 'section'
  if ($isHeadingNode(block)) return headingKinds[block.getTag()] ?? 'other'
  return 'paragraph'
}

/** A line that says nothing stands left, a picture in the middle. */
const $align = (node: LexicalNode): Align | undefined => {
  if ($isBlockAtomNode(node)) return node.getBlock().type === 'image' ? Align.safeParse(node.getBlock().align).data ?? 'center' : undefined
  const line = $lineOf(node)
  return line ? Align.options.find((align) => align === line.getFormatType()) ?? 'left' : undefined
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
  const has = (format: TextFormatType): boolean => ($isRangeSelection(selection) || $isTableSelection(selection)) && selection.hasFormat(format)
  return {
    kind: $blockKind(anchor), list: $isListNode(list) ? list.getListType() : undefined, scheme: $schemeAtCaret(),
    bold: has('bold'), italic: has('italic'), underline: has('underline'), strikethrough: has('strikethrough'), superscript: has('superscript'),
    subscript: has('subscript'), highlight: has('highlight'), align: $align(anchor),
    inQuote: container?.type === 'quote', tone: container?.type === 'callout' ? container.tone : undefined, inTable: $findMatchingParent(anchor, $isTableCellNode) !== null,
  }
}

const shown: readonly (keyof SelectionState)[] = [
  'kind', 'list', 'scheme', 'bold', 'italic', 'underline', 'strikethrough', 'superscript', 'subscript', 'highlight', 'align', 'inQuote', 'tone', 'inTable',
]

export const sameSelectionState = (a: SelectionState, b: SelectionState): boolean => shown.every((key) => a[key] === b[key])
