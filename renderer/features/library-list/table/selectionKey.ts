/** The keys of a grid that select: Space the active row, Ctrl+A all, Escape none, Delete removes what is selected. */
import type { KeyboardEvent } from 'react'
import type { Selecting } from '../selection/useSelecting'

/** Whether the key was one of them and was followed. */
export const selectionKey = ({ key, ctrlKey, metaKey }: KeyboardEvent, selecting: Selecting, active: number, onRemove: (() => void) | undefined): boolean => {
  if ((ctrlKey || metaKey) && key.toLowerCase() === 'a') {
    selecting.selectAll()
    return true
  }
  if (ctrlKey || metaKey) return false
  if (key === ' ') {
    selecting.toggle(active)
    return true
  }
  if (selecting.count === 0) return false
  if (key === 'Escape') selecting.clear()
  else if (key === 'Delete') onRemove?.()
  else return false
  return true
}
