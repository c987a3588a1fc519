/**
 * A body as its Markdown can hold it: what comes back is exactly this, under the same ids. A line feed inside a text is a line break, a cell of one empty
 * paragraph is empty, a number that would come by itself is not said, and keys that this version does not know of known blocks are left out.
 */
import { isKnownBlock, type Block, type ListItemBlock, type TableBlock } from '#shared/model/body/blocks'
import type { Body } from '#shared/model/body/body'
import { isKnownInline, type Inline, type KnownInline, type TextInline } from '#shared/model/body/inlines'
import { normaliseBody } from '#shared/model/body/normalise'

type Footnote = Extract<KnownInline, { type: 'footnote' }>

const lineFeed = /\r\n|\r|\n/

/** What no Markdown file holds: NUL, and halves of characters. */
const written = (text: string): string => text.replaceAll('\0', '').toWellFormed()
const inOneLine = (text: string): string => written(text).replaceAll(/\r\n|\r|\n/g, ' ')

const keptTexts = ({ text, marks }: TextInline): Inline[] => {
  const more = marks ? { marks } : {}
  return text.split(lineFeed).flatMap((line, index): Inline[] => [...index > 0 ? [{ type: 'break' as const }] : [], { type: 'text', text: written(line), ...more }])
}

const plainTexts = (inlines: readonly TextInline[]): TextInline[] => inlines.map(({ text, marks }) => ({ type: 'text', text: inOneLine(text), ...marks ? { marks } : {} }))

const sized = ({ width, height }: { width?: number | undefined; height?: number | undefined }): { width?: number; height?: number } =>
  ({ ...width === undefined ? {} : { width }, ...height === undefined ? {} : { height } })

export const keptInlines = (inlines: readonly Inline[]): Inline[] => inlines.flatMap((inline): Inline[] => {
  if (!isKnownInline(inline)) return [inline]
  switch (inline.type) {
    case 'text': return keptTexts(inline)
    case 'break': return [{ type: 'break' }]
    case 'link': return [{ type: 'link', href: inOneLine(inline.href), inlines: plainTexts(inline.inlines) }]
    case 'recordLink': return [{ type: 'recordLink', recordId: inline.recordId, text: inOneLine(inline.text) }]
    case 'image': return [{ type: 'image', attachment: inline.attachment, alt: inOneLine(inline.alt), ...sized(inline) }]
    case 'footnote': return [{
      type: 'footnote', id: inline.id,
      inlines: inline.inlines.map((each): Footnote['inlines'][number] => (each.type === 'text' ? { ...each, text: inOneLine(each.text) } : each.type === 'link' ? { ...each, href: inOneLine(each.href), inlines: plainTexts(each.inlines) } : each)),
    }]
  }
})

const placed = ({ align, indent }: Pick<ListItemBlock, 'align' | 'indent'>): Pick<ListItemBlock, 'align' | 'indent'> => ({ ...align ? { align } : {}, ...indent === undefined ? {} : { indent } })

/** The number that each item of a row of blocks shows by itself; a number runs on at its level until something shallower, or of another kind, stands between. */
export const countItems = (): ((block: Block) => number) => {
  const next = new Map<number, number>()
  return (block) => {
    if (!isKnownBlock(block) || block.type !== 'listItem') { next.clear(); return 0 }
    for (const level of [...next.keys()]) if (level > block.level) next.delete(level)
    if (block.list !== 'number') { next.delete(block.level); return 0 }
    const usual = next.get(block.level) ?? 1
    next.set(block.level, (block.start ?? usual) + 1)
    return usual
  }
}

const isEmptyLine = (block: Block): boolean => isKnownBlock(block) && block.type === 'paragraph' && block.inlines.length === 0 && block.align === undefined && block.indent === undefined

const keptTable = ({ id, caption, columnWidths, rows }: TableBlock): Block => ({
  type: 'table', id, ...caption === undefined || inOneLine(caption).trim() === '' ? {} : { caption: inOneLine(caption) }, ...columnWidths && columnWidths.length > 0 ? { columnWidths } : {},
  rows: rows.map(({ cells }) => ({
    cells: cells.map(({ colSpan, rowSpan, header, blocks }) => {
      const only = blocks.length === 1 ? blocks[0] : undefined
      return {
        ...colSpan === undefined ? {} : { colSpan }, ...rowSpan === undefined ? {} : { rowSpan }, ...header ? { header } : {},
        blocks: only && isEmptyLine(only) ? [] : keptBlocks(blocks),
      }
    }),
  })),
})

const keptBlock = (block: Block, usual: number): Block => {
  if (!isKnownBlock(block)) return block
  const { id } = block
  switch (block.type) {
    case 'paragraph': return { type: 'paragraph', id, ...placed(block), inlines: keptInlines(block.inlines) }
    case 'heading': return { type: 'heading', id, ...placed(block), level: block.level, inlines: keptInlines(block.inlines) }
    case 'listItem': return {
      type: 'listItem', id, ...placed(block), list: block.list, level: block.level, ...block.list === 'check' && block.checked ? { checked: true } : {},
      ...block.list === 'number' && block.start !== undefined && block.start !== usual ? { start: block.start } : {}, ...block.scheme && block.list === 'number' ? { scheme: block.scheme } : {}, inlines: keptInlines(block.inlines),
    }
    case 'image': return {
      type: 'image', id, attachment: block.attachment, alt: inOneLine(block.alt), ...block.caption === undefined || block.caption === '' ? {} : { caption: inOneLine(block.caption) },
      ...block.align ? { align: block.align } : {}, ...sized(block),
    }
    case 'quote': return { type: 'quote', id, ...block.citation ? { citation: block.citation } : {}, blocks: keptBlocks(block.blocks) }
    case 'callout': return { type: 'callout', id, tone: block.tone, blocks: keptBlocks(block.blocks) }
    case 'table': return keptTable(block)
    case 'divider': return { type: 'divider', id }
  }
}

const keptBlocks = (blocks: readonly Block[]): Block[] => {
  const count = countItems()
  return blocks.map((block) => keptBlock(block, count(block)))
}

export const keptBody = (body: Body): Body => normaliseBody({
  version: 1, preamble: keptBlocks(body.preamble),
  sections: body.sections.map(({ id, key, title, blocks }) => ({ id, key, title: inOneLine(title).trim(), blocks: keptBlocks(blocks) })),
})
