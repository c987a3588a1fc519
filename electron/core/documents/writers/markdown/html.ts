/** Blocks as HTML, for what Markdown has no words for: one element a block, without an empty line, which would end it. */
import { isKnownBlock, type Block, type ListItemBlock, type TableBlock, type TableCell } from '#shared/model/body/blocks'
import { isKnownInline, type Inline, type TextInline } from '#shared/model/body/inlines'
import { sortMarks } from '#shared/model/body/normalise'
import { citationText, pictureAddress, type WriteContext } from './context'
import { addressOf, recordMark, unknownMark } from './form'
import { itemLabels } from './itemLabels'

export const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

type Attributes = Readonly<Record<string, string | number | undefined>>

export const attributes = (all: Attributes): string =>
  Object.entries(all).map(([name, value]) => (value === undefined ? '' : ` ${name}="${escaped(String(value))}"`)).join('')

const tags: Readonly<Record<string, string>> = { bold: 'strong', italic: 'em', underline: 'u', strike: 'del', superscript: 'sup', subscript: 'sub', code: 'code', highlight: 'mark' }

/** What opens and what closes a mark; one that this version does not know is kept by its name. */
export const tagsOf = (mark: string): { open: string; close: string } => {
  const tag = tags[mark]
  return tag === undefined ? { open: `<span${attributes({ 'data-mark': mark })}>`, close: '</span>' } : { open: `<${tag}>`, close: `</${tag}>` }
}

const htmlText = ({ text, marks = [] }: TextInline): string => {
  const all = sortMarks(marks).map(tagsOf)
  return `${all.map(({ open }) => open).join('')}${escaped(text)}${all.toReversed().map(({ close }) => close).join('')}`
}

export const htmlImage = (context: WriteContext, { attachment, alt, width, height }: { attachment: string; alt: string; width?: number | undefined; height?: number | undefined }): string =>
  `<img${attributes({ src: addressOf(pictureAddress(context, attachment)), alt, width, height })}>`

const htmlRecordLink = ({ beside }: WriteContext, id: string, inside: string): string =>
  `<a${attributes({ href: addressOf(beside.record(id) ?? ''), title: recordMark(id) })}>${inside}</a>`

export const htmlInlines = (context: WriteContext, inlines: readonly Inline[]): string => inlines.map((inline) => {
  if (!isKnownInline(inline)) return unknownMark('inline', inline)
  switch (inline.type) {
    case 'text': return htmlText(inline)
    case 'break': return '<br>'
    case 'link': return `<a${attributes({ href: inline.href })}>${inline.inlines.map(htmlText).join('')}</a>`
    case 'recordLink': return htmlRecordLink(context, inline.recordId, escaped(inline.text))
    case 'image': return htmlImage(context, inline)
    case 'footnote': return `<small class="footnote">${htmlInlines(context, inline.inlines)}</small>`
  }
}).join('')

const placed = ({ align, indent }: Pick<ListItemBlock, 'align' | 'indent'>): Attributes => ({ align, 'data-indent': indent })

const cellHtml = (context: WriteContext, { header, colSpan, rowSpan, blocks }: TableCell): string => {
  const name = header === undefined ? 'td' : 'th'
  const scope = header === undefined ? undefined : header === 'row' ? 'row' : 'col'
  const said = attributes({ scope, 'data-header': header === 'both' ? 'both' : undefined, colspan: colSpan, rowspan: rowSpan })
  const [first, ...rest] = blocks
  const isLine = first !== undefined && rest.length === 0 && isKnownBlock(first) && first.type === 'paragraph' && first.align === undefined && first.indent === undefined
    && first.inlines.some((inline) => isKnownInline(inline) && inline.type === 'text' && inline.text.trim() !== '')
  return `<${name}${said}>${isLine ? htmlInlines(context, first.inlines) : htmlBlocks(context, blocks)}</${name}>`
}

const htmlTable = (context: WriteContext, { caption, columnWidths, rows }: TableBlock): string => [
  '<table>',
  ...caption === undefined ? [] : [`<caption>${escaped(caption)}</caption>`],
  ...columnWidths ? [`<colgroup>${columnWidths.map((width) => `<col width="${width}">`).join('')}</colgroup>`] : [],
  ...rows.map(({ cells }) => `<tr>${cells.map((cell) => cellHtml(context, cell)).join('')}</tr>`),
  '</table>',
].join('\n')

export const citationHtml = (context: WriteContext, citation: NonNullable<Extract<Block, { type: 'quote' }>['citation']>): string =>
  `<footer${attributes({ 'data-citation': JSON.stringify(citation) })}>—— ${htmlRecordLink(context, citation.recordId, escaped(citationText(citation)))}</footer>`

const htmlFigure = (context: WriteContext, block: Extract<Block, { type: 'image' }>): string => {
  const picture = htmlImage(context, block)
  const caption = block.caption === undefined ? '' : `\n<figcaption>${escaped(block.caption)}</figcaption>`
  return `<figure${attributes({ align: block.align })}>\n${picture}${caption}\n</figure>`
}

const htmlBlock = (context: WriteContext, block: Block, label: string): string => {
  if (!isKnownBlock(block)) return unknownMark('block', block)
  switch (block.type) {
    case 'paragraph': return `<p${attributes(placed(block))}>${htmlInlines(context, block.inlines)}</p>`
    case 'heading': {
      const name = `h${Math.min(block.level + 2, 6)}`
      return `<${name}${attributes({ 'data-level': block.level, ...placed(block) })}>${htmlInlines(context, block.inlines)}</${name}>`
    }
    case 'listItem': {
      const { list, level, start, checked, scheme } = block
      const said = attributes({ 'data-item': list, 'data-level': level, 'data-start': start, 'data-checked': checked ? 'true' : undefined, 'data-scheme': scheme, ...placed(block) })
      return `<p${said}><span data-label>${escaped(label)}</span>${htmlInlines(context, block.inlines)}</p>`
    }
    case 'image': return htmlFigure(context, block)
    case 'quote': return `<blockquote>${htmlBlocks(context, block.blocks)}${block.citation ? citationHtml(context, block.citation) : ''}</blockquote>`
    case 'callout': return `<blockquote${attributes({ 'data-tone': block.tone })}>${htmlBlocks(context, block.blocks)}</blockquote>`
    case 'table': return htmlTable(context, block)
    case 'divider': return '<hr>'
  }
}

export const htmlBlocks = (context: WriteContext, blocks: readonly Block[]): string => {
  const labels = itemLabels(blocks)
  return blocks.map((block, index) => htmlBlock(context, block, labels[index] ?? '')).join('')
}
