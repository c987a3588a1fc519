/** Turning the selected blocks into others, and putting new ones in. */
import { $createHeadingNode } from '@lexical/rich-text'
import { $setBlocksType } from '@lexical/selection'
import { $createParagraphNode, $findMatchingParent, $getRoot, $getSelection, $isElementNode, $isRangeSelection, type ElementNode } from 'lexical'
import { $createBlockAtomNode } from '../nodes/BlockAtomNode'
import { $createSectionHeadingNode, $isSectionHeadingNode } from '../nodes/SectionHeadingNode'
import { $putBlockAndGoOn } from '../putBlock'
import type { BlockKind } from './selectionState'

const create: Readonly<Record<Exclude<BlockKind, 'section' | 'other'>, () => ElementNode>> = {
  paragraph: $createParagraphNode,
  heading1: () => $createHeadingNode('h1'),
  heading2: () => $createHeadingNode('h2'),
  heading3: () => $createHeadingNode('h3'),
}

/** The caret's line as a section's heading. Sections stand in the body itself: inside a table, list or quote one begins behind it. */
const $startSection = (): void => {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return
  const line = $findMatchingParent(selection.anchor.getNode(), (node): node is ElementNode => $isElementNode(node) && !node.isInline())
  if (!line || $isSectionHeadingNode(line)) return
  const heading = $createSectionHeadingNode()
  if (line.getParent()?.is($getRoot())) {
    line.replace(heading.append(...line.getChildren()))
  } else {
    line.getTopLevelElementOrThrow().insertAfter(heading)
    heading.selectEnd()
  }
}

export const $setBlockKind = (kind: BlockKind): void => {
  if (kind === 'other') return
  if (kind === 'section') { $startSection(); return }
  const selection = $getSelection()
  if ($isRangeSelection(selection)) $setBlocksType(selection, create[kind])
}

export const $insertDivider = (): void => { $putBlockAndGoOn($createBlockAtomNode({ type: 'divider' })) }
