/** A product once what it cites of a source was taken again: the link to it, and whatever quote or step still finds its place there, mean the new revision. */
import type { Pin, RetakenQuote } from '#shared/contract/products'
import { isKnownBlock, type QuoteBlock } from '#shared/model/body/blocks'
import type { Body } from '#shared/model/body/body'
import { mapBlocks } from '#shared/model/body/mapBody'
import { placedBlocks } from '#shared/model/body/walk'
import type { RecordContent } from '#shared/model/record'
import { withRowCitations } from '#shared/model/rowCitations'
import { withSources } from './sourceLinks'

/** The quotes of a source in reading order, at whatever revision. */
export const quotesOf = ({ body }: Pick<RecordContent, 'body'>, recordId: string): QuoteBlock[] => [...placedBlocks(body)].flatMap(({ block }) =>
  (isKnownBlock(block) && block.type === 'quote' && block.citation?.recordId === recordId ? [block] : []))

/** A product with what it cites taken again; `cells` counts the citations of its steps that went along, and those whose place is gone. */
export interface Retaken { content: Pick<RecordContent, 'body' | 'links' | 'fields'>; cells: { taken: number; gone: number } }

/**
 * `source` is the body at the revision of `pin`. What is gone there stays as it was, and at its revision. A tool is meant as it was chosen:
 * that its record is a source too takes it nowhere.
 */
export const withRetaken = (content: RecordContent, pin: Pin, quotes: readonly RetakenQuote[], source: Body): Retaken => {
  const byId = new Map(quotes.filter(({ outcome }) => outcome !== 'gone').map(({ quote }) => [quote.id, quote]))
  const there = new Set([...placedBlocks(source)].map(({ block }) => block.id))
  const cells = { taken: 0, gone: 0 }
  const fields = withRowCitations(content, ({ citation, column }) => {
    if (column !== 'sources' || citation.recordId !== pin.recordId || citation.revisionId === pin.revisionId) return citation
    const isGone = citation.blockId !== undefined && !there.has(citation.blockId)
    cells[isGone ? 'gone' : 'taken'] += 1
    return isGone ? citation : { ...citation, revisionId: pin.revisionId, at: pin.at, title: pin.title, number: pin.number }
  })
  return { content: { body: mapBlocks(content.body, (block) => byId.get(block.id) ?? block), links: withSources(content.links, [pin]), fields }, cells }
}
