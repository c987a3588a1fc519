/**
 * Quotes taken again from a source that was saved since. A quote remembers the first of the blocks that it was taken from alone: what
 * followed is found in the revision that it cites, by what the quote says.
 */
import type { RetakenQuote } from '#shared/contract/products'
import { Citation, type Block, type QuoteBlock } from '#shared/model/body/blocks'
import { withNewIds } from '#shared/model/body/uniqueIds'
import { blockText, childBlocks, placedBlocks } from '#shared/model/body/walk'
import type { RevisionFile } from '#shared/model/record'
import { hashJson } from '../../store/canonicalJson'
import { blocksNamed, citationTo, flat, type Found } from './excerpts'

const fingerprints = new WeakMap<Block, string>()

/** A hash of what it says, whatever its ids; each block is gone through once, however many quotes are looked for in its source. */
const said = (block: Block): string => {
  const known = fingerprints.get(block)
  if (known !== undefined) return known
  const found = hashJson(JSON.parse(JSON.stringify(block, (key, value: unknown) => (key === 'id' ? undefined : value))))
  fingerprints.set(block, found)
  return found
}

const saysSame = (a: readonly Block[], b: readonly Block[]): boolean => a.map(said).join() === b.map(said).join()

/** Whether it quotes a part of what one block says. */
const isPassageOf = (quote: QuoteBlock, block: Block | undefined): boolean => {
  const [only, ...more] = quote.blocks
  if (!only || !block || more.length > 0 || only.type !== 'paragraph') return false
  const [part, whole] = [flat(blockText(only)), flat(blockText(block))]
  return part !== '' && part !== whole && whole.includes(part)
}

/** All blocks from one on in reading order, without those that it holds. */
const following = (blocks: readonly Block[], first: string): Block[] => {
  const from = blocks.findIndex(({ id }) => id === first)
  return from < 0 ? [] : blocks.slice(from)
}

/**
 * The blocks of the source that a quote was taken from. Each block of the quote is looked for behind the one before; where one was edited
 * in the product, it stands for the next of the source.
 */
const takenFrom = (quote: QuoteBlock, source: RevisionFile, first: string): Block[] => {
  const taken: Block[] = []
  let rest = following([...placedBlocks(source.content.body)].map(({ block }) => block), first)
  for (const block of quote.blocks) {
    const at = taken.length === 0 ? 0 : Math.max(0, rest.findIndex((each) => saysSame([each], [block])))
    const found = rest[at]
    if (!found) break
    taken.push(found)
    const inside = new Set(idsInside(found))
    rest = rest.slice(at + 1).filter(({ id }) => !inside.has(id))
  }
  return taken
}

const idsInside = (block: Block): string[] => childBlocks(block).flatMap((child) => [child.id, ...idsInside(child)])

/** The quote as it is, or with other blocks, citing where they stand now; what else the citation says of itself stays. */
const citing = (quote: QuoteBlock, now: RevisionFile, found: readonly Found[], blocks: Block[]): QuoteBlock => {
  const known: ReadonlySet<string> = new Set(Object.keys(Citation.shape))
  const own = Object.fromEntries(Object.entries(quote.citation ?? {}).filter(([key]) => !known.has(key)))
  return { ...quote, blocks, citation: { ...own, ...citationTo(now, found[0]) } }
}

/** `then` is the revision that the quote cites, undefined where it is not here; `now` the one in place. */
export const retaken = (quote: QuoteBlock, then: RevisionFile | undefined, now: RevisionFile): RetakenQuote => {
  const gone: RetakenQuote = { outcome: 'gone', quote }
  const { recordId, blockId } = quote.citation ?? {}
  if (recordId !== now.id || blockId === undefined) return gone
  const before = then ? takenFrom(quote, then, blockId) : []
  const found = blocksNamed(now, before.length > 0 ? before.map(({ id }) => id) : [blockId])
  const blocks = found.map(({ block }) => block)
  const [first] = blocks
  if (!first) return gone
  const isPassage = isPassageOf(quote, before[0])
  const isSame = isPassage ? isPassageOf(quote, first) || saysSame(quote.blocks, [first]) : saysSame(before.length > 0 ? before : quote.blocks, blocks) || (!then && isPassageOf(quote, first))
  return isSame ? { outcome: 'same', quote: citing(quote, now, found, quote.blocks) } : { outcome: 'changed', quote: citing(quote, now, found, withNewIds(blocks)) }
}
