/** A panel at a place in the text: below it, above where there is no room. It follows the text when that scrolls. */
import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import css from './floating.module.css'

interface FloatingPanelProps {
  /** Where it belongs, asked anew whenever something moved; it stays where it was while there is none. */
  at: () => DOMRect | undefined
  label: string
  role?: 'dialog' | 'group'
  /** A click elsewhere, or Escape inside. */
  onClose: () => void
  children: ReactNode
}

const gapPx = 6
const edgePx = 8

const place = (panel: HTMLElement, rect: DOMRect): void => {
  const { offsetWidth: width, offsetHeight: height } = panel
  const below = rect.bottom + gapPx
  const fits = below + height <= window.innerHeight - edgePx || rect.top - gapPx - height < edgePx
  panel.style.top = `${Math.round(fits ? below : rect.top - gapPx - height)}px`
  panel.style.left = `${Math.round(Math.max(edgePx, Math.min(rect.left, window.innerWidth - edgePx - width)))}px`
}

export const FloatingPanel = ({ at, label, role = 'dialog', onClose, children }: FloatingPanelProps) => {
  const ref = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const follow = (): void => {
      const rect = at()
      if (ref.current && rect) place(ref.current, rect)
    }
    follow()
    const observer = new ResizeObserver(follow)
    if (ref.current) observer.observe(ref.current)
    window.addEventListener('scroll', follow, true)
    window.addEventListener('resize', follow)
    return () => {
      observer.disconnect()
      window.removeEventListener('scroll', follow, true)
      window.removeEventListener('resize', follow)
    }
  })
  useEffect(() => {
    const pressed = (event: PointerEvent): void => {
      if (event.target instanceof Node && !ref.current?.contains(event.target)) onClose()
    }
    document.addEventListener('pointerdown', pressed, true)
    return () => { document.removeEventListener('pointerdown', pressed, true) }
  }, [onClose])
  return createPortal(
    <div
      ref={ref} className={css.panel} role={role} aria-label={label}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.preventDefault()
        onClose()
      }}
    >
      {children}
    </div>,
    document.body,
  )
}
