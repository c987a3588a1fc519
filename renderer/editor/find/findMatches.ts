/** Finding a text in what is shown, as ranges of the page: within a block whatever its formatting, never from one block into the next. */

export interface FindWish {
  text: string
  matchCase: boolean
}

/** A text of one block whose parts stand in several nodes. */
interface Stretch { text: string, nodes: { node: Text, start: number }[] }

const blockTags: ReadonlySet<string> = new Set(['P', 'LI', 'TD', 'TH', 'H2', 'H3', 'H4', 'H5', 'H6', 'DIV', 'SECTION', 'BLOCKQUOTE', 'ASIDE', 'FIGURE', 'FIGCAPTION', 'UL', 'OL', 'TABLE', 'TR', 'TBODY', 'FOOTER', 'BR', 'IMG'])

/** What can't be searched through: a break, or what is one thing in its line, such as a link to a record. */
const divides = (element: Element): boolean => blockTags.has(element.tagName) || element.tagName === 'BUTTON' || element.getAttribute('contenteditable') === 'false'

const isSkipped = (element: Element): boolean => element.hasAttribute('data-find-skip') || element.tagName === 'svg'

const stretchesOf = (root: Element): Stretch[] => {
  const stretches: Stretch[] = []
  let open: Stretch | undefined
  const visit = (node: Node): void => {
    if (node instanceof Text) {
      if (!open) stretches.push(open = { text: '', nodes: [] })
      open.nodes.push({ node, start: open.text.length })
      open.text += node.data
      return
    }
    if (!(node instanceof Element) || isSkipped(node)) return
    const parts = divides(node)
    if (parts) open = undefined
    for (const child of node.childNodes) visit(child)
    if (parts) open = undefined
  }
  visit(root)
  return stretches
}

/** `end`: the place is the end of a match, which belongs to the node before a border between two. */
const placeIn = ({ nodes }: Stretch, at: number, end: boolean): { node: Text, offset: number } | undefined => {
  const found = nodes.findLast(({ start }) => (end ? start < at : start <= at))
  return found && { node: found.node, offset: at - found.start }
}

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

export const findMatches = (root: Element, { text, matchCase }: FindWish): Range[] => {
  if (text === '') return []
  const pattern = new RegExp(escaped(text), matchCase ? 'gu' : 'giu')
  return stretchesOf(root).flatMap((stretch) => [...stretch.text.matchAll(pattern)].flatMap((match) => {
    const from = placeIn(stretch, match.index, false)
    const to = placeIn(stretch, match.index + match[0].length, true)
    if (!from || !to) return []
    const range = document.createRange()
    range.setStart(from.node, from.offset)
    range.setEnd(to.node, to.offset)
    return [range]
  }))
}
