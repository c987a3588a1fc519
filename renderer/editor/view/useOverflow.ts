/** Whether what an element holds is wider than it is, so that the keyboard must be able to scroll it. */
import { useEffect, useState, type RefObject } from 'react'

export const useOverflow = (ref: RefObject<HTMLElement | null>): boolean => {
  const [isWide, setIsWide] = useState(false)
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const observer = new ResizeObserver(() => setIsWide(element.scrollWidth > element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [ref])
  return isWide
}
