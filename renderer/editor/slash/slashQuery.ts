/** The slash at the caret and what is typed behind it. */
import { $findMatchingParent, $getNodeByKey, $getSelection, $isLineBreakNode, $isRangeSelection, $isTextNode, type EditorState, type NodeKey, type TextNode } from 'lexical'
import { $isSectionHeadingNode } from '../nodes/SectionHeadingNode'

export interface SlashQuery {
  key: NodeKey
  /** Where the slash is in the text of its node, and the caret. */
  from: number
  to: number
  query: string
}

/** Longer than any name in the menu: then a path was meant. */
const mostCharacters = 24

const $followsSpace = (node: TextNode, at: number): boolean => {
  if (at > 0) return /\s$/.test(node.getTextContent().slice(0, at))
  const before = node.getPreviousSibling()
  return before === null || $isLineBreakNode(before) || /\s$/.test(before.getTextContent())
}

/** A slash at the beginning of a line or behind a space, with the caret behind it; none in a section's title, which is plain text. */
export const $slashQuery = (): SlashQuery | undefined => {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return undefined
  const node = selection.anchor.getNode()
  if (!$isTextNode(node) || node.hasFormat('code')) return undefined
  const to = selection.anchor.offset
  const from = node.getTextContent().lastIndexOf('/', to - 1)
  if (from === -1 || to === 0) return undefined
  const query = node.getTextContent().slice(from + 1, to)
  if (/\s/.test(query) || query.length > mostCharacters || !$followsSpace(node, from) || $findMatchingParent(node, $isSectionHeadingNode)) return undefined
  return { key: node.getKey(), from, to, query }
}

/** Whether the slash was typed between two states, not pasted, deleted towards or passed by the caret. */
export const isSlashTyped = ({ key, query }: SlashQuery, state: EditorState, before: EditorState): boolean => {
  const sizeIn = (each: EditorState): number => each.read(() => $getNodeByKey(key)?.getTextContentSize() ?? 0)
  return query === '' && sizeIn(state) === sizeIn(before) + 1
}

export const $removeSlashQuery = ({ key, from, to }: SlashQuery): void => {
  const node = $getNodeByKey(key)
  if ($isTextNode(node)) node.spliceText(from, to - from, '', true)
}
