/** From one change to the next: by the arrow keys while a comparison is open, and by its buttons. */
import { useEffect, useState, type RefObject } from 'react'

const takesArrows = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable=true], [role=alertdialog], .ant-modal, .ant-popover') !== null

/** `current` counts from 0 and is undefined before the first. Changes are the elements with `data-change` in `place`. */
export const useChangeKeys = (place: RefObject<HTMLElement | null>, count: number): { current: number | undefined; go: (by: 1 | -1) => void } => {
  const [at, setAt] = useState<number>()
  const current = at === undefined || count === 0 ? undefined : Math.min(at, count - 1)

  const go = (by: 1 | -1): void => {
    const next = current === undefined ? (by === 1 ? 0 : count - 1) : Math.max(0, Math.min(count - 1, current + by))
    const change = place.current?.querySelectorAll<HTMLElement>('[data-change]')[next]
    if (!change) return
    setAt(next)
    change.scrollIntoView({ block: 'center' })
    change.focus({ preventScroll: true })
  }

  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || takesArrows(event.target)) return
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
      event.preventDefault()
      go(event.key === 'ArrowDown' ? 1 : -1)
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  })
  return { current, go }
}
