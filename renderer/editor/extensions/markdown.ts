/** Markdown that turns into formatting as it is typed. */
import {
  BOLD_ITALIC_STAR, BOLD_STAR, CHECK_LIST, HEADING, INLINE_CODE, ITALIC_STAR, ORDERED_LIST, registerMarkdownShortcuts, STRIKETHROUGH, UNORDERED_LIST,
  type ElementTransformer, type Transformer,
} from '@lexical/markdown'
import { $createParagraphNode, defineExtension } from 'lexical'
import { $createBlockAtomNode, BlockAtomNode } from '../nodes/BlockAtomNode'
import { $createContainerNode, ContainerNode } from '../nodes/ContainerNode'
import { chineseNumberShortcut } from '../numbering/numberingActions'

const quote: ElementTransformer = {
  type: 'element', dependencies: [ContainerNode], export: () => null, regExp: /^>\s/,
  replace: (line, children) => {
    const paragraph = $createParagraphNode().append(...children)
    line.replace($createContainerNode({ type: 'quote' }).append(paragraph))
    paragraph.select(0, 0)
  },
}

const divider: ElementTransformer = {
  type: 'element', dependencies: [BlockAtomNode], export: () => null, regExp: /^(---|\*\*\*|___)\s?$/,
  replace: (line) => {
    const rule = $createBlockAtomNode({ type: 'divider' })
    line.insertBefore(rule)
    line.clear()
    line.select()
  },
}

const shortcuts: Transformer[] = [
  HEADING, CHECK_LIST, UNORDERED_LIST, ORDERED_LIST, chineseNumberShortcut, quote, divider, INLINE_CODE, BOLD_ITALIC_STAR, BOLD_STAR, ITALIC_STAR, STRIKETHROUGH,
]

export const MarkdownShortcutsExtension = defineExtension({
  name: 'lf/markdown-shortcuts',
  register: (editor) => registerMarkdownShortcuts(editor, shortcuts),
})
