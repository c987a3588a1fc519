/** Keeps the keys and clipboard events of a field inside the text for the field: without this the editor would act on them too. */
import { useEffect, useRef, type RefObject } from 'react'

const events = ['keydown', 'paste', 'copy', 'cut', 'drop', 'dragstart', 'beforeinput', 'compositionstart', 'compositionend'] as const

const stop = (event: Event): void => { event.stopPropagation() }

export const useKeptFromEditor = <T extends HTMLElement>(): RefObject<T | null> => {
  const ref = useRef<T>(null)
  useEffect(() => {
    const element = ref.current
    for (const name of events) element?.addEventListener(name, stop)
    return () => { for (const name of events) element?.removeEventListener(name, stop) }
  }, [])
  return ref
}
