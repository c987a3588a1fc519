/**
 * Block ids through edits. After every update each block, section and footnote has an id that no other has: of two that are the
 * same the first keeps it, and a block that has only changed its kind keeps its own.
 */
import { $isListItemNode, $isListNode, ListItemNode } from '@lexical/list'
import { HeadingNode } from '@lexical/rich-text'
import { $isTableCellNode, $isTableRowNode, TableNode } from '@lexical/table'
import {
  $getNodeByKey, $getRoot, $getState, $isElementNode, $setState, COMMAND_PRIORITY_CRITICAL, defineExtension, mergeRegister, ParagraphNode, RootNode,
  SELECTION_INSERT_CLIPBOARD_NODES_COMMAND, type EditorState, type Klass, type LexicalEditor, type LexicalNode,
} from 'lexical'
import { isKnownInline } from '#shared/model/body/inlines'
import { newBlockId } from '#shared/model/ids'
import { BlockAtomNode } from '../nodes/BlockAtomNode'
import { ContainerNode } from '../nodes/ContainerNode'
import { $isInlineAtomNode, InlineAtomNode } from '../nodes/InlineAtomNode'
import { $isSectionHeadingNode, SectionHeadingNode } from '../nodes/SectionHeadingNode'
import { $bodyId, fillerState, idState, inlineAtomState, keptState, sectionKeyState } from '../mapping/nodeState'

/** What shows a block or the heading of a section. */
export const blockNodes: readonly Klass<LexicalNode>[] = [
  ParagraphNode, HeadingNode, ListItemNode, TableNode, SectionHeadingNode, ContainerNode, BlockAtomNode,
]

const identified: readonly Klass<LexicalNode>[] = [...blockNodes, InlineAtomNode]

const needsId = (node: LexicalNode): boolean => {
  if ($isListNode(node) || $isTableRowNode(node) || $isTableCellNode(node)) return false
  return !($isListItemNode(node) && !node.isEmpty() && node.getChildren().every($isListNode))
}

/** Blocks and footnotes below a node, in reading order. */
function* $identifiedNodes(parent: LexicalNode): Generator<LexicalNode> {
  if (!$isElementNode(parent)) return
  for (const node of parent.getChildren()) {
    if ($isInlineAtomNode(node)) yield node
    else if (!node.isInline()) {
      if (needsId(node)) yield node
      yield* $identifiedNodes(node)
    }
  }
}

/** The block that stood for this one in the state before, if its content has moved on into this one and it is gone. */
const $predecessor = (node: LexicalNode, before: EditorState): LexicalNode | undefined => {
  const child = $isElementNode(node) ? node.getFirstChild() : null
  const childBefore = child && $getNodeByKey(child.getKey(), before)
  const blockBefore = childBefore?.__parent ? $getNodeByKey(childBefore.__parent, before) : null
  if (!blockBefore || $getNodeByKey(blockBefore.__key)?.isAttached()) return undefined
  return blockBefore
}

const $giveId = (node: LexicalNode, taken: ReadonlySet<string>, before: EditorState): string => {
  const predecessor = $predecessor(node, before)
  const inherited = predecessor ? $getState(predecessor, idState, 'direct') : ''
  if (!predecessor || inherited === '' || taken.has(inherited)) {
    const id = newBlockId()
    $setState(node, idState, id)
    return id
  }
  $setState(node, idState, inherited)
  if (!$isSectionHeadingNode(predecessor)) $setState(node, keptState, $getState(predecessor, keptState, 'direct'))
  return inherited
}

const $renewFootnote = (node: InlineAtomNode, taken: Set<string>): void => {
  const inline = node.getInline()
  if (!isKnownInline(inline) || inline.type !== 'footnote') return
  const id = taken.has(inline.id) ? newBlockId() : inline.id
  if (id !== inline.id) $setState(node, inlineAtomState, { ...inline, id })
  taken.add(id)
}

/** A section of a type stands once: a pasted one with the same key becomes the author's own, wherever it was put. */
const $makeSectionKeysUnique = (headings: readonly SectionHeadingNode[], before: EditorState): void => {
  const taken = new Set<string>()
  const isOld = (heading: SectionHeadingNode): boolean => $getNodeByKey(heading.getKey(), before) !== null
  for (const heading of [...headings.filter(isOld), ...headings.filter((candidate) => !isOld(candidate))]) {
    const key = $getState(heading, sectionKeyState)
    if (key !== null && taken.has(key)) $setState(heading, sectionKeyState, null)
    else if (key !== null) taken.add(key)
  }
}

const $makeIdsUnique = (before: EditorState): void => {
  const taken = new Set<string>()
  const nodes = [...$identifiedNodes($getRoot())]
  for (const node of nodes) {
    if ($isInlineAtomNode(node)) { $renewFootnote(node, taken); continue }
    const id = $bodyId(node)
    taken.add(id === '' || taken.has(id) ? $giveId(node, taken, before) : id)
  }
  $makeSectionKeysUnique(nodes.filter($isSectionHeadingNode), before)
}

const $forgetIds = (nodes: readonly LexicalNode[]): void => {
  for (const node of nodes) {
    if ($bodyId(node) !== '') $setState(node, idState, '')
    if ($getState(node, fillerState)) $setState(node, fillerState, false)
    if ($isElementNode(node)) $forgetIds(node.getChildren())
  }
}

const registerBlockIds = (editor: LexicalEditor): (() => void) => {
  let hasNewBlocks = false
  return mergeRegister(
    ...identified.map((klass) => editor.registerNodeTransform(klass, (node) => {
      hasNewBlocks ||= $getNodeByKey(node.getKey(), editor.getEditorState()) === null
    })),
    editor.registerNodeTransform(RootNode, () => {
      if (!hasNewBlocks) return
      hasNewBlocks = false
      $makeIdsUnique(editor.getEditorState())
    }),
    editor.registerCommand(SELECTION_INSERT_CLIPBOARD_NODES_COMMAND, ({ nodes }) => { $forgetIds(nodes); return false }, COMMAND_PRIORITY_CRITICAL),
  )
}

export const BlockIdsExtension = defineExtension({
  name: 'lf/block-ids',
  nodes: () => [...identified],
  register: registerBlockIds,
})
