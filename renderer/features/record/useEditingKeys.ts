/** E starts editing, Esc ends it, unless the key belongs to something else: a field, an open list, a dialog, an input method. */
import { useEffect } from 'react'

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select, [role=dialog]') !== null)

/** An open list or dialog closes itself first; the editor says when it has no use for the key. */
const hasItsOwnEscape = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.closest('[aria-expanded=true], [role=dialog], [role=menu], [role=listbox]') !== null)

export const useEditingKeys = (editing: boolean, edit: () => void, finish: () => void): void => {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
      if (!editing && (event.key === 'e' || event.key === 'E') && !isTyping(event.target)) {
        event.preventDefault()
        edit()
      }
      if (editing && event.key === 'Escape' && !hasItsOwnEscape(event.target)) finish()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [editing, edit, finish])
}
