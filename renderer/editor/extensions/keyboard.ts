/** Keys of the editor that Lexical leaves open: Tab in lists, in paragraphs and at the end of tables. Bold, italic and underline come with rich text, cells with tables. */
import { $isListItemNode } from '@lexical/list'
import {
  $findMatchingParent, $getSelection, $isRangeSelection, COMMAND_PRIORITY_BEFORE_HIGH, COMMAND_PRIORITY_EDITOR, defineExtension, INDENT_CONTENT_COMMAND, INSERT_TAB_COMMAND,
  KEY_TAB_COMMAND, mergeRegister, OUTDENT_CONTENT_COMMAND, type LexicalEditor,
} from 'lexical'
import { $goOnInNewRow } from '../tables/tableActions'

/** Tab nests a list item or indents a paragraph from its start; anywhere else in a line it is a tab. */
const $onTab = (editor: LexicalEditor, event: KeyboardEvent): boolean => {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return false
  event.preventDefault()
  const inList = $findMatchingParent(selection.anchor.getNode(), $isListItemNode) !== null
  const atStart = selection.isCollapsed() && selection.anchor.offset === 0
  if (event.shiftKey) return editor.dispatchCommand(OUTDENT_CONTENT_COMMAND, undefined)
  if (inList || atStart || !selection.isCollapsed()) return editor.dispatchCommand(INDENT_CONTENT_COMMAND, undefined)
  return editor.dispatchCommand(INSERT_TAB_COMMAND, undefined)
}

export const KeyboardExtension = defineExtension({
  name: 'lf/keyboard',
  register: (editor) => mergeRegister(
    editor.registerCommand(KEY_TAB_COMMAND, (event) => $onTab(editor, event), COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(KEY_TAB_COMMAND, (event) => {
      if (event.shiftKey || !$goOnInNewRow()) return false
      event.preventDefault()
      return true
    }, COMMAND_PRIORITY_BEFORE_HIGH),
  ),
})
