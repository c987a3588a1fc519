/** Where the lines of a text begin: the places at which it can go on on the next page. Everything is measured where it stands now. */

/** A place before which a range can begin. */
export type Place = { node: Text; offset: number } | { before: Element }

/** `top` and `bottom` are the edges of the whole line, with its share of the spacing; `start` is where its text begins. */
export interface TextLine { top: number; bottom: number; start: Place }

interface Glyph { place: Place; rect: DOMRect }

const isLowSurrogate = (text: string, at: number): boolean => { const code = text.charCodeAt(at); return code >= 0xdc00 && code <= 0xdfff }

const glyphsOf = function* (range: Range): Generator<Glyph> {
  const root = range.commonAncestorContainer
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  const one = document.createRange()
  for (let node: Node | null = root; node; node = walker.nextNode()) {
    if (!range.intersectsNode(node)) continue
    if (node instanceof Element && (node.localName === 'img' || node.localName === 'svg')) yield { place: { before: node }, rect: node.getBoundingClientRect() }
    if (!(node instanceof Text)) continue
    for (let offset = 0; offset < node.data.length; offset += 1) {
      if (isLowSurrogate(node.data, offset)) continue
      one.setStart(node, offset)
      one.setEnd(node, isLowSurrogate(node.data, offset + 1) ? offset + 2 : offset + 1)
      const rect = one.getBoundingClientRect()
      if (rect.width > 0) yield { place: { node, offset }, rect }
    }
  }
}

const middleOf = ({ top, bottom }: DOMRect): number => (top + bottom) / 2

/** `top` and `bottom` are the edges of the whole text, `lineHeight` that of each line in pixels where it is known. */
export const linesOf = (range: Range, { top, bottom, lineHeight }: { top: number; bottom: number; lineHeight: number }): TextLine[] => {
  const found: { start: Place; top: number; bottom: number; middle: number }[] = []
  let left = 0
  for (const { place, rect } of glyphsOf(range)) {
    const line = found.at(-1)
    if (line && !(rect.left < left + 0.5 && middleOf(rect) > line.middle + rect.height / 2)) {
      line.top = Math.min(line.top, rect.top)
      line.bottom = Math.max(line.bottom, rect.bottom)
    } else found.push({ start: place, top: rect.top, bottom: rect.bottom, middle: middleOf(rect) })
    left = rect.left
  }
  const isEven = Math.abs(found.length * lineHeight - (bottom - top)) < 2
  const edgeBefore = (index: number): number => {
    const [before, after] = [found[index - 1], found[index]]
    if (!before) return top
    if (!after) return bottom
    return isEven ? top + index * lineHeight : (before.bottom + after.top) / 2
  }
  return found.map(({ start }, index) => ({ start, top: edgeBefore(index), bottom: edgeBefore(index + 1) }))
}
