/** Getting into quotes and callouts and out of them again by keyboard. */
import {
  $createParagraphNode, $findMatchingParent, $getSelection, $isElementNode, $isParagraphNode, $isRangeSelection, $isRootOrShadowRoot, $setState, COMMAND_PRIORITY_HIGH,
  defineExtension, INSERT_PARAGRAPH_COMMAND, KEY_BACKSPACE_COMMAND, mergeRegister, type ElementNode, type LexicalEditor, type LexicalNode,
} from 'lexical'
import { containerState, type Container, type Tone } from '../mapping/nodeState'
import { $createContainerNode, $isContainerNode, ContainerNode } from '../nodes/ContainerNode'
import { $isSectionHeadingNode } from '../nodes/SectionHeadingNode'

/** The block that stands directly in the body, a cell or a box and holds this node. */
const $blockOf = (node: LexicalNode): ElementNode | null =>
  $findMatchingParent(node, (parent): parent is ElementNode => $isElementNode(parent) && $isRootOrShadowRoot(parent.getParent()))

export const $unwrapContainer = (container: ContainerNode): void => {
  for (const child of container.getChildren()) container.insertBefore(child)
  container.remove(true)
}

/** Puts the selected blocks into a box; a section's heading stays outside. */
const $wrap = (container: Container): void => {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return
  const first = $blockOf(selection.isBackward() ? selection.focus.getNode() : selection.anchor.getNode())
  const last = $blockOf(selection.isBackward() ? selection.anchor.getNode() : selection.focus.getNode())
  if (!first) return
  const blocks: LexicalNode[] = [first]
  if (last && first.getParent()?.is(last.getParent())) for (let next = first.getNextSibling(); next && !first.is(last) && !blocks.at(-1)?.is(last); next = next.getNextSibling()) blocks.push(next)
  if (blocks.some($isSectionHeadingNode)) return
  const box = $createContainerNode(container)
  first.insertBefore(box)
  box.append(...blocks)
  if (box.getNextSibling() === null) box.insertAfter($createParagraphNode())
}

/** The innermost quote or callout around the caret. */
export const $boxAround = (): ContainerNode | undefined => {
  const selection = $getSelection()
  return $isRangeSelection(selection) ? $findMatchingParent(selection.anchor.getNode(), $isContainerNode) ?? undefined : undefined
}

/** Takes the caret's box away; its text stays. */
export const $removeBox = (): void => {
  const around = $boxAround()
  if (around) $unwrapContainer(around)
}

/** Puts the selected blocks into a quote, or takes the caret's quote away. */
export const $toggleQuote = (): void => {
  if ($boxAround()?.getContainer().type === 'quote') $removeBox()
  else $wrap({ type: 'quote' })
}

/** Puts the selected blocks into a callout, or gives the caret's callout this tone. */
export const $callOut = (tone: Tone): void => {
  const around = $boxAround()
  const container = around?.getContainer()
  if (around && container?.type === 'callout') $setState(around, containerState, { ...container, tone })
  else $wrap({ type: 'callout', tone })
}

/** Enter in an empty last line of a box goes on below it. */
const $leaveAtEnd = (): boolean => {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false
  const line = selection.anchor.getNode()
  const container = line.getParent()
  if (!$isParagraphNode(line) || !$isContainerNode(container) || !line.isEmpty() || line.getNextSibling() !== null) return false
  container.insertAfter(line)
  line.select()
  if (container.isEmpty()) container.remove(true)
  return true
}

/** Backspace at the start of a box takes its first line out. */
const $leaveAtStart = (event: KeyboardEvent): boolean => {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed() || selection.anchor.offset !== 0) return false
  const line = $blockOf(selection.anchor.getNode())
  const container = line?.getParent()
  if (!$isParagraphNode(line) || !$isContainerNode(container) || line.getPreviousSibling() !== null) return false
  const leaf = selection.anchor.getNode()
  if (!line.is(leaf) && !line.getFirstDescendant()?.is(leaf)) return false
  event.preventDefault()
  container.insertBefore(line)
  if (container.isEmpty()) container.remove(true)
  return true
}

const $keepFilled = (container: ContainerNode): void => {
  if (container.isEmpty()) container.append($createParagraphNode())
}

export const ContainersExtension = defineExtension({
  name: 'lf/containers',
  nodes: () => [ContainerNode],
  register: (editor: LexicalEditor) => mergeRegister(
    editor.registerNodeTransform(ContainerNode, $keepFilled),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $leaveAtEnd, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(KEY_BACKSPACE_COMMAND, $leaveAtStart, COMMAND_PRIORITY_HIGH),
  ),
})
