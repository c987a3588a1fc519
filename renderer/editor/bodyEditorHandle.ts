/** What can be done to a body from outside while it is edited: putting a block or a section in, and leading the caret to a section. */
import { $findMatchingParent, $getRoot, $getSelection, $isElementNode, $isParagraphNode, $isRangeSelection, SKIP_DOM_SELECTION_TAG, type LexicalEditor, type LexicalNode } from 'lexical'
import type { Block } from '#shared/model/body/blocks'
import type { Section } from '#shared/model/body/body'
import { $blockNodes, $createFiller } from './mapping/blocksToLexical'
import { $sectionNodes } from './mapping/body'
import { $bodyId } from './mapping/nodeState'
import { $isContainerNode } from './nodes/ContainerNode'
import { $isSectionHeadingNode, type SectionHeadingNode } from './nodes/SectionHeadingNode'
import { $goOnBehind, $leaveRoom, $putBlockAndGoOn } from './putBlock'

export interface BodyEditorHandle {
  /** Puts a block in at the caret or, where the text has none yet, at the end of a section. Answers with the section that it stands in. */
  putBlock: (block: Block, sectionId: string | undefined) => string | undefined
  /** Puts a section in before another one, or at the end. */
  putSection: (section: Section, beforeId: string | undefined) => void
  /** Takes the caret to the end of a section. */
  caretInto: (sectionId: string) => void
  /** Takes the caret to the first line below a section's heading; without a section, to the body's first line. */
  caretTo: (sectionId: string | undefined) => void
}

const $heading = (sectionId: string | undefined): SectionHeadingNode | undefined =>
  $getRoot().getChildren().filter($isSectionHeadingNode).find((heading) => $bodyId(heading) === sectionId)

/** The last node of a heading's section; without a heading, of the body. */
const $lastOf = (heading: SectionHeadingNode | undefined): LexicalNode | null => {
  let last: LexicalNode | null = heading ?? $getRoot().getLastChild()
  if (!heading) return last
  for (let next = last?.getNextSibling(); next && !$isSectionHeadingNode(next); next = next.getNextSibling()) last = next
  return last
}

const $selectFirstLine = (sectionId: string | undefined): void => {
  const first = sectionId === undefined ? $getRoot().getFirstChild() : $heading(sectionId) ?? null
  if (!$isSectionHeadingNode(first)) { first?.selectStart(); return }
  const line = first.getNextSibling()
  // A picture has no place for the caret: asked for its start, it takes the end of what is before it, the title.
  if ($isElementNode(line) && !$isSectionHeadingNode(line)) { line.selectStart(); return }
  const filler = $createFiller()
  first.insertAfter(filler)
  filler.select()
}

const $isEmptyLine = (node: LexicalNode | null): boolean => $isParagraphNode(node) && node.isEmpty()

const $putAtEnd = (block: LexicalNode, sectionId: string | undefined): void => {
  const last = $lastOf($heading(sectionId))
  if (last === null) $getRoot().append(block)
  else if ($isEmptyLine(last)) last.insertBefore(block)
  else last.insertAfter(block)
  $leaveRoom(block)
}

/**
 * A quote in a quote would say that the one cites the other: what comes into a box comes behind it. A caret in a section's heading says
 * which section is meant, not where in it.
 */
const $putAtCaret = (block: LexicalNode): boolean => {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return false
  const heading = $findMatchingParent(selection.focus.getNode(), $isSectionHeadingNode)
  if (heading) { $putAtEnd(block, $bodyId(heading)); return true }
  let box = $findMatchingParent(selection.focus.getNode(), $isContainerNode)
  for (let outer = box; outer; outer = $findMatchingParent(outer.getParentOrThrow(), $isContainerNode)) box = outer
  if (!box) { $putBlockAndGoOn(block); return true }
  const stoodThere = box.getNextSibling()
  box.insertAfter(block)
  $goOnBehind(block, stoodThere)
  return true
}

const $sectionOf = (node: LexicalNode): string | undefined => {
  let at: LexicalNode | null = node.getTopLevelElement()
  while (at && !$isSectionHeadingNode(at)) at = at.getPreviousSibling()
  return at ? $bodyId(at) : undefined
}

export const createBodyEditorHandle = (editor: LexicalEditor): BodyEditorHandle => ({
  putBlock: (block, sectionId) => {
    let into: string | undefined
    // The focus stays where it is: one may be taking excerpts beside the text.
    editor.update(() => {
      const [node] = $blockNodes([block])
      if (!node) return
      if (!$putAtCaret(node)) $putAtEnd(node, sectionId)
      into = $sectionOf(node)
    }, { discrete: true, tag: SKIP_DOM_SELECTION_TAG })
    return into
  },
  putSection: (section, beforeId) => {
    editor.update(() => {
      const before = $heading(beforeId)
      const nodes = $sectionNodes(section)
      if (before) for (const node of nodes) before.insertBefore(node)
      else $getRoot().append(...nodes)
    }, { discrete: true })
  },
  caretInto: (sectionId) => {
    editor.focus(() => {
      editor.update(() => {
        const last = $lastOf($heading(sectionId))
        if ($isSectionHeadingNode(last)) last.insertAfter($createFiller())
        $lastOf($heading(sectionId))?.selectEnd()
      })
    })
  },
  caretTo: (sectionId) => {
    editor.focus(() => { editor.update(() => { $selectFirstLine(sectionId) }) })
  },
})
