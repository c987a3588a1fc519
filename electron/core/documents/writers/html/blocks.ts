/** Blocks as HTML without a style or script of its own: how they look is the page's (classes), so that it may forbid both. */
import { isKnownBlock, type Block, type KnownBlock, type ListItemBlock, type TableBlock } from '#shared/model/body/blocks'
import type { HtmlContext } from './context'
import { escapeHtml } from './escape'
import { inlinesHtml, pictureHtml } from './inlines'
import { listHtml } from './lists'

type Of<Type extends KnownBlock['type']> = Extract<KnownBlock, { type: Type }>

const classOf = ({ align, indent = 0 }: Pick<Of<'paragraph'>, 'align' | 'indent'>): string => {
  const classes = [align === undefined || align === 'left' ? '' : align, indent > 0 ? `i${indent}` : ''].filter((each) => each !== '')
  return classes.length === 0 ? '' : ` class="${classes.join(' ')}"`
}

const captionHtml = (tag: 'figcaption' | 'caption', caption: string | undefined): string =>
  (caption === undefined || caption.trim() === '' ? '' : `<${tag}>${escapeHtml(caption)}</${tag}>`)

const tableHtml = ({ caption, columnWidths = [], rows }: TableBlock, context: HtmlContext): string => {
  const columns = columnWidths.length === 0 ? '' : `<colgroup>${columnWidths.map((width) => `<col width="${Math.round(width)}">`).join('')}</colgroup>`
  const cells = rows.map((row) => row.cells.map(({ colSpan, rowSpan, header, blocks }) => {
    const tag = header === undefined ? 'td' : 'th'
    const scope = header === undefined || header === 'both' ? '' : ` scope="${header === 'column' ? 'col' : 'row'}"`
    const spans = `${colSpan === undefined ? '' : ` colspan="${colSpan}"`}${rowSpan === undefined ? '' : ` rowspan="${rowSpan}"`}`
    return `<${tag}${scope}${spans}>${blocksHtml(blocks, context)}</${tag}>`
  }).join(''))
  const html = cells.map((row) => `<tr>${row}</tr>`)
  // A span that reaches below the rows that head the table would be cut off there.
  const end = rows.findIndex((row) => row.cells.some(({ header }) => header !== 'column' && header !== 'both'))
  const heads = end > 0 && rows.slice(0, end).every((row, index) => row.cells.every(({ rowSpan = 1 }) => index + rowSpan <= end)) ? end : 0
  return `<div class="table" tabindex="0"><table>${captionHtml('caption', caption)}${columns}${heads > 0 ? `<thead>${html.slice(0, heads).join('')}</thead>` : ''}<tbody>${html.slice(heads).join('')}</tbody></table></div>`
}

const quoteHtml = ({ citation, blocks }: Of<'quote'>, context: HtmlContext): string => {
  const inner = blocksHtml(blocks, context)
  if (!citation) return `<blockquote>${inner}</blockquote>`
  const said = [citation.number, citation.title, citation.sectionTitle, citation.at?.slice(0, 10)].flatMap((part) => (part === undefined || part === '' ? [] : [escapeHtml(part)])).join('　')
  const address = context.recordAddress(citation.recordId)
  return `<blockquote>${inner}<footer>${context.say('引自', 'From')}　${address === undefined ? said : `<a href="${escapeHtml(address)}">${said}</a>`}</footer></blockquote>`
}

const callouts: Readonly<Record<Of<'callout'>['tone'], readonly [chinese: string, english: string]>> = { note: ['说明', 'Note'], tip: ['提示', 'Tip'], warning: ['注意', 'Caution'], danger: ['危险', 'Danger'] }

const blockHtml = (block: Exclude<KnownBlock, ListItemBlock>, context: HtmlContext): string => {
  switch (block.type) {
    case 'paragraph': return `<p${classOf(block)}>${inlinesHtml(block.inlines, context)}</p>`
    case 'heading': return `<h${block.level + 2 > 6 ? 6 : block.level + 2}${classOf(block)}>${inlinesHtml(block.inlines, context)}</h${block.level + 2 > 6 ? 6 : block.level + 2}>`
    case 'image': return `<figure${classOf(block)}>${pictureHtml(block, context)}${captionHtml('figcaption', block.caption)}</figure>`
    case 'divider': return '<hr>'
    case 'table': return tableHtml(block, context)
    case 'quote': return quoteHtml(block, context)
    case 'callout': return `<aside class="callout ${block.tone}"><p><strong>${context.say(...callouts[block.tone])}</strong></p>${blocksHtml(block.blocks, context)}</aside>`
  }
}

const isItem = (block: Block): block is ListItemBlock => isKnownBlock(block) && block.type === 'listItem'

export const blocksHtml = (blocks: readonly Block[], context: HtmlContext): string => {
  const html: string[] = []
  let items: ListItemBlock[] = []
  const endList = (): void => {
    if (items.length > 0) html.push(listHtml(items, context))
    items = []
  }
  for (const block of blocks) {
    if (isItem(block)) {
      items.push(block)
      continue
    }
    endList()
    if (!isKnownBlock(block)) html.push(`<p class="gone">${context.say('此处内容须用更新版本的软件查看', 'What stands here needs a newer version of the app')}</p>`)
    else if (block.type !== 'listItem') html.push(blockHtml(block, context))
  }
  endList()
  return html.join('')
}
