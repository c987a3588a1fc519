/** Walks the nodes of a clipboard's HTML and tells a flow what they are. Only what is named here comes through; all else is its text. */
import { newBlockId } from '#shared/model/ids'
import { isKnownBlock, type Align, type Block } from '#shared/model/body/blocks'
import { isKnownInline, type FootnoteInline, type Inline } from '#shared/model/body/inlines'
import type { z } from 'zod'
import { safeHref } from '../view/safeHref'
import { cleanText, collapsedText } from './cleanText'
import { createFlow, type Extent, type Flow } from './flow'
import type { FootnotesOf } from './footnotes'
import { markerText, officeItem, officeMarker } from './officeLists'
import { limits, type LeftOut } from './pasted'
import { isPictureElement } from './pictureSources'
import { readTable } from './readTable'
import { isHidden, marksIn, type Mark, type Marks, type Style, type StyleOf } from './styles'

export interface Reading {
  styleOf: StyleOf
  footnotes: FootnotesOf
  /** What stands in the text for a picture; undefined where nothing does. */
  pictureOf: (element: Element) => Inline | undefined
  /** The same where no picture can stand: its name at most, counted as left out. */
  pictureNameOf: (element: Element) => Inline | undefined
  leftOut: LeftOut
  extent: Extent
}

/** What holds for the nodes inside an element. */
interface Inside {
  marks: Marks
  link?: string | undefined
  align?: Align | undefined
  /** White space counts. */
  pre?: boolean
  /** In an item of a list or in a heading blocks do not begin a line of their own; headings are not bold besides. */
  line?: 'item' | 'heading' | undefined
  /** How many lists are around; -1 outside. */
  listLevel: number
  depth: number
}

const noMarks: Marks = new Set()
const outside = (depth: number): Inside => ({ marks: noMarks, listLevel: -1, depth })

const ignored: ReadonlySet<string> = new Set([
  'script', 'style', 'head', 'title', 'meta', 'link', 'template', 'noscript', 'xml', 'select', 'datalist', 'button', 'textarea', 'input', 'v:shapetype', 'o:p',
])
const players: ReadonlySet<string> = new Set(['iframe', 'object', 'embed', 'video', 'audio', 'canvas', 'svg', 'applet', 'frame', 'frameset', 'portal'])
const blockTags: ReadonlySet<string> = new Set([
  'address', 'article', 'aside', 'body', 'center', 'dd', 'details', 'dialog', 'dir', 'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer', 'form',
  'header', 'hgroup', 'html', 'legend', 'main', 'menu', 'nav', 'p', 'search', 'section', 'summary', 'tbody', 'tr', 'td', 'th',
])

const isBlock = (element: Element, style: Style): boolean =>
  blockTags.has(element.localName) || /^(block|list-item|flex|grid)$/.test(style.display ?? '')

const aligns: Readonly<Record<string, Align>> = { center: 'center', right: 'right', end: 'right' }

/** Lines that fill the column are the looks of a style sheet; only what stands apart is kept. */
const alignIn = (element: Element, style: Style, outer: Align | undefined): Align | undefined => {
  // A spreadsheet's "general" leaves it to what stands in the cell.
  const styled = style['text-align'] === 'general' ? undefined : style['text-align']
  const said = styled ?? element.getAttribute('align')?.toLowerCase() ?? (element.localName === 'center' ? 'center' : undefined)
  return said === undefined ? outer : aligns[said]
}

const hasText = (element: Element): boolean => element.textContent.trim() !== ''

const headingLevel = (element: Element, style: Style): number | undefined => {
  const [, tag] = /^h([1-6])$/.exec(element.localName) ?? []
  const [, named] = /(?:^|\s)MsoHeading([1-6])(?:\s|$)/i.exec(element.getAttribute('class') ?? '') ?? []
  const outline = Number(style['mso-outline-level'] ?? 0)
  if (tag ?? named) return Number(tag ?? named)
  if (/(?:^|\s)MsoTitle(?:\s|$)/.test(element.getAttribute('class') ?? '')) return 1
  return outline >= 1 && outline <= 6 ? outline : undefined
}

const footnoteInlines = (blocks: readonly Block[]): z.infer<typeof FootnoteInline>['inlines'] => {
  const out: z.infer<typeof FootnoteInline>['inlines'] = []
  for (const block of blocks) {
    if (!isKnownBlock(block) || (block.type !== 'paragraph' && block.type !== 'heading' && block.type !== 'listItem')) continue
    if (out.length > 0) out.push({ type: 'break' })
    for (const inline of block.inlines) {
      if (isKnownInline(inline) && (inline.type === 'text' || inline.type === 'break' || inline.type === 'link')) out.push(inline)
    }
  }
  return out
}

export const readFlow = (nodes: Iterable<Node>, reading: Reading, depth: number): Block[] => {
  const flow = createFlow(reading.extent)
  for (const node of nodes) readNode(node, flow, outside(depth), reading)
  return flow.blocks()
}

