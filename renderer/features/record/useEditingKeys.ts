/** E starts editing, Esc ends it, unless the key belongs to something else: a field, an open list, a dialog, an input method. */
import { useEffect, useRef } from 'react'
import { isOverlayOpen } from '#renderer/ui/openOverlay'

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select, [role=dialog]') !== null)

/** The editor says when it has no use for the key. */
const hasItsOwnEscape = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.closest('[aria-expanded=true], [role=dialog], [role=menu], [role=listbox]') !== null)

export const useEditingKeys = (editing: boolean, edit: () => void, finish: () => void): void => {
  /** Asked before anyone had the key: by the time it comes here, what it closed is closed. */
  const closes = useRef(false)
  useEffect(() => {
    const look = (event: KeyboardEvent): void => { closes.current = event.key === 'Escape' && isOverlayOpen() }
    const pressed = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
      if (!editing && (event.key === 'e' || event.key === 'E') && !isTyping(event.target)) {
        event.preventDefault()
        edit()
      }
      if (editing && event.key === 'Escape' && !closes.current && !hasItsOwnEscape(event.target)) finish()
    }
    window.addEventListener('keydown', look, { capture: true })
    window.addEventListener('keydown', pressed)
    return () => {
      window.removeEventListener('keydown', look, { capture: true })
      window.removeEventListener('keydown', pressed)
    }
  }, [editing, edit, finish])
}
