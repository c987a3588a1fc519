/** The keys of a merge: from one record or part to the next, choosing, and looking closer, unless a key belongs to what is typed or open. */
import { useEffect, useRef } from 'react'
import { isOverlayOpen } from '#renderer/ui/openOverlay'

type MergeKey = 'next' | 'previous' | 'one' | 'two' | 'three' | 'conflict' | 'enter' | 'leave' | 'help'

/** Letters and digits as they stand on the key, whatever writes Chinese. */
const byCode: Readonly<Record<string, MergeKey>> = {
  KeyJ: 'next', KeyK: 'previous', Digit1: 'one', Digit2: 'two', Digit3: 'three', Numpad1: 'one', Numpad2: 'two', Numpad3: 'three', KeyN: 'conflict',
  ArrowDown: 'next', ArrowUp: 'previous', Enter: 'enter', NumpadEnter: 'enter', Escape: 'leave',
}

const isTyping = (target: HTMLElement): boolean => target.isContentEditable || target.matches('textarea, select, input:not([type=radio], [type=checkbox])')

/** What the arrows, Enter and Escape do where the focus is, they go on doing. */
const hasItsOwn = (key: string, target: HTMLElement): boolean => {
  if (key.startsWith('Arrow')) return target.closest('input, [role=combobox], [role=radiogroup], [role=listbox], [role=menu]') !== null
  if (key === 'Enter') return target.closest('button, a, input, [role=combobox], [role=menuitem], summary') !== null
  return key === 'Escape' && target.closest('[aria-expanded=true], [role=dialog], [role=menu], [role=listbox]') !== null
}

export const mergeKeyOf = (event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'>): MergeKey | undefined => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return undefined
  if (event.key === '?' || event.key === '？') return 'help'
  // Without NumLock the number pad moves about: End is no 1.
  if (event.shiftKey || (/^Numpad\d$/.test(event.code) && event.code !== `Numpad${event.key}`)) return undefined
  return byCode[event.code]
}

/** A key without a function is left to others. */
export const useMergeKeys = (keys: Partial<Record<MergeKey, (() => void) | undefined>>): void => {
  const latest = useRef(keys)
  useEffect(() => { latest.current = keys })
  /** Asked before anyone had the key: by the time it comes here, what it closed is closed. */
  const isCovered = useRef(false)
  useEffect(() => {
    const look = (): void => { isCovered.current = isOverlayOpen() }
    const pressed = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isCovered.current || !(event.target instanceof HTMLElement)) return
      if (isTyping(event.target) || hasItsOwn(event.key, event.target)) return
      const key = mergeKeyOf(event)
      const run = key && latest.current[key]
      if (!run) return
      event.preventDefault()
      run()
    }
    window.addEventListener('keydown', look, { capture: true })
    window.addEventListener('keydown', pressed)
    return () => {
      window.removeEventListener('keydown', look, { capture: true })
      window.removeEventListener('keydown', pressed)
    }
  }, [])
}
