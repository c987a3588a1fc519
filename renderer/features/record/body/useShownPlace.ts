/** Brings a section or block into sight and lights it up for a moment. */
import { useEffect, type RefObject } from 'react'
import type { RecordTarget } from '#renderer/ui/navigation'

type Place = Pick<RecordTarget, 'blockId' | 'sectionId'>

const lightMs = 2400
const offsetPx = 64

/** A section as it is read, its heading as it is edited. */
export const sectionElement = (column: HTMLElement, id: string): HTMLElement | undefined =>
  column.querySelector<HTMLElement>(`#${CSS.escape(`section-${id}`)}`) ?? undefined

const blockElement = (column: HTMLElement, id: string): HTMLElement | undefined =>
  column.querySelector<HTMLElement>(`#${CSS.escape(`block-${id}`)}`) ?? undefined

const light = (element: HTMLElement): void => {
  const lit = { backgroundColor: 'var(--lf-mark)', boxShadow: '0 0 0 4px var(--lf-mark)', borderRadius: '2px' }
  element.animate([lit, { ...lit, offset: 0.6 }, { backgroundColor: 'transparent', boxShadow: '0 0 0 4px transparent' }], { duration: lightMs })
}

/** `lightIt` lights the place up for a moment. */
export const showPlace = (column: HTMLElement, { blockId, sectionId }: Place, lightIt: boolean): void => {
  const block = blockId === undefined ? undefined : blockElement(column, blockId)
  const element = block ?? (sectionId === undefined ? undefined : sectionElement(column, sectionId))
  if (!element) return
  const top = element.getBoundingClientRect().top - column.getBoundingClientRect().top + column.scrollTop
  column.scrollTo({ top: block ? top - column.clientHeight / 3 : top - offsetPx })
  if (lightIt) light(block ?? element.querySelector('h2') ?? element)
}

export const useShownPlace = (column: RefObject<HTMLDivElement | null>, target: Place | undefined) => {
  const goTo = (place: Place): void => { if (column.current) showPlace(column.current, place, false) }
  const { blockId, sectionId } = target ?? {}

  useEffect(() => {
    const element = column.current
    if (!element || (blockId === undefined && sectionId === undefined)) return
    const place = { ...(blockId !== undefined && { blockId }), ...(sectionId !== undefined && { sectionId }) }
    showPlace(element, place, true)
  }, [column, blockId, sectionId])

  return goTo
}
