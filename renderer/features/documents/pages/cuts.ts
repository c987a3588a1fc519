/** Where a stretch of laid out text is cut into pages: as late as it fits, and not where a reader would stumble. */
import { atomLines, atomsOf, type Atom } from './atoms'
import { tolerance } from './geometry'
import type { Place } from './lines'

/** `start` is what the page begins with; `head` of a table stands above it again, `cut` says that it goes on within a text. */
export interface PageCut { start: Place; isCut: boolean; head: HTMLTableSectionElement | null }

/** Lines of one text that stand together at the foot and at the head of a page. */
const fewest = 2

interface Start { index: number; line: number; top: number }

const hasBefore = (node: Node): boolean => {
  for (let before = node.previousSibling; before; before = before.previousSibling) {
    if (before instanceof Element ? before.getClientRects().length > 0 : before.textContent?.trim() !== '') return true
  }
  return false
}

/** The outermost element that begins with this one. */
const outermost = (element: Element, root: Element): Element => {
  let found = element
  while (found.parentElement && found.parentElement !== root && !hasBefore(found)) found = found.parentElement
  return found
}

const beginsInside = ({ text, element }: Atom): boolean => {
  const first = text?.startContainer.childNodes[text.startOffset]
  return first?.parentNode === element && hasBefore(first)
}

const firstPlace = (atom: Atom, root: Element): Place => {
  const [line] = beginsInside(atom) ? atomLines(atom) : []
  return line ? line.start : { before: outermost(atom.element, root) }
}

const headHeight = ({ head }: Atom): number => head?.getBoundingClientRect().height ?? 0

/** How many lines of a text stay on the page, of `from` on; 0 where none should. */
const linesThatStay = (bottoms: readonly number[], from: number, limit: number): number => {
  let stays = bottoms.findIndex((bottom) => bottom > limit)
  if (stays === -1) return 0
  stays = Math.min(stays, bottoms.length - fewest)
  return stays - from >= (from > 0 ? 1 : fewest) ? stays : 0
}

/** The cuts of what is in `root` into pages of a height in pixels; none where it fits on one. */
export const cutsOf = (root: Element, height: number): PageCut[] => {
  const atoms = [...root.children].flatMap(atomsOf)
  const cuts: PageCut[] = []
  const beforeAtom = (index: number): Start => {
    const atom = atoms[index]
    if (!atom) return { index, line: 0, top: 0 }
    cuts.push({ start: firstPlace(atom, root), isCut: beginsInside(atom), head: atom.head })
    return { index, line: 0, top: atom.top - headHeight(atom) }
  }
  const inText = (index: number, line: number): Start | undefined => {
    const found = atoms[index] ? atomLines(atoms[index])[line] : undefined
    if (!found) return undefined
    cuts.push({ start: found.start, isCut: true, head: null })
    return { index, line, top: found.top }
  }
  const next = ({ index: from, line, top }: Start): Start | undefined => {
    const limit = top + height + tolerance
    const over = atoms.findIndex(({ bottom }, index) => index >= from && bottom > limit)
    const atom = atoms[over]
    if (!atom) return undefined
    const bottoms = atomLines(atom).map(({ bottom }) => bottom)
    const stays = linesThatStay(bottoms, over === from ? line : 0, limit)
    if (stays > 0) return inText(over, stays)
    let at = over
    while (at > from && !(atoms[at]?.canBegin === true && atoms[at - 1]?.keepsNext !== true)) at -= 1
    if (at > from) return beforeAtom(at)
    // Nothing that belongs together fits on a page: it is parted where it must be.
    if (over > from) return beforeAtom(over)
    const first = over === from ? line : 0
    const fit = bottoms.findIndex((bottom) => bottom > limit)
    return (fit > first ? inText(over, fit) : undefined) ?? (bottoms.length > first + 1 ? inText(over, first + 1) : undefined) ?? (over + 1 < atoms.length ? beforeAtom(over + 1) : undefined)
  }
  let start: Start | undefined = { index: 0, line: 0, top: root.getBoundingClientRect().top }
  while (start) start = next(start)
  return cuts
}
