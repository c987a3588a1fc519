/** Where on the screen the editor's selection, or a place in its text, is. */
import { createDOMRange } from '@lexical/selection'
import { $getNodeByKey, $getSelection, $isRangeSelection, type LexicalEditor, type LexicalNode, type NodeKey } from 'lexical'

/** A caret in an empty line has no size of its own: then it is where its line is. */
const rectOf = (range: Range | null, within: Element | null): DOMRect | undefined => {
  const rect = range?.getBoundingClientRect()
  if (rect && (rect.height > 0 || rect.width > 0)) return rect
  return within?.getBoundingClientRect()
}

/** The rectangle of a stretch of one node's text. */
export const rectOfText = (editor: LexicalEditor, key: NodeKey, from: number, to: number): DOMRect | undefined => editor.read(() => {
  const node = $getNodeByKey(key)
  return node ? rectOf(createDOMRange(editor, node, from, node, to), editor.getElementByKey(key)) : undefined
})

export const rectOfNode = (editor: LexicalEditor, key: NodeKey): DOMRect | undefined => editor.getElementByKey(key)?.getBoundingClientRect()

const $place = (): { first: LexicalNode, last: LexicalNode, from: number, to: number } | undefined => {
  const selection = $getSelection()
  if ($isRangeSelection(selection)) {
    const [start, end] = selection.isBackward() ? [selection.focus, selection.anchor] : [selection.anchor, selection.focus]
    return { first: start.getNode(), from: start.offset, last: end.getNode(), to: end.offset }
  }
  const node = selection?.getNodes()[0]
  return node && { first: node, from: 0, last: node, to: 0 }
}

export const rectOfSelection = (editor: LexicalEditor): DOMRect | undefined => editor.read(() => {
  const place = $place()
  if (!place) return editor.getRootElement()?.getBoundingClientRect()
  return rectOf(createDOMRange(editor, place.first, place.from, place.last, place.to), editor.getElementByKey(place.last.getKey()))
})
