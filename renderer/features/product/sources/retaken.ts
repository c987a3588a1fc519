/** A product once what it cites of a source was taken again: quotes, steps and the link to it all mean the new revision. */
import type { Pin, RetakenQuote } from '#shared/contract/products'
import { isKnownBlock, type QuoteBlock } from '#shared/model/body/blocks'
import { mapBlocks } from '#shared/model/body/mapBody'
import { placedBlocks } from '#shared/model/body/walk'
import type { RecordContent } from '#shared/model/record'
import { withRowCitations } from '#shared/model/rowCitations'
import { withSources } from './sourceLinks'

/** The quotes of a source in reading order, at whatever revision. */
export const quotesOf = ({ body }: Pick<RecordContent, 'body'>, recordId: string): QuoteBlock[] => [...placedBlocks(body)].flatMap(({ block }) =>
  (isKnownBlock(block) && block.type === 'quote' && block.citation?.recordId === recordId ? [block] : []))

/** What was found gone stays as it was, and at its revision. */
export const withRetaken = (content: RecordContent, pin: Pin, quotes: readonly RetakenQuote[]): Pick<RecordContent, 'body' | 'links' | 'fields'> => {
  const byId = new Map(quotes.filter(({ outcome }) => outcome !== 'gone').map(({ quote }) => [quote.id, quote]))
  return {
    body: mapBlocks(content.body, (block) => byId.get(block.id) ?? block), links: withSources(content.links, [pin]),
    fields: withRowCitations(content, ({ citation }) => (citation.recordId === pin.recordId && citation.revisionId !== pin.revisionId
      ? { ...citation, revisionId: pin.revisionId, at: pin.at, title: pin.title, number: pin.number } : citation)),
  }
}
