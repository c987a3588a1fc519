/** A box on the sheet. What does not fit is made smaller until it does: faces of this machine may run wider than those that the deck was fitted with. */
import { useLayoutEffect, useRef, type CSSProperties, type ReactNode } from 'react'
import type { Box } from '#shared/model/slides/frame'
import styles from './slide.module.css'
import { placed } from './sheet'

interface FittedProps {
  box: Box
  /** Points. */
  size: number
  className?: string | undefined
  children: ReactNode
}

interface FittedStyle extends CSSProperties { '--size': number }

const step = 0.04
const smallest = 0.28

const fits = (outer: HTMLElement, inner: HTMLElement): boolean => inner.offsetHeight <= outer.clientHeight + 1 && inner.scrollWidth <= outer.clientWidth + 1

const fit = (outer: HTMLElement, inner: HTMLElement): void => {
  for (let factor = 1; factor > smallest; factor -= step) {
    outer.style.setProperty('--fit', factor.toFixed(2))
    if (fits(outer, inner)) return
  }
}

export const Fitted = ({ box, size, className, children }: FittedProps) => {
  const outer = useRef<HTMLDivElement>(null)
  const inner = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => { if (outer.current && inner.current) fit(outer.current, inner.current) })
  const style: FittedStyle = { ...placed(box), '--size': size }
  return <div ref={outer} className={`${styles.box} ${className ?? ''}`} style={style}><div ref={inner} className={styles.inside}>{children}</div></div>
}
