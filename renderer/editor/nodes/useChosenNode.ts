/** Whether a node alone is selected, as the arrow keys select a link to a record on their way. */
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { $getSelection, $isNodeSelection, type EditorState, type NodeKey } from 'lexical'
import { useCallback, useSyncExternalStore } from 'react'

const isChosen = (state: EditorState, key: NodeKey): boolean => state.read(() => {
  const selection = $getSelection()
  return $isNodeSelection(selection) && selection.has(key) && selection.getNodes().length === 1
})

export const useChosenNode = (key: NodeKey): boolean => {
  const [editor] = useLexicalComposerContext()
  const subscribe = useCallback((changed: () => void) => editor.registerUpdateListener(changed), [editor])
  return useSyncExternalStore(subscribe, () => isChosen(editor.getEditorState(), key))
}
