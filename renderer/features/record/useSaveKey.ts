/** Ctrl+S saves at once, wherever the focus is, and is not left to the browser, which would save the page. The state of saving says when it is done. */
import { useEffect } from 'react'
import type { RecordSession } from './session/recordSession'

export const useSaveKey = (session: RecordSession): void => {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.code !== 'KeyS' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return
      event.preventDefault()
      if (!event.repeat) void session.flush()
    }
    window.addEventListener('keydown', pressed)
    return () => { window.removeEventListener('keydown', pressed) }
  }, [session])
}
