/** Looks of text and lines beyond bold, italic and underline: how lines are aligned, and taking the looks of text away. Call within an update. */
import { $isListItemNode } from '@lexical/list'
import { $isHeadingNode } from '@lexical/rich-text'
import { $findMatchingParent, $getSelection, $isParagraphNode, $isRangeSelection, $isTextNode, $setState, type ElementNode, type LexicalNode } from 'lexical'
import type { Align } from '#shared/model/body/blocks'
import { blockAtomState } from '../mapping/nodeState'
import { $isBlockAtomNode } from '../nodes/BlockAtomNode'

/** A section's title and what holds other blocks are not aligned. */
const $isLine = (node: LexicalNode): node is ElementNode => $isParagraphNode(node) || $isHeadingNode(node) || $isListItemNode(node)

export const $lineOf = (node: LexicalNode): ElementNode | null => $findMatchingParent(node, $isLine)

/** Aligns the selected lines and pictures. */
export const $setAlign = (align: Align): void => {
  for (const node of $getSelection()?.getNodes() ?? []) {
    if ($isBlockAtomNode(node) && node.getBlock().type === 'image') $setState(node, blockAtomState, (block) => ({ ...block, align }))
    else $lineOf(node)?.setFormat(align)
  }
}

/** Links stay, and so does what a newer version has marked. Without a selection, what is typed next has no looks. */
export const $clearFormats = (): void => {
  const selection = $getSelection()
  if ($isRangeSelection(selection) && selection.isCollapsed()) selection.setFormat(0)
  else for (const node of selection?.extract() ?? []) if ($isTextNode(node)) node.setFormat(0)
}
