/** Making, changing and taking away links: to addresses, and to other records of the library. */
import { $createLinkNode, $isLinkNode, type LinkNode } from '@lexical/link'
import {
  $createTextNode, $findMatchingParent, $getSelection, $insertNodes, $isElementNode, $isLineBreakNode, $isNodeSelection, $isRangeSelection, $isTextNode, createCommand,
  type LexicalCommand, type LexicalNode, type RangeSelection,
} from 'lexical'
import { $createInlineAtomNode } from '../nodes/InlineAtomNode'
import { $isSectionHeadingNode } from '../nodes/SectionHeadingNode'

/** Asks what the selection is to be linked to. */
export const LINK_COMMAND: LexicalCommand<undefined> = createCommand('lf/link')

/** The link to an address in which the selection begins. */
export const $linkAround = (): LinkNode | undefined => {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return undefined
  return $findMatchingParent(selection.anchor.getNode(), $isLinkNode) ?? undefined
}

/** A section's title is plain text. */
export const $canLink = (): boolean => {
  const selection = $getSelection()
  if ($isNodeSelection(selection)) return false
  return $isRangeSelection(selection) && $findMatchingParent(selection.anchor.getNode(), $isSectionHeadingNode) === null
}

const $putInLine = (node: LexicalNode): void => { $insertNodes([node]) }

/** Links the selected texts alone: what stands between them, a picture or the next section's title, is no part of a link. */
const $linkTexts = (selection: RangeSelection, href: string): void => {
  let open: LinkNode | undefined
  for (const node of selection.extract()) {
    if (!$isTextNode(node) || $findMatchingParent(node, $isSectionHeadingNode)) continue
    const parent = node.getParent()
    if ($isLinkNode(parent)) parent.setURL(href)
    else if (open && node.getPreviousSibling()?.is(open)) open.append(node)
    else {
      open = $createLinkNode(href)
      node.insertBefore(open)
      open.append(node)
    }
  }
}

export const $linkToAddress = (href: string): void => {
  const selection = $getSelection()
  const around = $linkAround()
  if (around) around.setURL(href)
  else if ($isRangeSelection(selection) && !selection.isCollapsed()) $linkTexts(selection, href)
  else $putInLine($createLinkNode(href).append($createTextNode(href.replace(/^mailto:/, ''))))
}

const $blockOf = (node: LexicalNode): LexicalNode | null => $findMatchingParent(node, (each) => $isElementNode(each) && !each.isInline())

/** The words that are selected; empty where what is selected is more than words of one line. */
const $selectedWords = (selection: RangeSelection): string => {
  const block = $blockOf(selection.anchor.getNode())
  const isOneLine = block?.is($blockOf(selection.focus.getNode())) ?? false
  const isText = (node: LexicalNode): boolean => $isTextNode(node) || $isLineBreakNode(node) || $isLinkNode(node)
  return isOneLine && selection.getNodes().every(isText) ? selection.getTextContent().replaceAll(/\s*\n\s*/g, ' ').trim() : ''
}

const collapseToEnd = (selection: RangeSelection): void => {
  const { key, offset, type } = selection.isBackward() ? selection.anchor : selection.focus
  selection.anchor.set(key, offset, type)
  selection.focus.set(key, offset, type)
}

/** Words of one line that were selected become the words of the link; behind anything else that was selected it has the record's title. */
export const $linkToRecord = (recordId: string, title: string): void => {
  const selection = $getSelection()
  const words = $isRangeSelection(selection) ? $selectedWords(selection) : ''
  if (words === '' && $isRangeSelection(selection)) collapseToEnd(selection)
  $putInLine($createInlineAtomNode({ type: 'recordLink', recordId, text: words || title }))
}

/** Takes the link away around the selection; its words stay. */
export const $removeLink = (): void => {
  const link = $linkAround()
  if (!link) return
  for (const child of link.getChildren()) link.insertBefore(child)
  link.remove()
}
