/** Puts the caret at the first line in sight when editing begins, so that one can write at once and nothing scrolls away. */
import { useEffect, type RefObject } from 'react'

/** Below the editor's toolbar and into the first line, in CSS pixels from the column's top left. */
const downPx = 84
const inPx = 4

const placeCaret = (column: HTMLElement | null): void => {
  const text = column?.querySelector<HTMLElement>('[contenteditable=true]')
  if (!column || !text) return
  // Chrome's own way, which it has had since long before the standard's.
  const at = document.caretRangeFromPoint(text.getBoundingClientRect().left + inPx, column.getBoundingClientRect().top + downPx)
  text.focus({ preventScroll: true })
  if (at && text.contains(at.startContainer)) document.getSelection()?.collapse(at.startContainer, at.startOffset)
}

export const useCaretInSight = (column: RefObject<HTMLDivElement | null>, active: boolean): void => {
  useEffect(() => {
    if (!active) return
    // Not before the editor has drawn its text.
    const frame = requestAnimationFrame(() => placeCaret(column.current))
    return () => cancelAnimationFrame(frame)
  }, [column, active])
}
