/** Footnotes of Word, WPS and LibreOffice: an anchor in the text and, at the end, what it leads to. */
import type { StyleOf } from './styles'

export interface FootnotesOf {
  /** What an anchor in the text leads to. */
  definitionOf: (anchor: Element) => Element | undefined
  /** Whether an element is read at its anchor instead of where it stands. */
  isReadElsewhere: (element: Element) => boolean
  /** Whether an anchor only leads from a note back into the text. */
  isWayBack: (anchor: Element) => boolean
}

const noteStyles = ['mso-footnote-id', 'mso-endnote-id']

export const findFootnotes = (document: Document, styleOf: StyleOf): FootnotesOf => {
  const definitions = new Map<string, Element>()
  for (const element of document.querySelectorAll('div[id]')) {
    const isNote = /^(foot|end)note$/.test(styleOf(element)['mso-element'] ?? '') || /^sd(foot|end)note\d+$/.test(element.id)
    if (isNote) definitions.set(element.id, element)
  }
  const inDefinition = (anchor: Element): boolean => {
    for (let parent = anchor.parentElement; parent; parent = parent.parentElement) if (definitions.get(parent.id) === parent) return true
    return false
  }
  const definitionOf = (anchor: Element): Element | undefined => {
    const style = styleOf(anchor)
    const named = noteStyles.map((name) => style[name]).find((id) => id !== undefined)
    const [, libre] = /^#(sd(?:foot|end)note\d+)sym$/.exec(anchor.getAttribute('href') ?? '') ?? []
    const id = named ?? libre
    return id === undefined || inDefinition(anchor) ? undefined : definitions.get(id)
  }
  const used = new Set<Element>()
  for (const anchor of definitions.size > 0 ? document.querySelectorAll('a') : []) {
    const definition = definitionOf(anchor)
    if (definition) used.add(definition)
  }
  return {
    definitionOf,
    isReadElsewhere: (element) => used.has(element)
      // Word draws a rule above its notes.
      || (element.localName === 'hr' && (element.parentElement ? styleOf(element.parentElement)['mso-element'] ?? '' : '').endsWith("note-list")),
    isWayBack: (anchor) => (inDefinition(anchor) && noteStyles.some((name) => styleOf(anchor)[name] !== undefined))
      || /^#sd(foot|end)note\d+anc$/.test(anchor.getAttribute('href') ?? ''),
  }
}
