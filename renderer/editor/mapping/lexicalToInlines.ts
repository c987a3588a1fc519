/** Lexical nodes in a line read back as inlines of a body. */
import { $isLinkNode, type LinkNode } from '@lexical/link'
import { $getState, $isElementNode, $isLineBreakNode, $isTextNode, type LexicalNode, type TextNode } from 'lexical'
import type { BreakInline, Inline, LinkInline, TextInline } from '#shared/model/body/inlines'
import type { z } from 'zod'
import { $isInlineAtomNode } from '../nodes/InlineAtomNode'
import { $isPendingPictureNode } from '../nodes/PendingPictureNode'
import { formatOfMark } from './inlinesToLexical'
import { textKeptState, unknownMarksState } from './nodeState'

const shownMarks = Object.entries(formatOfMark)

const $readText = (node: TextNode): TextInline => {
  const marks = [...shownMarks.filter(([, format]) => node.hasFormat(format)).map(([mark]) => mark), ...$getState(node, unknownMarksState)]
  const text: TextInline = { ...$getState(node, textKeptState), type: 'text', text: node.getTextContent() }
  return marks.length > 0 ? { ...text, marks } : text
}

/** A link's content is text alone: what else has come into it stands between the parts of the link. */
const $readLink = (node: LinkNode): Inline[] => {
  const out: Inline[] = []
  let texts: TextInline[] = []
  const closePart = (): void => {
    if (texts.length === 0) return
    const link: z.infer<typeof LinkInline> = { ...$getState(node, textKeptState), type: 'link', href: node.getURL(), inlines: texts }
    out.push(link)
    texts = []
  }
  for (const child of node.getChildren()) {
    if ($isTextNode(child)) texts.push($readText(child))
    else { closePart(); out.push(...$readInline(child)) }
  }
  closePart()
  return out
}

const $readInline = (node: LexicalNode): Inline[] => {
  if ($isTextNode(node)) return [$readText(node)]
  if ($isLineBreakNode(node)) {
    const lineBreak: z.infer<typeof BreakInline> = { ...$getState(node, textKeptState), type: 'break' }
    return [lineBreak]
  }
  if ($isInlineAtomNode(node)) return [node.getInline()]
  if ($isPendingPictureNode(node)) return []
  if ($isLinkNode(node)) return $readLink(node)
  if ($isElementNode(node)) return $readInlines(node.getChildren())
  throw new Error(`the editor holds an inline node of type ${node.getType()} that the body has no place for`)
}

export const $readInlines = (nodes: readonly LexicalNode[]): Inline[] => nodes.flatMap($readInline)
