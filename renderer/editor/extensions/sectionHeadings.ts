/** Section headings stay what the body can hold: one line of plain text. What does not fit moves below, nothing is lost. */
import {
  $createParagraphNode, $getState, $isTextNode, defineExtension, type LexicalEditor, type LexicalNode,
} from 'lexical'
import { SectionHeadingNode } from '../nodes/SectionHeadingNode'
import { textKeptState, unknownMarksState } from '../mapping/nodeState'

const $isPlain = (node: LexicalNode): boolean =>
  $isTextNode(node) && Object.keys($getState(node, textKeptState)).length === 0 && $getState(node, unknownMarksState).length === 0

const $keepTitlePlain = (heading: SectionHeadingNode): void => {
  const children = heading.getChildren()
  const firstOther = children.findIndex((child) => !$isPlain(child))
  const title = firstOther === -1 ? children : children.slice(0, firstOther)
  for (const text of title) if ($isTextNode(text) && text.getFormat() !== 0) text.setFormat(0)
  if (firstOther === -1) return
  heading.insertAfter($createParagraphNode().append(...children.slice(firstOther)))
}

export const SectionHeadingsExtension = defineExtension({
  name: 'lf/section-headings',
  nodes: () => [SectionHeadingNode],
  register: (editor: LexicalEditor) => editor.registerNodeTransform(SectionHeadingNode, $keepTitlePlain),
})
