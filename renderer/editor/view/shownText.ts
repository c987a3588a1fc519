/** The text of a block as the body has it, found in what is drawn: numbers of notes and icons are no part of it. */

const prefix = 'block-'

export const blockIdOf = (element: Element): string => element.id.slice(prefix.length)

export const blockElement = (root: HTMLElement, id: string): HTMLElement | null => root.querySelector<HTMLElement>(`#${CSS.escape(prefix + id)}`)

/** The block that a node stands in. */
export const nearestBlock = (node: Node): Element | null => (node instanceof Element ? node : node.parentElement)?.closest(`[id^=${prefix}]`) ?? null

const isLeftOut = (node: Node): boolean => node instanceof Element && (node.matches('[role=doc-noteref]') || node instanceof SVGElement)

/** What a node says itself, without what it holds. */
const ownText = (node: Node): string => {
  if (node instanceof Text) return node.data
  if (node instanceof HTMLBRElement) return '\n'
  return node instanceof HTMLImageElement ? node.alt : ''
}

function* shownNodes(parent: Node): Generator<Node> {
  for (const node of parent.childNodes) {
    if (isLeftOut(node)) continue
    yield node
    yield* shownNodes(node)
  }
}

export const textOf = (parent: Node): string => [...shownNodes(parent)].map(ownText).join('')

/** How many characters of an element's text stand before a point in it. */
export const offsetIn = (element: Element, node: Node, offset: number): number => {
  const before = document.createRange()
  before.setStart(element, 0)
  before.setEnd(node, offset)
  return textOf(before.cloneContents()).length
}

/** The drawn range from one character of an element's text to another; undefined where its text is shorter. */
export const rangeIn = (element: Element, start: number, end: number): Range | undefined => {
  const range = document.createRange()
  let at = 0
  let isOpen = false
  for (const node of shownNodes(element)) {
    const { length } = ownText(node)
    if (node instanceof Text) {
      if (!isOpen && start < at + length) { range.setStart(node, Math.max(0, start - at)); isOpen = true }
      if (isOpen && end <= at + length) { range.setEnd(node, end - at); return range }
    }
    at += length
  }
  return undefined
}
