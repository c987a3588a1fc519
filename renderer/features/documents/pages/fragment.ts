/** A stretch of laid out text as a piece of its own: what goes on from the page before neither is indented again nor begins its list anew. */
import type { PageCut } from './cuts'
import type { Place } from './lines'

const setStart = (range: Range, place: Place): void => {
  if ('before' in place) range.setStartBefore(place.before)
  else range.setStart(place.node, place.offset)
}

const setEnd = (range: Range, place: Place): void => {
  if ('before' in place) range.setEndBefore(place.before)
  else range.setEnd(place.node, place.offset)
}

/** The elements around a place, the outermost first. */
const around = ({ node, root }: { node: Node; root: Element }): Element[] => {
  const found: Element[] = []
  for (let each: Node | null = node; each && each !== root; each = each.parentNode) if (each instanceof Element) found.unshift(each)
  return found
}

const firstOf = (node: ParentNode): Element | null => node.firstElementChild
const lastOf = (node: ParentNode): Element | null => node.lastElementChild

/** Copies of the elements around the place where a piece begins or ends. */
const copiesOf = (piece: ParentNode, sources: readonly Element[], step: (node: ParentNode) => Element | null): { source: Element; copy: HTMLElement }[] => {
  const found: { source: Element; copy: HTMLElement }[] = []
  let at = step(piece)
  for (const source of sources) {
    if (!(at instanceof HTMLElement)) break
    found.push({ source, copy: at })
    at = step(at)
  }
  return found
}

const numberOf = (item: HTMLLIElement): number => {
  const list = item.parentElement
  let number = list instanceof HTMLOListElement ? list.start - 1 : 0
  for (const each of list?.children ?? []) {
    if (!(each instanceof HTMLLIElement)) continue
    number = each.hasAttribute('value') ? each.value : number + 1
    if (each === item) break
  }
  return number
}

/** The item of a list that a piece begins in or before. */
const itemAt = (list: Element, place: Place): HTMLLIElement | undefined => {
  const node = 'before' in place ? place.before : place.node
  return [...list.children].find((child): child is HTMLLIElement => child instanceof HTMLLIElement && child.contains(node))
}

/** What begins and ends in one element is copied without it. */
const wrap = (piece: DocumentFragment, elements: readonly Element[]): void => {
  for (const element of [...elements].reverse()) {
    const shell = element.cloneNode(false)
    shell.appendChild(piece)
    piece.append(shell)
  }
}

const goOnFrom = (piece: DocumentFragment, { start, head, isCut }: PageCut, sources: readonly Element[]): void => {
  for (const { source, copy } of copiesOf(piece, sources, firstOf)) {
    copy.dataset.continued = isCut ? 'text' : ''
    copy.removeAttribute('id')
    const item = source instanceof HTMLOListElement ? itemAt(source, start) : undefined
    const first = copy.firstElementChild
    if (item && first instanceof HTMLLIElement) first.value = numberOf(item)
    if (source instanceof HTMLTableElement) copy.prepend(...[...source.querySelectorAll(':scope > colgroup'), ...head ? [head] : []].map((each) => each.cloneNode(true)))
  }
}

/** From a cut, or the beginning, to the next, or the end. */
export const pieceOf = (root: Element, from: PageCut | undefined, to: PageCut | undefined): DocumentFragment => {
  const range = document.createRange()
  range.selectNodeContents(root)
  if (from) setStart(range, from.start)
  if (to) setEnd(range, to.start)
  const piece = range.cloneContents()
  wrap(piece, around({ node: range.commonAncestorContainer, root }))
  if (to) {
    const ends = copiesOf(piece, around({ node: range.endContainer, root }), lastOf)
    for (const { copy } of ends) copy.dataset.continues = ''
    const block = to.isCut ? ends.findLast(({ source }) => !getComputedStyle(source).display.startsWith('inline')) : undefined
    if (block && getComputedStyle(block.source).textAlign === 'justify') block.copy.style.textAlignLast = 'justify'
  }
  if (from) goOnFrom(piece, from, around({ node: range.startContainer, root }))
  for (let each = piece.firstElementChild; each instanceof HTMLElement || each instanceof SVGElement; each = each.firstElementChild) {
    each.style.marginTop = '0'
    if (each.previousSibling?.textContent?.trim()) break
  }
  return piece
}
