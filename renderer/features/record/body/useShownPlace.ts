/** Brings a section or block into sight and lights it up for a moment. */
import { useEffect, useRef, type RefObject } from 'react'
import type { RecordTarget } from '#renderer/ui/navigation'
import type { Section } from '#shared/model/body/body'

type Place = Pick<RecordTarget, 'blockId' | 'sectionId'>

const lightMs = 2400
const offsetPx = 64

/** A section by its id or, in the editor, which gives its elements none, by its place. */
export const sectionElement = (column: HTMLElement, sections: readonly Section[], id: string): HTMLElement | undefined =>
  column.querySelector<HTMLElement>(`#${CSS.escape(`section-${id}`)}`)
  ?? column.querySelectorAll<HTMLElement>('[contenteditable=true] > h2')[sections.findIndex((section) => section.id === id)]

const blockElement = (column: HTMLElement, id: string): HTMLElement | undefined =>
  column.querySelector<HTMLElement>(`#${CSS.escape(`block-${id}`)}`) ?? undefined

const light = (element: HTMLElement): void => {
  const lit = { backgroundColor: 'var(--lf-mark)', boxShadow: '0 0 0 4px var(--lf-mark)', borderRadius: '2px' }
  element.animate([lit, { ...lit, offset: 0.6 }, { backgroundColor: 'transparent', boxShadow: '0 0 0 4px transparent' }], { duration: lightMs })
}

const show = (column: HTMLElement, sections: readonly Section[], { blockId, sectionId }: Place, lightIt: boolean): void => {
  const block = blockId === undefined ? undefined : blockElement(column, blockId)
  const element = block ?? (sectionId === undefined ? undefined : sectionElement(column, sections, sectionId))
  if (!element) return
  const top = element.getBoundingClientRect().top - column.getBoundingClientRect().top + column.scrollTop
  column.scrollTo({ top: block ? top - column.clientHeight / 3 : top - offsetPx })
  if (lightIt) light(block ?? element.querySelector('h2') ?? element)
}

export const useShownPlace = (column: RefObject<HTMLDivElement | null>, sections: readonly Section[], target: Place | undefined) => {
  const goTo = (place: Place): void => { if (column.current) show(column.current, sections, place, false) }
  const { blockId, sectionId } = target ?? {}
  /** One is brought to a place once, whatever is written afterwards. */
  const arrived = useRef(sections)

  useEffect(() => {
    const element = column.current
    if (!element || (blockId === undefined && sectionId === undefined)) return
    const place = { ...(blockId !== undefined && { blockId }), ...(sectionId !== undefined && { sectionId }) }
    show(element, arrived.current, place, true)
  }, [column, blockId, sectionId])

  return goTo
}
