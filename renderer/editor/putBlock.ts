/** Puts a block in at the caret: in place of an empty line, behind a heading, else where the line is split. */
import { $insertNodeToNearestRoot } from '@lexical/utils'
import { $findMatchingParent, $getSelection, $isParagraphNode, $isRangeSelection, $isRootOrShadowRoot, type LexicalNode } from 'lexical'
import { $createFiller } from './mapping/blocksToLexical'
import { $isSectionHeadingNode } from './nodes/SectionHeadingNode'

export const $putBlock = (block: LexicalNode): void => {
  const selection = $getSelection()
  const line = $isRangeSelection(selection) ? selection.anchor.getNode() : null
  const heading = line && $findMatchingParent(line, $isSectionHeadingNode)
  if (heading) heading.insertAfter(block)
  else if ($isParagraphNode(line) && line.isEmpty() && $isRootOrShadowRoot(line.getParent())) line.replace(block)
  else $insertNodeToNearestRoot(block)
  if (block.getNextSibling() === null) block.insertAfter($createFiller())
}
