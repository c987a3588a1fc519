/** The nodes that a body is made of and what keeps them true to it: everything that also holds without a screen. */
import { LinkNode } from '@lexical/link'
import { ListExtension } from '@lexical/list'
import { QuoteNode, RichTextExtension } from '@lexical/rich-text'
import { TableExtension } from '@lexical/table'
import { $createParagraphNode, configExtension, defineExtension, mergeRegister, TextNode, type LexicalEditor } from 'lexical'
import { BlockAtomNode } from '../nodes/BlockAtomNode'
import { $createContainerNode, ContainerNode } from '../nodes/ContainerNode'
import { InlineAtomNode } from '../nodes/InlineAtomNode'
import { BlockIdsExtension } from './blockIds'
import { SectionHeadingsExtension } from './sectionHeadings'

/** Lexical's own quote holds text alone; what was copied from another editor may still be one. */
const $replaceQuote = (quote: QuoteNode): void => {
  const paragraph = $createParagraphNode()
  const container = $createContainerNode({ type: 'quote' }).append(paragraph)
  quote.replace(container)
  paragraph.append(...quote.getChildren())
}

/** Fonts and colours are not part of a body. */
const $dropStyle = (text: TextNode): void => {
  if (text.getStyle() !== '') text.setStyle('')
}

export const BodyNodesExtension = defineExtension({
  name: 'lf/body-nodes',
  // Not LinkExtension: it joins neighbouring links to one address, which in a body are two.
  nodes: () => [LinkNode, ContainerNode, BlockAtomNode, InlineAtomNode],
  dependencies: [
    RichTextExtension, ListExtension, configExtension(TableExtension, { hasNestedTables: true, hasCellBackgroundColor: false }),
    SectionHeadingsExtension, BlockIdsExtension,
  ],
  register: (editor: LexicalEditor) => mergeRegister(
    editor.registerNodeTransform(QuoteNode, $replaceQuote),
    editor.registerNodeTransform(TextNode, $dropStyle),
  ),
})
