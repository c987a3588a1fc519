/** The section that one is in: the one that was chosen, until the text is scrolled by hand; else the one in sight. */
import { useState, type RefObject } from 'react'
import { useCurrentSection } from '#renderer/features/record'
import type { Section } from '#shared/model/body/body'

/** A section as it is read, or its heading as it is edited, that an element stands in. */
const sectionIdOf = (element: Element): string | undefined => {
  const section = element.closest('section[id^=section-]')
  if (section) return section.id.slice('section-'.length)
  let line: Element | null = element
  while (line && !line.parentElement?.matches('[contenteditable=true]')) line = line.parentElement
  while (line && !line.id.startsWith('section-')) line = line.previousElementSibling
  return line?.id.slice('section-'.length)
}

export const useCurrentPlace = (column: RefObject<HTMLDivElement | null>, sections: readonly Section[]) => {
  const inSight = useCurrentSection(column, sections)
  const [chosen, setChosen] = useState<string>()
  const isThere = sections.some(({ id }) => id === chosen)
  return {
    current: isThere ? chosen : inSight,
    choose: setChosen,
    /** For the element around the text. */
    follow: {
      onWheel: () => setChosen(undefined),
      onClick: ({ target }: { target: EventTarget }) => { if (target instanceof Element) setChosen(sectionIdOf(target)) },
    },
  }
}
