/** Putting footnotes in, and what is written in them. */
import { $getNodeByKey, $getSelection, $insertNodes, $isRangeSelection, $setState, type NodeKey } from 'lexical'
import { isKnownInline } from '#shared/model/body/inlines'
import { inlineText } from '#shared/model/body/walk'
import { newBlockId } from '#shared/model/ids'
import { inlineAtomState } from '../mapping/nodeState'
import { $createInlineAtomNode, $isInlineAtomNode, type InlineAtomNode } from '../nodes/InlineAtomNode'
import type { Footnote } from '../view/footnotes'
import { withText } from './withText'

const $footnoteOf = (node: InlineAtomNode): Footnote | undefined => {
  const inline = node.getInline()
  return isKnownInline(inline) && inline.type === 'footnote' ? inline : undefined
}

const $footnoteNode = (key: NodeKey): { node: InlineAtomNode, footnote: Footnote } | undefined => {
  const node = $getNodeByKey(key)
  const footnote = $isInlineAtomNode(node) ? $footnoteOf(node) : undefined
  return $isInlineAtomNode(node) && footnote ? { node, footnote } : undefined
}

/** Behind what is selected, which stays; undefined where no text is selected. */
export const $insertFootnote = (): NodeKey | undefined => {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return undefined
  const end = selection.isBackward() ? selection.anchor : selection.focus
  selection.anchor.set(end.key, end.offset, end.type)
  selection.focus.set(end.key, end.offset, end.type)
  const node = $createInlineAtomNode({ type: 'footnote', id: newBlockId(), inlines: [] })
  $insertNodes([node])
  return node.getKey()
}

export const $footnoteText = (key: NodeKey): string => inlineText($footnoteNode(key)?.footnote.inlines ?? [])

/** Marks and links of the note stay where its text stays. */
export const $setFootnoteText = (key: NodeKey, text: string): void => {
  const found = $footnoteNode(key)
  if (found) $setState(found.node, inlineAtomState, { ...found.footnote, inlines: withText(found.footnote.inlines, text) })
}

/** Puts the caret behind the footnote; one that says nothing goes. */
export const $leaveFootnote = (key: NodeKey): void => {
  const found = $footnoteNode(key)
  if (!found) return
  found.node.selectNext(0, 0)
  if (inlineText(found.footnote.inlines).trim() === '') found.node.remove(true)
}

export const $removeFootnote = (key: NodeKey): void => {
  const found = $footnoteNode(key)
  if (!found) return
  found.node.selectNext(0, 0)
  found.node.remove(true)
}
