/** Which passages of a source a product cites already. */
import { isKnownBlock, type Block } from '#shared/model/body/blocks'
import type { Body, Section } from '#shared/model/body/body'
import { blockText, placedBlocks } from '#shared/model/body/walk'
import { bodyCitations } from '#shared/model/gates'

/** From one character of a block's text to another; a block that is no line of text has none and is cited whole. */
export interface Span { start: number; end: number }

const isLine = (block: Block): boolean => isKnownBlock(block) && (block.type === 'paragraph' || block.type === 'heading' || block.type === 'listItem')

const spanIn = (source: Block, quoted: Block): Span | undefined => {
  const text = blockText(quoted).trim()
  const start = text === '' ? -1 : blockText(source).indexOf(text)
  return start === -1 ? undefined : { start, end: start + text.length }
}

const quotesOf = (product: Body, recordId: string): { blockId: string | undefined; blocks: Block[] }[] => [...placedBlocks(product)].flatMap(({ block }) =>
  (isKnownBlock(block) && block.type === 'quote' && block.citation?.recordId === recordId ? [{ blockId: block.citation.blockId, blocks: block.blocks }] : []))

/** The cited spans of a source by block. A quote that was rewritten is found no more. */
export const citedSpans = (source: Body, product: Body, recordId: string): Map<string, Span[]> => {
  const blocks = [...placedBlocks(source)].map(({ block }) => block)
  const cited = new Map<string, Span[]>()
  for (const quote of quotesOf(product, recordId)) {
    let at = blocks.findIndex(({ id }) => id === quote.blockId)
    if (at === -1) continue
    for (const quoted of quote.blocks) {
      const found = blocks.findIndex((block, index) => index >= at && (isLine(block) ? isLine(quoted) && spanIn(block, quoted) !== undefined : block.type === quoted.type))
      const block = blocks[found]
      if (!block) continue
      const span = isLine(block) ? spanIn(block, quoted) : undefined
      cited.set(block.id, [...cited.get(block.id) ?? [], ...(span ? [span] : [])])
      at = found + 1
    }
  }
  return cited
}

/** How many quotes were taken from a section. */
export const citationsOfSection = (section: Section, product: Body, recordId: string): number => {
  const ids = new Set([...placedBlocks({ version: 1, preamble: section.blocks, sections: [] })].map(({ block }) => block.id))
  return bodyCitations(product).filter(({ citation }) => citation.recordId === recordId && citation.blockId !== undefined && ids.has(citation.blockId)).length
}
