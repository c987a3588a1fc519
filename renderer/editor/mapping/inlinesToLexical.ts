/** Inlines of a body as Lexical nodes. */
import { $createLinkNode } from '@lexical/link'
import { $createLineBreakNode, $createTextNode, $setState, TEXT_TYPE_TO_FORMAT, type LexicalNode, type TextFormatType, type TextNode } from 'lexical'
import { isKnownInline, type Inline, type TextInline } from '#shared/model/body/inlines'
import { $createInlineAtomNode } from '../nodes/InlineAtomNode'
import { textKeptState, unknownMarksState, type Kept } from './nodeState'

/** Marks that Lexical shows itself. */
export const formatOfMark: Readonly<Record<string, TextFormatType>> = {
  bold: 'bold', italic: 'italic', underline: 'underline', strike: 'strikethrough',
  superscript: 'superscript', subscript: 'subscript', code: 'code', highlight: 'highlight',
}

const isShown = (mark: string): boolean => Object.hasOwn(formatOfMark, mark)

const formatBits = (marks: readonly string[]): number => marks.reduce((bits, mark) => {
  const format = isShown(mark) ? formatOfMark[mark] : undefined
  return format ? bits | (TEXT_TYPE_TO_FORMAT[format] ?? 0) : bits
}, 0)

const $textNode = ({ type: _type, text, marks = [], ...kept }: TextInline): TextNode => {
  const node = $createTextNode(text).setFormat(formatBits(marks))
  const unknown = marks.filter((mark) => !isShown(mark))
  if (unknown.length > 0) $setState(node, unknownMarksState, unknown)
  $keep(node, kept)
  return node
}

const $keep = (node: LexicalNode, kept: Kept): void => {
  if (Object.keys(kept).length > 0) $setState(node, textKeptState, kept)
}

const $inlineNode = (inline: Inline): LexicalNode => {
  if (!isKnownInline(inline)) return $createInlineAtomNode(inline)
  switch (inline.type) {
    case 'text': return $textNode(inline)
    case 'break': {
      const { type: _type, ...kept } = inline
      const node = $createLineBreakNode()
      $keep(node, kept)
      return node
    }
    case 'link': {
      const { type: _type, href, inlines, ...kept } = inline
      // Lexical removes a link that is empty.
      if (inlines.length === 0) return $createInlineAtomNode(inline)
      const node = $createLinkNode(href).append(...inlines.map($textNode))
      $keep(node, kept)
      return node
    }
    case 'recordLink':
    case 'image':
    case 'footnote': return $createInlineAtomNode(inline)
  }
}

export const $inlineNodes = (inlines: readonly Inline[]): LexicalNode[] => inlines.map($inlineNode)
