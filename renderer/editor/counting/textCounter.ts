/** Counts a text again and again while it is written: of its blocks only those that changed since, so that a long text takes no longer than what is typed in. */
import { TableNode } from '@lexical/table'
import { $getRoot, $getState, $isElementNode, HISTORIC_TAG, type EditorState, type LexicalEditor, type LexicalNode, type NodeKey } from 'lexical'
import { isKnownInline } from '#shared/model/body/inlines'
import { inlineText } from '#shared/model/body/walk'
import { countText, type WordCount } from '#shared/text/wordCount'
import { keptState } from '../mapping/nodeState'
import { $isBlockAtomNode } from '../nodes/BlockAtomNode'
import { $isInlineAtomNode } from '../nodes/InlineAtomNode'

export interface TextCounter {
  /** How long the text is that a state of the editor holds. */
  count: (state: EditorState) => WordCount
  stop: () => void
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Footnotes count too, as they do in Word; so does what stands below pictures and above tables, or what a picture without a caption says in its place. */
const $ownText = (node: LexicalNode): string => {
  if ($isInlineAtomNode(node)) {
    const inline = node.getInline()
    return isKnownInline(inline) && inline.type === 'footnote' ? inlineText(inline.inlines) : ''
  }
  if ($isBlockAtomNode(node)) { const { caption, alt } = node.getBlock(); return textOf(caption) || textOf(alt) }
  return node instanceof TableNode ? textOf($getState(node, keptState).caption) : ''
}

const $textsBeside = (node: LexicalNode): string[] => [$ownText(node), ...$isElementNode(node) ? node.getChildren().flatMap($textsBeside) : []]

/** Blocks are apart from one another: the counts of all of them together are that of the text. */
const $countBlock = (block: LexicalNode): WordCount => countText([block.getTextContent(), ...$textsBeside(block)].join('\n'))

const nothing: WordCount = { words: 0, characters: 0, withoutSpaces: 0 }

const sum = (a: WordCount, b: WordCount): WordCount =>
  ({ words: a.words + b.words, characters: a.characters + b.characters, withoutSpaces: a.withoutSpaces + b.withoutSpaces })

export const createTextCounter = (editor: LexicalEditor): TextCounter => {
  let latest = editor.getEditorState()
  const counted = new Map<NodeKey, WordCount>()
  const $counted = (block: LexicalNode): WordCount => {
    const count = counted.get(block.getKey()) ?? $countBlock(block)
    counted.set(block.getKey(), count)
    return count
  }
  const stop = editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves, tags }) => {
    latest = editorState
    // A state that is put in whole, as undoing does, does not say what is other in it: only its root is dirty.
    const isWhole = dirtyElements.size === 1 && dirtyElements.has('root') && dirtyLeaves.size === 0
    if (isWhole || tags.has(HISTORIC_TAG)) counted.clear()
    for (const keys of [dirtyElements.keys(), dirtyLeaves]) for (const key of keys) counted.delete(key)
  })
  return {
    count: (state) => state.read(() => $getRoot().getChildren().map(state === latest ? $counted : $countBlock).reduce(sum, nothing), { editor }),
    stop,
  }
}
