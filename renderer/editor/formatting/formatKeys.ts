/** The keys of Word for further formats. */
import {
  $getSelection, COMMAND_PRIORITY_NORMAL, defineExtension, FORMAT_TEXT_COMMAND, isModifierMatch, KEY_DOWN_COMMAND, type LexicalEditor,
} from 'lexical'
import { $clearFormats, $setAlign } from './formatActions'
import { alignments, clearKey, textFormats, type Key } from './formats.data'

const isKey = (event: KeyboardEvent, { code, shift = false, alt = false }: Key): boolean =>
  event.code === code && isModifierMatch(event, { ctrlKey: true, shiftKey: shift, altKey: alt })

const $act = (editor: LexicalEditor, event: KeyboardEvent): boolean => {
  const text = textFormats.find(({ key }) => isKey(event, key))
  if (text) return editor.dispatchCommand(FORMAT_TEXT_COMMAND, text.format)
  const line = alignments.find(({ key }) => isKey(event, key))
  if (line) { $setAlign(line.align); return true }
  // Input methods are switched by the same key: at a caret it takes nothing away.
  if (!isKey(event, clearKey) || event.key !== ' ' || $getSelection()?.isCollapsed() !== false) return false
  $clearFormats()
  return true
}

export const FormatKeysExtension = defineExtension({
  name: 'lf/format-keys',
  register: (editor) => editor.registerCommand(KEY_DOWN_COMMAND, (event) => {
    if (event.isComposing || !$act(editor, event)) return false
    event.preventDefault()
    return true
  }, COMMAND_PRIORITY_NORMAL),
})