const readChildren = (parent: Node, flow: Flow, inside: Inside, reading: Reading): void => {
  for (const node of parent.childNodes) readNode(node, flow, inside, reading)
}

const readNode = (node: Node, flow: Flow, inside: Inside, reading: Reading): void => {
  if (node.nodeType === Node.TEXT_NODE) readText(node.nodeValue ?? '', flow, inside)
  else if (node instanceof Element) readElement(node, flow, inside, reading)
}

const readText = (text: string, flow: Flow, { marks, link, pre }: Inside): void => {
  if (!pre) { flow.text(collapsedText(text), marks, link); return }
  cleanText(text).split(/\r\n|[\r\n]/).forEach((line, index) => {
    if (index > 0) flow.inline({ type: 'break' })
    flow.text(line.replaceAll('\t', '    '), marks, link)
  })
}

const readElement = (element: Element, flow: Flow, outer: Inside, reading: Reading): void => {
  const tag = element.localName
  const style = reading.styleOf(element)
  if (ignored.has(tag) || reading.footnotes.isReadElsewhere(element)) return
  if (isHidden(style)) { if (hasText(element)) reading.leftOut.hidden += 1; return }
  if (players.has(tag)) { reading.leftOut.embedded += 1; return }
  if (isComment(element, style)) { if (style['mso-element'] === 'comment') reading.leftOut.comments += 1; else readComments(element, reading); return }
  if ((style['mso-list'] ?? '').startsWith("ignore")) return
  const inside: Inside = {
    ...outer, marks: without(impliedBy(outer), marksIn(element, style, outer.marks)), align: alignIn(element, style, outer.align),
    ...(style['white-space']?.startsWith('pre') ? { pre: true } : {}),
  }
  if (isPictureElement(element)) { readPicture(element, flow, reading); readChildren(element, flow, inside, reading); return }
  if (style['mso-tab-count'] !== undefined) { flow.text(' ', inside.marks, inside.link); return }
  const level = headingLevel(element, style)
  switch (tag) {
    case 'br': flow.inline({ type: 'break' }); return
    case 'hr': flow.block({ type: 'divider', id: newBlockId() }); return
    case 'ul': case 'ol': case 'dir': case 'menu': readList(element, flow, inside, reading); return
    case 'li': readItem(element, { list: 'bullet' }, flow, { ...inside, listLevel: Math.max(inside.listLevel, 0) }, reading); return
    case 'table': readTableInto(element, flow, inside, reading); return
    case 'blockquote': readQuote(element, flow, inside, reading); return
    case 'pre': line(flow, inside, () => { readChildren(element, flow, { ...inside, pre: true, marks: new Set([...inside.marks, 'code'] as const) }, reading) }); return
    case 'a': readLink(element, flow, inside, reading); return
    case 'math': if (hasText(element)) { reading.leftOut.formulas += 1; flow.text(collapsedText(element.textContent), inside.marks, inside.link) } return
    default:
  }
  if (level !== undefined && inside.line !== 'item') readHeading(element, level, flow, inside, reading)
  else if (tag === 'p' && style['mso-list'] !== undefined) readOfficeParagraph(element, flow, inside, reading)
  else if (isBlock(element, style) || level !== undefined) line(flow, inside, () => { readChildren(element, flow, inside, reading) })
  else readChildren(element, flow, inside, reading)
}

/** What a heading and a link look like besides. */
const impliedBy = ({ line: within, link }: Inside): Mark | undefined => (within === 'heading' ? 'bold' : link === undefined ? undefined : 'underline')

const without = (mark: Mark | undefined, marks: Marks): Marks => (mark !== undefined && marks.has(mark) ? new Set([...marks].filter((each) => each !== mark)) : marks)

/** A line of its own; within an item or a heading it is only set off by a break. */
const line = (flow: Flow, { line: within, align }: Inside, read: () => void): void => {
  if (within === undefined) {
    flow.beginLine({ type: 'paragraph' }, align)
    read()
    flow.endLine()
  } else {
    if (flow.isLineOpen()) flow.inline({ type: 'break' })
    read()
  }
}

const isComment = (element: Element, style: Style): boolean =>
  (style['mso-element'] ?? '').startsWith("comment") || /(?:^|\s)(?:MsoCommentReference|msocomanchor|msocomtxt)(?:\s|$)/.test(element.getAttribute('class') ?? '')

const readComments = (element: Element, { styleOf, leftOut }: Reading): void => {
  leftOut.comments += [...element.querySelectorAll('div')].filter((each) => styleOf(each)['mso-element'] === 'comment').length
}

const readPicture = (element: Element, flow: Flow, reading: Reading): void => {
  const inline = reading.pictureOf(element)
  if (inline) flow.inline(inline)
}

