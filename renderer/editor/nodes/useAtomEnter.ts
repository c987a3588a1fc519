/** Enter on what stands in a line without being text: a footnote is written in, a link to a record followed. */
import { $getSelection, $isNodeSelection, COMMAND_PRIORITY_LOW, KEY_ENTER_COMMAND, type LexicalEditor } from 'lexical'
import { useEffect } from 'react'
import { isKnownInline } from '#shared/model/body/inlines'
import { useEditorSurroundings } from '../EditorContext'
import { EDIT_FOOTNOTE_COMMAND } from '../footnotes/footnoteCommands'
import { $isInlineAtomNode, type InlineAtomNode } from './InlineAtomNode'

const $chosenAtom = (): InlineAtomNode | undefined => {
  const selection = $getSelection()
  if (!$isNodeSelection(selection)) return undefined
  const [node, ...others] = selection.getNodes()
  return others.length === 0 && $isInlineAtomNode(node) ? node : undefined
}

export const useAtomEnter = (editor: LexicalEditor): void => {
  const { onOpenRecord, missingRecords } = useEditorSurroundings()
  useEffect(() => editor.registerCommand(KEY_ENTER_COMMAND, (event) => {
    const atom = $chosenAtom()
    const inline = atom?.getInline()
    if (!atom || !inline || !isKnownInline(inline)) return false
    event?.preventDefault()
    if (inline.type === 'footnote') return editor.dispatchCommand(EDIT_FOOTNOTE_COMMAND, atom.getKey())
    if (inline.type === 'recordLink' && !missingRecords.has(inline.recordId)) onOpenRecord(inline.recordId)
    return true
  }, COMMAND_PRIORITY_LOW), [editor, onOpenRecord, missingRecords])
}
