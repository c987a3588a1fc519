/** HTML as blocks: what the app writes, and what people paste into Markdown. */
import type { Element } from 'hast'
import { z } from 'zod'
import { Align, Citation, ListItemBlock, UnknownBlock, type Block, type TableCell } from '#shared/model/body/blocks'
import type { Inline } from '#shared/model/body/inlines'
import { newBlockId } from '#shared/model/ids'
import { readJsonMark } from '../../writers/markdown/form'
import { deepest, type ReadContext } from './context'
import { attributeOf, parseHtml, sizeOf, textOf, wholeOf, type HtmlNode } from './hast'
import { inlinesOfHtml } from './inlines'
import { linePieces } from './lines'

const containers = new Set(['div', 'section', 'article', 'main', 'header', 'footer', 'aside', 'nav', 'details', 'summary', 'center', 'html', 'body', 'dl', 'dt', 'dd', 'form', 'fieldset', 'address', 'pre', 'figcaption', 'caption'])
const blockTags = new Set([...containers, 'p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'table', 'figure', 'blockquote', 'hr'])

const isElement = (node: HtmlNode): node is Element => node.type === 'element'
const isBlockNode = (node: HtmlNode): boolean => isElement(node) && blockTags.has(node.tagName)

const JsonText = z.string().transform((text, context): unknown => {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    context.addIssue('no JSON')
    return z.NEVER
  }
})

/** Where the quote that holds this footer was taken from. */
export const citationOf = (nodes: readonly HtmlNode[]): Citation | undefined => {
  const footer = nodes.findLast((node) => isElement(node) && node.tagName === 'footer')
  return footer && isElement(footer) ? JsonText.pipe(Citation).safeParse(attributeOf(footer, 'dataCitation')).data : undefined
}

const placedOf = (element: Element): { align?: Align; indent?: number } => {
  const align = Align.safeParse(attributeOf(element, 'align')).data
  const indent = wholeOf(element, 'dataIndent', 0, 12)
  return { ...align ? { align } : {}, ...indent === undefined ? {} : { indent } }
}

/** Pictures in its line are known by their addresses yet. */
export const ItemSaid = ListItemBlock.omit({ inlines: true })

/** Ours: an item of a list on a line of its own. */
const itemOf = (element: Element, inlines: Inline[]): Block | undefined => {
  const { data: item } = ItemSaid.safeParse({
    type: 'listItem', id: newBlockId(), list: attributeOf(element, 'dataItem'), level: wholeOf(element, 'dataLevel', 0, 8) ?? 0, ...placedOf(element),
    start: wholeOf(element, 'dataStart', 0, Number.MAX_SAFE_INTEGER), checked: attributeOf(element, 'dataChecked') === 'true' ? true : undefined,
    scheme: attributeOf(element, 'dataScheme') === 'chinese' ? 'chinese' : undefined,
  })
  return item && { ...item, inlines }
}

const paragraphOf = (context: ReadContext, element: Element, depth: number): Block[] => {
  const inlines = inlinesOfHtml(context, element.children, [], depth)
  const item = context.isOwn && attributeOf(element, 'dataItem') !== undefined ? itemOf(element, inlines) : undefined
  if (item) return [item]
  const placed = placedOf(element)
  return context.isOwn ? [{ type: 'paragraph', id: newBlockId(), ...placed, inlines }] : linePieces(inlines).map((block) => ({ ...block, ...placed.align ? { align: placed.align } : {} }))
}

const listOf = (context: ReadContext, list: Element, level: number, depth: number): Block[] => {
  let value = wholeOf(list, 'start', 0, Number.MAX_SAFE_INTEGER) ?? 1
  return list.children.flatMap((child): Block[] => {
    if (!isElement(child)) return []
    if (child.tagName === 'ul' || child.tagName === 'ol') return listOf(context, child, Math.min(level + 1, 8), depth + 1)
    const own = child.children.filter((node) => !isBlockNode(node) || (isElement(node) && node.tagName === 'p'))
    const inlines = own.flatMap((node, index): Inline[] => {
      const isParagraph = isElement(node) && node.tagName === 'p'
      return [...isParagraph && index > 0 ? [{ type: 'break' as const }] : [], ...inlinesOfHtml(context, isParagraph ? node.children : [node], [], depth)]
    })
    const item: Block = { type: 'listItem', id: newBlockId(), level, inlines, ...list.tagName === 'ol' ? { list: 'number', start: value } : { list: 'bullet' } }
    value += 1
    return [item, ...child.children.filter((node) => !own.includes(node)).flatMap((node) => (
      isElement(node) && (node.tagName === 'ul' || node.tagName === 'ol') ? listOf(context, node, Math.min(level + 1, 8), depth + 1) : blocksOfHtml(context, [node], depth + 1)))]
  })
}

const rowsOf = (nodes: readonly HtmlNode[]): Element[] => nodes.flatMap((node): Element[] => {
  if (!isElement(node)) return []
  if (node.tagName === 'tr') return [node]
  return ['thead', 'tbody', 'tfoot'].includes(node.tagName) ? rowsOf(node.children) : []
})

const headerOf = (cell: Element): Pick<TableCell, 'header'> => {
  if (cell.tagName !== 'th') return {}
  const isBoth = attributeOf(cell, 'dataHeader') === 'both'
  return { header: isBoth ? 'both' : attributeOf(cell, 'scope') === 'row' ? 'row' : 'column' }
}

const mostSpan = 1000

const cellOf = (context: ReadContext, cell: Element, depth: number): TableCell => {
  const [colSpan, rowSpan] = [wholeOf(cell, 'colSpan', 2, mostSpan), wholeOf(cell, 'rowSpan', 2, mostSpan)]
  return { ...colSpan === undefined ? {} : { colSpan }, ...rowSpan === undefined ? {} : { rowSpan }, ...headerOf(cell), blocks: blocksOfHtml(context, cell.children, depth + 1) }
}

const columnWidthsOf = (table: Element): number[] | undefined => {
  const columns = table.children.flatMap((node) => (isElement(node) && node.tagName === 'colgroup' ? node.children.filter(isElement) : isElement(node) && node.tagName === 'col' ? [node] : []))
  const widths = columns.flatMap((column) => sizeOf(column, 'width') ?? [])
  return widths.length > 0 && widths.length === columns.length ? widths : undefined
}

const captionOf = (nodes: readonly HtmlNode[], tag: 'caption' | 'figcaption'): { caption?: string } => {
  const caption = nodes.find((node) => isElement(node) && node.tagName === tag)
  const text = caption ? textOf([caption]) : ''
  return text.trim() === '' ? {} : { caption: text }
}

const tableOf = (context: ReadContext, table: Element, depth: number): Block[] => {
  const rows = rowsOf(table.children).map((row) => ({ cells: row.children.filter(isElement).filter(({ tagName }) => tagName === 'td' || tagName === 'th').map((cell) => cellOf(context, cell, depth)) }))
  if (rows.length === 0) return []
  const columnWidths = columnWidthsOf(table)
  return [{ type: 'table', id: newBlockId(), ...captionOf(table.children, 'caption'), ...columnWidths ? { columnWidths } : {}, rows }]
}

const figureOf = (context: ReadContext, figure: Element, depth: number): Block[] => {
  const blocks = blocksOfHtml(context, figure.children.filter((node) => !isElement(node) || node.tagName !== 'figcaption'), depth + 1)
  const { align } = placedOf(figure)
  return blocks.map((block) => (block.type === 'image' ? { ...block, ...captionOf(figure.children, 'figcaption'), ...align ? { align } : {} } : block))
}

const tones = z.enum(['note', 'tip', 'warning', 'danger'])

const quoteOf = (context: ReadContext, quote: Element, depth: number): Block => {
  const tone = context.isOwn ? tones.safeParse(attributeOf(quote, 'dataTone')).data : undefined
  const citation = context.isOwn ? citationOf(quote.children) : undefined
  const blocks = blocksOfHtml(context, citation ? quote.children.filter((node) => !isElement(node) || node.tagName !== 'footer') : quote.children, depth + 1)
  return tone ? { type: 'callout', id: newBlockId(), tone, blocks } : { type: 'quote', id: newBlockId(), ...citation ? { citation } : {}, blocks }
}

const headingOf = (context: ReadContext, element: Element, depth: number): Block => ({
  type: 'heading', id: newBlockId(), level: wholeOf(element, 'dataLevel', 1, 5) ?? Math.min(Math.max(Number(element.tagName.slice(1)) - 2, 1), 5), ...placedOf(element),
  inlines: inlinesOfHtml(context, element.children, [], depth),
})

const blockOf = (context: ReadContext, element: Element, depth: number): Block[] => {
  switch (element.tagName) {
    case 'p': return paragraphOf(context, element, depth)
    case 'ul':
    case 'ol': return listOf(context, element, 0, depth)
    case 'table': return tableOf(context, element, depth)
    case 'figure': return figureOf(context, element, depth)
    case 'blockquote': return [quoteOf(context, element, depth)]
    case 'hr': return [{ type: 'divider', id: newBlockId() }]
    default: return /^h[1-6]$/.test(element.tagName) ? [headingOf(context, element, depth)] : blocksOfHtml(context, element.children, depth + 1)
  }
}

const unknownOf = (value: string): Block[] => {
  const { data } = UnknownBlock.safeParse(readJsonMark('block', `<!--${value}-->`))
  return data ? [data] : []
}

const isBlankText = (node: HtmlNode): boolean => node.type === 'text' && node.value.trim() === ''

/** Text between elements becomes lines of its own. */
export const blocksOfHtml = (context: ReadContext, nodes: readonly HtmlNode[], depth = 0): Block[] => {
  if (depth > deepest) return linePieces([{ type: 'text', text: textOf(nodes) }])
  const blocks: Block[] = []
  let waiting: HtmlNode[] = []
  const flush = (): void => {
    if (!waiting.every(isBlankText)) blocks.push(...linePieces(inlinesOfHtml(context, waiting, [], depth)))
    waiting = []
  }
  for (const node of nodes) {
    const unknown = node.type === 'comment' && context.isOwn ? unknownOf(node.value) : []
    if (unknown.length === 0 && !isBlockNode(node)) { waiting.push(node); continue }
    flush()
    blocks.push(...isElement(node) ? blockOf(context, node, depth) : unknown)
  }
  flush()
  return blocks
}

export const readHtml = (context: ReadContext, html: string): Block[] => blocksOfHtml(context, parseHtml(html))