const readHeading = (element: Element, level: number, flow: Flow, inside: Inside, reading: Reading): void => {
  if (inside.line === 'heading') { line(flow, inside, () => { readChildren(element, flow, inside, reading) }); return }
  flow.beginLine({ type: 'heading', level }, inside.align)
  const plain: Inside = { ...inside, line: 'heading', marks: noMarks }
  // A heading is no item of a list; the number that Word gives it is part of what it says.
  const marker = officeMarker(element, reading.styleOf)
  if (marker) flow.text(`${markerText(marker)}${/[.)]$|\d$/.test(markerText(marker)) ? ' ' : ''}`, noMarks, undefined)
  readChildren(element, flow, plain, reading)
  flow.endLine()
}

const readOfficeParagraph = (element: Element, flow: Flow, inside: Inside, reading: Reading): void => {
  const item = officeItem(element, reading.styleOf)
  if (!item) { line(flow, inside, () => { readChildren(element, flow, inside, reading) }); return }
  flow.beginLine({ type: 'item', ...item }, inside.align)
  readChildren(element, flow, { ...inside, line: 'item' }, reading)
  flow.endLine()
}

const readList = (element: Element, flow: Flow, outer: Inside, reading: Reading): void => {
  const isNumbered = element.localName === 'ol'
  const inside: Inside = { ...outer, line: undefined, listLevel: outer.listLevel + 1, marks: noMarks }
  let value = Number.parseInt(element.getAttribute('start') ?? '1', 10)
  if (Number.isNaN(value) || value < 0) value = 1
  for (const child of element.childNodes) {
    if (child instanceof Element && child.localName === 'li') {
      const own = Number.parseInt(child.getAttribute('value') ?? '', 10)
      if (isNumbered && own >= 0) value = own
      readItem(child, isNumbered ? { list: 'number', value } : { list: 'bullet' }, flow, inside, reading)
      value += 1
    } else readNode(child, flow, inside, reading)
  }
}

const checkOf = (item: Element): boolean | undefined => {
  const box = [...item.querySelectorAll('input')].find((input) => input.getAttribute('type') === 'checkbox' && input.closest('li') === item)
  if (box) return box.hasAttribute('checked')
  const aria = item.getAttribute('aria-checked')
  return aria === null ? undefined : aria === 'true'
}

const readItem = (element: Element, kind: { list: 'bullet' | 'number', value?: number }, flow: Flow, inside: Inside, reading: Reading): void => {
  // Some programs nest a list by an item that holds nothing else.
  const checked = checkOf(element)
  const style = reading.styleOf(element)
  flow.beginLine({ type: 'item', level: inside.listLevel, ...(checked === undefined ? kind : { list: 'check', checked }) }, alignIn(element, style, undefined))
  readChildren(element, flow, { ...inside, marks: marksIn(element, style, noMarks), line: 'item' }, reading)
  flow.endLine()
}

const readTableInto = (element: Element, flow: Flow, inside: Inside, reading: Reading): void => {
  if (inside.depth >= limits.depth) {
    reading.leftOut.nested += 1
    for (const cell of element.querySelectorAll('td, th, caption')) if (cell.closest('table') === element) line(flow, inside, () => { readChildren(cell, flow, { ...inside, line: undefined }, reading) })
    return
  }
  const table = readTable(element, {
    styleOf: reading.styleOf, hidden: () => { reading.leftOut.hidden += 1 },
    readCell: (cell) => {
      const within = createFlow(reading.extent)
      const style = reading.styleOf(cell)
      within.beginLine({ type: 'paragraph' }, alignIn(cell, style, undefined))
      readChildren(cell, within, { ...outside(inside.depth + 1), marks: marksIn(cell, style, noMarks), align: alignIn(cell, style, undefined) }, reading)
      return within.blocks()
    },
  })
  if (table) flow.block(table)
}

const readQuote = (element: Element, flow: Flow, inside: Inside, reading: Reading): void => {
  if (inside.depth >= limits.depth || inside.line === 'heading') { line(flow, inside, () => { readChildren(element, flow, { ...inside, line: undefined }, reading) }); return }
  const blocks = readFlow(element.childNodes, reading, inside.depth + 1)
  if (blocks.length > 0) flow.block({ type: 'quote', id: newBlockId(), blocks })
}

const readLink = (element: Element, flow: Flow, inside: Inside, reading: Reading): void => {
  if (reading.footnotes.isWayBack(element)) return
  const definition = reading.footnotes.definitionOf(element)
  if (definition) {
    const note = readFlow(definition.childNodes, { ...reading, pictureOf: reading.pictureNameOf }, limits.depth)
    flow.inline({ type: 'footnote', id: newBlockId(), inlines: footnoteInlines(note) })
    return
  }
  const href = element.getAttribute('href')
  const link = href === null ? undefined : safeHref(href)
  const isWithin = href === null || href.startsWith('#')
  if (!link && !isWithin && hasText(element)) reading.leftOut.links += 1
  readChildren(element, flow, link ? { ...inside, link, marks: without('underline', inside.marks) } : inside, reading)
}
