/** Which section the reader is in: the last one whose heading has reached the upper part of the column. */
import { useEffect, useState, type RefObject } from 'react'
import type { Section } from '#shared/model/body/body'
import { sectionElement } from './useShownPlace'

/** How far below the column's top a heading counts as reached, in CSS pixels. */
const reachedPx = 96

const currentOf = (column: HTMLElement, sections: readonly Section[]): string | undefined => {
  const line = column.getBoundingClientRect().top + reachedPx
  if (column.scrollTop > 0 && column.scrollTop + column.clientHeight >= column.scrollHeight - 1) return sections.at(-1)?.id
  return sections.findLast((section) => {
    const element = sectionElement(column, section.id)
    return element !== undefined && element.getBoundingClientRect().top <= line
  })?.id ?? sections[0]?.id
}

export const useCurrentSection = (column: RefObject<HTMLDivElement | null>, sections: readonly Section[]): string | undefined => {
  const [current, setCurrent] = useState<string>()
  useEffect(() => {
    const element = column.current
    if (!element) return
    let frame = 0
    const look = (): void => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => setCurrent(currentOf(element, sections)))
    }
    look()
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      element.removeEventListener('scroll', look)
    }
  }, [column, sections])
  return current
}
