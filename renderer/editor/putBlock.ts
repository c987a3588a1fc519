/** Puts a block in at the caret: in place of an empty line, behind a heading, else where the line is split. */
import { $insertNodeToNearestRoot } from '@lexical/utils'
import { $findMatchingParent, $getSelection, $isParagraphNode, $isRangeSelection, $isRootOrShadowRoot, type LexicalNode } from 'lexical'
import { $createFiller } from './mapping/blocksToLexical'
import { $isSectionHeadingNode } from './nodes/SectionHeadingNode'

const $place = (): LexicalNode | undefined => {
  const selection = $getSelection()
  return $isRangeSelection(selection) ? selection.focus.getNode() : selection?.getNodes().at(-1)
}

const $insert = (block: LexicalNode): void => {
  const selection = $getSelection()
  const line = $isRangeSelection(selection) ? selection.anchor.getNode() : null
  const heading = line && $findMatchingParent(line, $isSectionHeadingNode)
  if (heading) heading.insertAfter(block)
  else if ($isParagraphNode(line) && line.isEmpty() && $isRootOrShadowRoot(line.getParent())) line.replace(block)
  else $insertNodeToNearestRoot(block)
}

/** Leaves a line to write in behind a block, still in its section. */
export const $leaveRoom = (block: LexicalNode): void => {
  const next = block.getNextSibling()
  if (next === null || $isSectionHeadingNode(next)) block.insertAfter($createFiller())
}

/** Takes the caret to the line behind a block: a new one, unless there is an empty one, or one that did not stand there before. */
export const $goOnBehind = (block: LexicalNode, stoodThere: LexicalNode | null | undefined): void => {
  const next = block.getNextSibling()
  const isOthers = next === null || next.is(stoodThere) && !($isParagraphNode(next) && next.isEmpty())
  if (isOthers) block.insertAfter($createFiller())
  block.selectNext(0, 0)
}

export const $putBlock = (block: LexicalNode): void => {
  $insert(block)
  $leaveRoom(block)
}

/** What is typed next comes behind the block, in a line of its own: not into what follows, be it the next section's heading. */
export const $putBlockAndGoOn = (block: LexicalNode): void => {
  const place = $place()
  const stoodThere = place && $findMatchingParent(place, (node) => $isRootOrShadowRoot(node.getParent()))?.getNextSibling()
  $insert(block)
  $goOnBehind(block, stoodThere)
}
