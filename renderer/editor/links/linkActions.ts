/** Making, changing and taking away links: to addresses, and to other records of the library. */
import { $createLinkNode, $isLinkNode, type LinkNode } from '@lexical/link'
import {
  $createTextNode, $findMatchingParent, $getSelection, $insertNodes, $isNodeSelection, $isRangeSelection, $isTextNode, createCommand, type LexicalCommand, type LexicalNode,
  type RangeSelection,
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

/** Words that were selected stay as the words of the link. */
export const $linkToRecord = (recordId: string, title: string): void => {
  const selection = $getSelection()
  const selected = $isRangeSelection(selection) && !selection.isCollapsed() ? selection.getTextContent().replaceAll(/\s*\n\s*/g, ' ').trim() : ''
  $putInLine($createInlineAtomNode({ type: 'recordLink', recordId, text: selected || title }))
}

/** Takes the link away around the selection; its words stay. */
export const $removeLink = (): void => {
  const link = $linkAround()
  if (!link) return
  for (const child of link.getChildren()) link.insertBefore(child)
  link.remove()
}
