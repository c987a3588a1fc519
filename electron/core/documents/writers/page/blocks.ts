/** Blocks as flat elements, one below the other, none of which holds another but a table its cells: whoever lays out pages may part them anywhere. */
import { isKnownBlock, type Block, type KnownBlock, type ListItemBlock } from '#shared/model/body/blocks'
import { writtenDate } from '../../plan/writtenDate'
import { inlineText } from '#shared/model/body/walk'
import { escapeHtml } from '../html/escape'
import { inlinesHtml, pictureHtml } from '../html/inlines'
import type { PageContext, PagePlace } from './context'
import { createListMarks } from './marks'
import { tableHtml } from './tables'

type Of<Type extends KnownBlock['type']> = Extract<KnownBlock, { type: Type }>

const classAttribute = (...classes: readonly string[]): string => {
  const all = classes.filter((each) => each !== '').join(' ')
  return all === '' ? '' : ` class="${all}"`
}

const layoutOf = ({ align, indent = 0 }: Pick<Of<'paragraph'>, 'align' | 'indent'>): string => [align ?? '', indent > 0 ? `i${indent}` : ''].filter((each) => each !== '').join(' ')

/** A heading with its number, which the contents list. `level` from 1. */
export const headingHtml = (level: number, title: string, html: string, isNumbered: boolean, classes: string, context: PageContext): string => {
  const number = isNumbered ? context.numbers.next(level, title) : ''
  const id = `h${context.headings.length + 1}`
  context.headings.push({ id, level, text: `${number}${title}` })
  const tag = `h${Math.min(level, 6)}`
  return `<${tag} id="${id}" data-level="${level}"${classAttribute(classes)}>${number === '' ? '' : `<span class="number">${escapeHtml(number)}</span>`}${html}</${tag}>`
}

const figureHtml = (block: Of<'image'>, place: PagePlace, context: PageContext): string => {
  const picture = context.pictures.get(block.attachment)
  const caption = block.caption?.trim() ?? ''
  if (!picture) {
    context.warnings.add('picture_missing', block.alt.trim() || caption)
    return `<p${classAttribute('gone', place.box)}>${context.labels.open}${context.labels.pictureMissing}${context.labels.colon}${escapeHtml(block.alt.trim() || caption || context.labels.untitledPicture)}${context.labels.close}</p>`
  }
  const own = picture.size
  const width = block.width ?? (block.height !== undefined && own ? block.height * own.width / own.height : own?.width)
  const height = block.height ?? (width !== undefined && own ? width * own.height / own.width : undefined)
  const scale = width === undefined ? 1 : Math.min(1, place.width / width)
  if (scale < 0.5) context.warnings.add('picture_reduced', block.alt.trim() || caption)
  const shown = { ...block, width: width === undefined ? undefined : width * scale, height: height === undefined ? undefined : height * scale }
  return `<figure${classAttribute(layoutOf({ align: block.align }), place.box)}>${pictureHtml(shown, context.html)}${caption === '' ? '' : `<figcaption>${escapeHtml(caption)}</figcaption>`}</figure>`
}

const citedText = (citation: NonNullable<Of<'quote'>['citation']>, { titles, labels, language }: PageContext): string => {
  const known = titles.get(citation.recordId)
  const joined = (parts: readonly (string | undefined)[], gap: string): string => parts.flatMap((part) => (part === undefined || part.trim() === '' ? [] : [part.trim()])).join(gap)
  return joined([joined([citation.number ?? known?.number, citation.title ?? known?.title], labels.unbrokenGap), citation.sectionTitle, writtenDate(citation.at?.slice(0, 10) ?? '', language)], labels.gap)
}

const quoteHtml = ({ citation, blocks }: Of<'quote'>, place: PagePlace, context: PageContext): string => {
  const { labels } = context
  const source = citation ? citedText(citation, context) : ''
  return blocksHtml(blocks, { ...place, box: `${place.box} quote`.trim() }, context)
    + (source === '' ? '' : `<p${classAttribute('source', place.box)}>${escapeHtml(`${labels.dash}${labels.source}${labels.colon}${source}`)}</p>`)
}

const calloutHtml = ({ tone, blocks }: Of<'callout'>, place: PagePlace, context: PageContext): string => {
  const box = `callout ${tone}`
  return `<p class="${box} first" data-keep="next"><strong>${context.labels[tone]}</strong></p>${blocksHtml(blocks, { ...place, box }, context)}`
}

const blockHtml = (block: KnownBlock, place: PagePlace, context: PageContext, mark: (item: ListItemBlock) => string): string => {
  switch (block.type) {
    case 'paragraph': return `<p${classAttribute(place.box, layoutOf(block))}>${inlinesHtml(block.inlines, context.html)}</p>`
    case 'heading': {
      const html = inlinesHtml(block.inlines, context.html)
      return place.isCell || place.box !== '' ? `<p${classAttribute(place.box, 'strong', layoutOf(block))}>${html}</p>` : headingHtml(place.level + block.level, inlineText(block.inlines), html, place.isNumbered, layoutOf({ align: block.align }), context)
    }
    case 'listItem': return `<p${classAttribute('item', `l${block.level}`, place.box, layoutOf({ align: block.align }))}><span class="mark">${escapeHtml(mark(block))}</span>${inlinesHtml(block.inlines, context.html)}</p>`
    case 'image': return figureHtml(block, place, context)
    case 'divider': return '<hr>'
    case 'table': return tableHtml(block, place, context, blocksHtml)
    case 'quote': return quoteHtml(block, place, context)
    case 'callout': return calloutHtml(block, place, context)
  }
}

export const blocksHtml = (blocks: readonly Block[], place: PagePlace, context: PageContext): string => {
  let marks = createListMarks()
  return blocks.map((block) => {
    if (block.type !== 'listItem') marks = createListMarks()
    if (isKnownBlock(block)) return blockHtml(block, place, context, (item) => marks.markOf(item))
    context.warnings.add('unknown_block', block.type)
    return `<p${classAttribute('gone', place.box)}>${context.labels.open}${context.labels.unknownBlock}${context.labels.colon}${escapeHtml(block.type)}${context.labels.close}</p>`
  }).join('')
}
