/** Puts the caret at the first line in sight when editing begins, so that one can write at once and nothing scrolls away. */
import { useEffect, type RefObject } from 'react'

/** Below the editor's toolbar and into the first line, in CSS pixels from the column's top left. */
const downPx = 84
const inPx = 4

const placeCaret = (column: HTMLElement | null): void => {
  const text = column?.querySelector<HTMLElement>('[contenteditable=true]')
  if (!column || !text) return
  const { left } = text.getBoundingClientRect()
  // Chrome has it from version 128 on; before, the caret is left to the browser.
  const at = 'caretPositionFromPoint' in document ? document.caretPositionFromPoint(left + inPx, column.getBoundingClientRect().top + downPx) : null
  text.focus({ preventScroll: true })
  if (at && text.contains(at.offsetNode)) document.getSelection()?.collapse(at.offsetNode, at.offset)
}

export const useCaretInSight = (column: RefObject<HTMLDivElement | null>, active: boolean): void => {
  useEffect(() => {
    if (!active) return
    // Not before the editor has drawn its text.
    const frame = requestAnimationFrame(() => placeCaret(column.current))
    return () => cancelAnimationFrame(frame)
  }, [column, active])
}
