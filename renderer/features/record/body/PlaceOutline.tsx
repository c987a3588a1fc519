/** Outlines the place in the body that a gap of the gate leads to, as long as the gap is there. */
import { useEffect, useState, type RefObject } from 'react'
import styles from './PlaceOutline.module.css'
import { sectionElement } from './useShownPlace'

export interface OutlinedPlace { sectionId?: string; blockId?: string }

interface Box { top: number; left: number; width: number; height: number }

/** Around the outlined text, in CSS pixels. */
const around = { x: 10, y: 5 }

const isHeading = (element: Element): boolean => element.matches('h2[id^=section-]')

/** The elements of a place: a section is one element to read, its heading and all up to the next one while it is edited. */
const elementsOf = (column: HTMLElement, { sectionId, blockId }: OutlinedPlace): Element[] => {
  const block = blockId === undefined ? null : column.querySelector(`#${CSS.escape(`block-${blockId}`)}`)
  if (block) return [block]
  const section = sectionId === undefined ? undefined : sectionElement(column, sectionId)
  if (!section) return []
  const elements: Element[] = [section]
  if (!isHeading(section)) return elements
  for (let next = section.nextElementSibling; next && !isHeading(next); next = next.nextElementSibling) elements.push(next)
  return elements
}

const boxOf = (column: HTMLElement, place: OutlinedPlace): Box | undefined => {
  const rects = elementsOf(column, place).map((element) => element.getBoundingClientRect())
  if (rects.length === 0) return undefined
  const origin = column.getBoundingClientRect()
  const [top, bottom] = [Math.min(...rects.map((rect) => rect.top)), Math.max(...rects.map((rect) => rect.bottom))]
  const [left, right] = [Math.min(...rects.map((rect) => rect.left)), Math.max(...rects.map((rect) => rect.right))]
  return {
    top: top - origin.top + column.scrollTop - around.y, left: left - origin.left - around.x,
    width: right - left + 2 * around.x, height: bottom - top + 2 * around.y,
  }
}

interface PlaceOutlineProps { column: RefObject<HTMLDivElement | null>; place: OutlinedPlace; editing: boolean }

export const PlaceOutline = ({ column, place, editing }: PlaceOutlineProps) => {
  const [box, setBox] = useState<Box>()
  useEffect(() => {
    const element = column.current
    const text = element?.firstElementChild
    if (!element || !text) return
    const observer = new ResizeObserver(() => setBox(boxOf(element, place)))
    observer.observe(text)
    return () => observer.disconnect()
  }, [column, place, editing])
  return box && <div className={styles.outline} style={box} aria-hidden="true" />
}
