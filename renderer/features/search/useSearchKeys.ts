/** The keys of the search, in its box and in its results: walk, open, take a completion, close what is open. */
import type { KeyboardEvent } from 'react'
import type { Completion } from './complete/completion'
import { moveActive, type Active, type Lists } from './moveActive'

interface SearchKeys {
  lists: Lists
  moved: Active | undefined
  onMove: (active: Active) => void
  /** The completion that the keys are at. */
  chosen: Completion | undefined
  onTake: (completion: Completion) => void
  onOpen: () => void
  /** Down, with nothing to walk through. */
  onDown: () => void
  /** Puts the completions away. */
  onDismiss: () => void
}

export const useSearchKeys = ({ lists, moved, onMove, chosen, onTake, onOpen, onDown, onDismiss }: SearchKeys): ((event: KeyboardEvent) => void) => (event) => {
  if (event.nativeEvent.isComposing) return
  const { key } = event
  if ((key === 'Enter' || key === 'Tab') && chosen) {
    event.preventDefault()
    onTake(chosen)
  } else if (key === 'Enter') {
    event.preventDefault()
    onOpen()
  } else if (key === 'Escape' && (chosen ?? (lists.isValue && lists.completions > 0))) {
    // The dialog closes by the same key.
    event.stopPropagation()
    onDismiss()
  } else {
    const next = moveActive(key, moved, lists)
    if (next) onMove(next)
    else if (key === 'ArrowDown') onDown()
    if (next ?? key === 'ArrowDown') event.preventDefault()
  }
}
