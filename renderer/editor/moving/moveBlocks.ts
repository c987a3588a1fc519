/** Moving blocks: a line past its neighbour as Word does, a list's item with what is nested below it, a section with all that it holds. */
import { $isListItemNode, $isListNode, type ListItemNode } from '@lexical/list'
import {
  $copyNode, $findMatchingParent, $getSelection, $isNodeSelection, $isRangeSelection, $isRootOrShadowRoot, type LexicalNode,
} from 'lexical'
import { $isSectionHeadingNode, type SectionHeadingNode } from '../nodes/SectionHeadingNode'

export type Direction = 'up' | 'down'

/** An item that only holds the list nested below the one before it. */
const $holdsOnlyList = (node: LexicalNode | null): boolean => $isListItemNode(node) && !node.isEmpty() && node.getChildren().every($isListNode)

/** An item and what is nested below it. */
const $withNested = (item: ListItemNode): LexicalNode[] => {
  const group: LexicalNode[] = [item]
  for (let next = item.getNextSibling(); next && $holdsOnlyList(next); next = next.getNextSibling()) group.push(next)
  return group
}

const $sectionOf = (heading: SectionHeadingNode): LexicalNode[] => {
  const nodes: LexicalNode[] = [heading]
  for (let next = heading.getNextSibling(); next && !$isSectionHeadingNode(next); next = next.getNextSibling()) nodes.push(next)
  return nodes
}

/** What moves when a node is moved: neighbours, from the first to the last. */
export const $unitOf = (node: LexicalNode): LexicalNode[] => {
  const block = $findMatchingParent(node, (parent) => $isListItemNode(parent) || $isRootOrShadowRoot(parent.getParent()))
  if (!block) return []
  if ($isListItemNode(block)) return $withNested(block)
  return $isSectionHeadingNode(block) ? $sectionOf(block) : [block]
}

/** Of several selected lines all move together, if they are neighbours. */
const $selectedUnit = (): LexicalNode[] => {
  const selection = $getSelection()
  if ($isNodeSelection(selection)) return selection.getNodes().slice(0, 1).flatMap($unitOf)
  if (!$isRangeSelection(selection)) return []
  const [start, end] = selection.isBackward() ? [selection.focus, selection.anchor] : [selection.anchor, selection.focus]
  const first = $unitOf(start.getNode())
  const last = $unitOf(end.getNode())
  const [head] = first
  const tail = last.at(-1)
  if (!head || !tail || !head.getParent()?.is(tail.getParent()) || $isSectionHeadingNode(head)) return first
  const unit: LexicalNode[] = []
  for (let node: LexicalNode | null = head; node; node = node.getNextSibling()) {
    unit.push(node)
    if (node.is(tail)) return unit
  }
  return first
}

/** The neighbour that is passed on the way up or down: the first node to stand before, or the last to stand behind. */
const $passed = (unit: readonly LexicalNode[], direction: Direction): LexicalNode | null => {
  const [head] = unit
  const tail = unit.at(-1)
  const isSection = $isSectionHeadingNode(head)
  if (direction === 'up') {
    let before = head?.getPreviousSibling() ?? null
    while (before && ($holdsOnlyList(before) || (isSection && !$isSectionHeadingNode(before)))) before = before.getPreviousSibling()
    return before
  }
  const after = tail?.getNextSibling() ?? null
  if ($isListItemNode(after)) return $withNested(after).at(-1) ?? null
  return isSection && $isSectionHeadingNode(after) ? $sectionOf(after).at(-1) ?? null : after
}

/** Puts neighbours before or behind another node, in their order. */
const $put = (unit: readonly LexicalNode[], target: LexicalNode, direction: Direction): void => {
  if (direction === 'up') for (const node of unit) target.insertBefore(node)
  else for (const node of [...unit].reverse()) target.insertAfter(node)
}

/** Items leave their list for one of their own beside a block. */
const $putOutside = (unit: readonly LexicalNode[], block: LexicalNode, direction: Direction): boolean => {
  const list = unit[0]?.getParent()
  if (!$isListNode(list)) return false
  const own = $copyNode(list)
  $put([own], block, direction)
  own.append(...unit)
  if (list.isEmpty()) list.remove(true)
  return true
}

const $isWithin = (node: LexicalNode, unit: readonly LexicalNode[]): boolean => unit.some((each) => each.is(node) || each.isParentOf(node))

/** False where there is nowhere to go. */
export const $moveSelected = (direction: Direction): boolean => {
  const unit = $selectedUnit()
  const passed = $passed(unit, direction)
  if (unit.length === 0) return false
  if (passed) { $put(unit, passed, direction); return true }
  const list = unit[0]?.getParent()
  if (!$isListNode(list) || !$isRootOrShadowRoot(list.getParent())) return false
  const beside = direction === 'up' ? list.getPreviousSibling() : list.getNextSibling()
  return beside !== null && $putOutside(unit, beside, direction)
}

/** Moves a block, or a list's item, to stand before (`up`) or behind another one. False where that is where it stands, or inside itself. */
export const $moveTo = (node: LexicalNode, target: LexicalNode, direction: Direction): boolean => {
  const unit = $unitOf(node)
  const [head] = unit
  if (!head || $isWithin(target, unit)) return false
  const isItem = $isListItemNode(head)
  if (isItem && $isListItemNode(target)) $put(unit, direction === 'up' ? target : $withNested(target).at(-1) ?? target, direction)
  else if (isItem) return $putOutside(unit, target, direction)
  else $put(unit, target.getTopLevelElement() ?? target, direction)
  return true
}
