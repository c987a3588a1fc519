/** The inner size of an element, followed while it changes: a virtual table wants it in numbers. Undefined until it is measured. */
import { useLayoutEffect, useState, type RefObject } from 'react'

export interface Size { width: number; height: number }

export const useSize = (ref: RefObject<HTMLElement | null>): Size | undefined => {
  const [size, setSize] = useState<Size>()
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = element
      setSize((before) => (before?.width === width && before.height === height ? before : { width, height }))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [ref])
  return size
}
