/** What laid out text is made of, in its order, where pages are concerned: texts that go on by their lines, and boxes and rows that stand on one page. */
import { linesOf, type TextLine } from './lines'

export interface Atom {
  /** The box, or the element that the text stands in. */
  element: Element
  /** The text, where it can go on on the next page; undefined for a box. */
  text: Range | undefined
  /** Edges with those of everything that it begins or ends. */
  top: number
  bottom: number
  /** Of its own lines. */
  inner: { top: number; bottom: number; lineHeight: number }
  /** Whether what follows stands on the same page. */
  keepsNext: boolean
  /** Whether it may be the first on a page. */
  canBegin: boolean
  /** Of a row that is not the first: its table's head, which stands above it again. */
  head: HTMLTableSectionElement | null
}

export const atomLines = ({ text, inner }: Atom): TextLine[] => (text ? linesOf(text, inner) : [])

const wholeTags: ReadonlySet<string> = new Set(['img', 'svg', 'figure', 'hr', 'canvas', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

const isInline = (node: Node): boolean => {
  if (!(node instanceof Element)) return node instanceof Text
  const { display, position } = getComputedStyle(node)
  return display.startsWith('inline') || display === 'contents' || display === 'none' || position === 'absolute'
}

const isWhole = (element: Element, { display, breakInside }: CSSStyleDeclaration): boolean =>
  wholeTags.has(element.localName) || breakInside.startsWith('avoid') || display.endsWith('flex') || display.endsWith('grid')

const keepsNext = (element: Element, { breakAfter }: CSSStyleDeclaration): boolean =>
  /^h[1-6]$/.test(element.localName) || element.getAttribute('data-keep') === 'next' || breakAfter.startsWith('avoid')

const pixels = (length: string): number => Number.parseFloat(length) || 0

const boxAtom = (element: Element, rest: Partial<Atom> = {}): Atom => {
  const { top, bottom } = element.getBoundingClientRect()
  return { element, text: undefined, top, bottom, inner: { top, bottom, lineHeight: 0 }, keepsNext: false, canBegin: true, head: null, ...rest }
}

/** Rows that a cell of an earlier one reaches into go with it. */
const tableAtoms = (table: HTMLTableElement): Atom[] => {
  const head = table.tHead
  const heads = [...table.children].filter((child) => child.localName === 'caption' || child === head)
  const atoms = heads.map((child) => boxAtom(child, { keepsNext: true }))
  let reach = 0
  const rows = [...table.tBodies].flatMap((body) => [...body.rows])
  rows.forEach((row, index) => {
    atoms.push(boxAtom(row, { canBegin: index >= reach, head: index > 0 ? head : null, keepsNext: row.dataset.keep === 'next' }))
    reach = Math.max(reach, ...[...row.cells].map((cell) => index + cell.rowSpan))
  })
  return atoms
}

const textAtom = (parent: Element, nodes: readonly Node[], style: CSSStyleDeclaration): Atom | undefined => {
  const [first, last] = [nodes[0], nodes.at(-1)]
  if (!first || !last) return undefined
  const text = document.createRange()
  text.setStartBefore(first)
  text.setEndAfter(last)
  if (text.getClientRects().length === 0) return undefined
  const box = parent.getBoundingClientRect()
  const outer = { top: box.top + pixels(style.borderTopWidth) + pixels(style.paddingTop), bottom: box.bottom - pixels(style.borderBottomWidth) - pixels(style.paddingBottom) }
  const [before, after] = [nodes[0]?.previousSibling, nodes.at(-1)?.nextSibling]
  const inner = {
    top: before instanceof Element ? before.getBoundingClientRect().bottom : outer.top,
    bottom: after instanceof Element ? after.getBoundingClientRect().top - pixels(getComputedStyle(after).marginTop) : outer.bottom,
    lineHeight: pixels(style.lineHeight),
  }
  return { element: parent, text, top: inner.top, bottom: inner.bottom, inner, keepsNext: false, canBegin: true, head: null }
}

const childAtoms = (parent: Element, style: CSSStyleDeclaration): Atom[] => {
  const atoms: Atom[] = []
  let run: Node[] = []
  const endRun = (): void => {
    const atom = run.some((node) => node.textContent?.trim() !== '' || node instanceof Element) ? textAtom(parent, run, style) : undefined
    if (atom) atoms.push(atom)
    run = []
  }
  for (const child of parent.childNodes) {
    if (isInline(child)) run.push(child)
    else {
      endRun()
      if (child instanceof Element) atoms.push(...atomsOf(child))
    }
  }
  endRun()
  return atoms
}

/** Of an element and everything in it. */
export const atomsOf = (element: Element): Atom[] => {
  const style = getComputedStyle(element)
  const { top, bottom, height } = element.getBoundingClientRect()
  if (style.display === 'none') return []
  const whole = height > 0 ? [boxAtom(element)] : []
  const inside = isWhole(element, style) ? whole : element instanceof HTMLTableElement ? tableAtoms(element) : childAtoms(element, style)
  const atoms = inside.length === 0 ? whole : inside
  const [first, last] = [atoms[0], atoms.at(-1)]
  if (first) first.top = Math.min(first.top, top)
  if (last) {
    last.bottom = Math.max(last.bottom, bottom)
    if (keepsNext(element, style)) last.keepsNext = true
  }
  return atoms
}
