/** Replacing found ranges in the editor: however many, one step to undo. */
import {
  $createRangeSelection, $getNearestNodeFromDOMNode, $isTextNode, $setSelection, HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG, type LexicalEditor, type RangeSelection, type TextNode,
} from 'lexical'

interface Place { node: TextNode, offset: number }

const $place = (dom: Node, offset: number): Place | undefined => {
  const node = $getNearestNodeFromDOMNode(dom)
  return $isTextNode(node) && offset <= node.getTextContentSize() ? { node, offset } : undefined
}

/** A range of the page as a selection of the text; undefined where it lies in what is not text of the body's lines. */
export const $selectionOf = (range: Range): RangeSelection | undefined => {
  const start = $place(range.startContainer, range.startOffset)
  const end = $place(range.endContainer, range.endOffset)
  if (!start || !end) return undefined
  const selection = $createRangeSelection()
  selection.anchor.set(start.node.getKey(), start.offset, 'text')
  selection.focus.set(end.node.getKey(), end.offset, 'text')
  return selection
}

/** From the last to the first, so that the places of those before stay true. Answers with how many there were to replace. */
export const replaceMatches = (editor: LexicalEditor, ranges: readonly Range[], text: string): number => {
  let replaced = 0
  editor.update(() => {
    const selections = ranges.flatMap((range) => $selectionOf(range) ?? [])
    for (const selection of [...selections].reverse()) {
      $setSelection(selection)
      if (text === '') selection.removeText()
      else selection.insertText(text)
    }
    replaced = selections.length
  }, { discrete: true, tag: [HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG] })
  return replaced
}
