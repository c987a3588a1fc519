/** Takes the caret from a selected picture to the text that is clicked, even where the click is quicker than the browser's own report of it. */
import {
  $createRangeSelectionFromDom, $getNearestNodeFromDOMNode, $getSelection, $isDecoratorNode, $isNodeSelection, $setSelection, CLICK_COMMAND, COMMAND_PRIORITY_HIGH,
  defineExtension, getDOMSelection, isDOMNode, type LexicalEditor,
} from 'lexical'

const $moveCaret = (editor: LexicalEditor, event: MouseEvent): boolean => {
  if (!$isNodeSelection($getSelection()) || !isDOMNode(event.target)) return false
  const clicked = $getNearestNodeFromDOMNode(event.target)
  if (clicked === null || $isDecoratorNode(clicked)) return false
  const range = $createRangeSelectionFromDom(getDOMSelection(window), editor)
  if (!range) return false
  $setSelection(range)
  return true
}

export const ClicksExtension = defineExtension({
  name: 'lf/clicks',
  register: (editor) => editor.registerCommand(CLICK_COMMAND, (event) => $moveCaret(editor, event), COMMAND_PRIORITY_HIGH),
})
