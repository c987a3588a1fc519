/** The Chinese way to number a list: 一、（一）1.（1）. */
import { $createListItemNode, $createListNode, $insertList, $isListItemNode, $isListNode, $removeList, ListItemNode, type ListNode } from '@lexical/list'
import type { ElementTransformer } from '@lexical/markdown'
import { $findMatchingParent, $getSelection, $getState, $isRangeSelection, $setState, type LexicalNode } from 'lexical'
import { listSchemeState, listStartState } from '../mapping/nodeState'

export type Scheme = '' | 'chinese'

const $outermost = (node: LexicalNode): ListNode | undefined => {
  let list = $findMatchingParent(node, $isListNode)
  for (let outer = list; outer; outer = $findMatchingParent(outer.getParentOrThrow(), $isListNode)) list = outer
  return list ?? undefined
}

function* $items(list: ListNode): Generator<ListItemNode> {
  for (const child of list.getChildren()) {
    if (!$isListItemNode(child)) continue
    yield child
    for (const inner of child.getChildren()) if ($isListNode(inner)) yield* $items(inner)
  }
}

/** The lists that the selection touches, whole with what is nested in them. */
const $touchedLists = (): ListNode[] => {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return []
  const lists = [selection.anchor.getNode(), ...selection.getNodes(), selection.focus.getNode()].flatMap((node) => $outermost(node) ?? [])
  return [...new Map(lists.map((list) => [list.getKey(), list])).values()]
}

/** How the item at the caret is numbered; undefined where it is not. */
export const $schemeAtCaret = (): Scheme | undefined => {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return undefined
  const item = $findMatchingParent(selection.anchor.getNode(), $isListItemNode)
  const list = item?.getParent()
  return item && $isListNode(list) && list.getListType() === 'number' ? $getState(item, listSchemeState) : undefined
}

/** Numbers what is selected in this way; lists are changed whole. Where it is numbered so already, the list is taken away. */
export const $toggleNumbering = (scheme: Scheme): void => {
  const now = $schemeAtCaret()
  if (now === scheme) { $removeList(); return }
  if (now === undefined) $insertList('number')
  for (const list of $touchedLists()) for (const item of $items(list)) $setState(item, listSchemeState, scheme)
}

const digits = '一二三四五六七八九十'

/** 一、 and a space begin a list, （一） one a level deeper. What was typed as the number is where the list begins. */
export const chineseNumberShortcut: ElementTransformer = {
  type: 'element', dependencies: [ListItemNode], export: () => null, regExp: /^(?:([一二三四五六七八九十])、|（([一二三四五六七八九十])）)\s$/,
  replace: (line, children, match) => {
    const number = digits.indexOf(match[1] ?? match[2] ?? '') + 1
    const item = $setState($createListItemNode(), listSchemeState, 'chinese').append(...children)
    const deep = match[2] !== undefined
    const own = deep ? $createListItemNode().append($createListNode('number').append(item)) : item
    const before = line.getPreviousSibling()
    const joins = $isListNode(before) && before.getListType() === 'number'
    if (number !== 1 && !joins) $setState(item, listStartState, number)
    if (joins) {
      before.append(own)
      line.remove()
    } else line.replace($createListNode('number').append(own))
    item.select(0, 0)
  },
}
