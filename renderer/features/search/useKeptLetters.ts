/** No letter typed while the search is open is lost: wherever the focus is, the box has it before the letter goes anywhere. */
import type { InputRef } from 'antd'
import { useEffect, type RefObject } from 'react'

const isLetter = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  !ctrlKey && !metaKey && !altKey && key !== ' ' && (key === 'Process' || [...key].length === 1)

const takesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea')) && target.closest('[role=dialog]') !== null

export const useKeptLetters = (input: RefObject<InputRef | null>): void => {
  useEffect(() => {
    input.current?.focus({ cursor: 'all' })
    const onKey = (event: KeyboardEvent): void => {
      if (isLetter(event) && !takesText(event.target)) input.current?.focus({ cursor: 'end' })
    }
    addEventListener('keydown', onKey, { capture: true })
    return () => { removeEventListener('keydown', onKey, { capture: true }) }
  }, [input])
}
