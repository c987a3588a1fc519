/** The selection's state as React sees it; it changes only when something shown does. */
import type { LexicalEditor } from 'lexical'
import { useEffect, useState } from 'react'
import { $selectionState, noSelection, sameSelectionState, type SelectionState } from './selectionState'

export const useSelectionState = (editor: LexicalEditor): SelectionState => {
  const [state, setState] = useState(noSelection)
  useEffect(() => editor.registerUpdateListener(({ editorState }) => {
    const next = editorState.read($selectionState)
    setState((previous) => (sameSelectionState(previous, next) ? previous : next))
  }), [editor])
  return state
}
