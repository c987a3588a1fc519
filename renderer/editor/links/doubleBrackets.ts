/** Two opening brackets, as typed or as an input method makes them, ask for a link to a record. */
import { $getNodeByKey, $getSelection, $isRangeSelection, $isTextNode, type EditorState, type LexicalEditor } from 'lexical'

const brackets = ['[[', '【【'] as const

interface Caret { text: string, offset: number, length: number }

const $caret = (): Caret | undefined => {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed() || selection.anchor.type !== 'text') return undefined
  const node = selection.anchor.getNode()
  if (!$isTextNode(node) || node.hasFormat('code')) return undefined
  return { text: node.getTextContent().slice(0, selection.anchor.offset), offset: selection.anchor.offset, length: node.getTextContentSize() }
}

const endsWithBrackets = (text: string): boolean => brackets.some((pair) => text.endsWith(pair))

/** Whether the second bracket was typed between two states, not pasted with more, deleted towards or merely passed by the caret. */
export const isBracketTyped = (state: EditorState, before: EditorState): boolean => {
  const caret = state.read($caret)
  if (!caret || !endsWithBrackets(caret.text)) return false
  const key = state.read(() => { const selection = $getSelection(); return $isRangeSelection(selection) ? selection.anchor.key : '' })
  const lengthBefore = before.read(() => $getNodeByKey(key)?.getTextContentSize() ?? 0)
  return caret.length > lengthBefore && caret.length - lengthBefore <= 2
}

/** Takes the brackets before the caret away, in the update that puts the link there. */
export const $removeBrackets = (): void => {
  const selection = $getSelection()
  const caret = $caret()
  if (!$isRangeSelection(selection) || !caret || !endsWithBrackets(caret.text)) return
  const node = selection.anchor.getNode()
  if ($isTextNode(node)) node.spliceText(caret.offset - 2, 2, '', true)
}

/** Calls back when brackets were typed and no input method is at work. */
export const registerDoubleBrackets = (editor: LexicalEditor, onTyped: () => void): (() => void) =>
  editor.registerUpdateListener(({ editorState, prevEditorState, dirtyLeaves, tags }) => {
    if (dirtyLeaves.size === 0 || editor.isComposing() || tags.has('historic')) return
    if (isBracketTyped(editorState, prevEditorState)) onTyped()
  })
