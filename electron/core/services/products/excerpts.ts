/** Excerpts: passages of a source as a quote that cites them. */
import { AppError } from '#shared/contract/errors'
import type { Block, Citation, QuoteBlock } from '#shared/model/body/blocks'
import type { Section } from '#shared/model/body/body'
import { withNewIds } from '#shared/model/body/uniqueIds'
import { blockText, childBlocks, placedBlocks } from '#shared/model/body/walk'
import { newBlockId } from '#shared/model/ids'
import type { RevisionFile } from '#shared/model/record'

export const flat = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

const idsBelow = (block: Block): string[] => childBlocks(block).flatMap((child) => [child.id, ...idsBelow(child)])

export interface Found { block: Block; section: Section | undefined }

/** Those of the blocks named that are there, in the order of the body; what another of them holds comes with that one. */
export const blocksNamed = ({ content }: Pick<RevisionFile, 'content'>, blockIds: readonly string[]): Found[] => {
  const wanted = new Set(blockIds)
  const found = [...placedBlocks(content.body)].filter(({ block }) => wanted.has(block.id))
  const inside = new Set(found.flatMap(({ block }) => idsBelow(block)))
  return found.filter(({ block }) => !inside.has(block.id))
}

/** Throws `invalid` where one of them is not there. */
const findBlocks = (source: RevisionFile, blockIds: readonly string[]): Found[] => {
  const here = new Set([...placedBlocks(source.content.body)].map(({ block }) => block.id))
  const missing = blockIds.find((blockId) => !here.has(blockId))
  if (missing !== undefined) throw new AppError('invalid', { issues: [{ path: 'blockIds', message: `record ${source.id} has no block ${missing} at this revision` }] })
  return blocksNamed(source, blockIds)
}

const passage = (text: string): Block => ({ type: 'paragraph', id: newBlockId(), inlines: [{ type: 'text', text }] })

/** The whole block where the text is all of it. Throws `invalid` where the block does not hold the text. */
const passageOf = (block: Block, text: string): Block => {
  const whole = flat(blockText(block))
  if (flat(text) === whole) return block
  if (!whole.includes(flat(text))) throw new AppError('invalid', { issues: [{ path: 'text', message: 'does not stand in the block' }] })
  return passage(flat(text))
}

/** What leads to a revision of a source, and to the first of the blocks in it. */
export const citationTo = ({ id, revision, content: { type, number, title } }: RevisionFile, first: Found | undefined): Citation => ({
  recordId: id, revisionId: revision.id, at: revision.at, type, number, title,
  ...first && { blockId: first.block.id }, ...first?.section && { sectionId: first.section.id, sectionTitle: first.section.title },
})

/** A quote of the blocks named, under new ids, with the citation that leads back to them; of one block, of the `text` in it if given. */
export const excerptOf = (source: RevisionFile, blockIds: readonly string[], text: string | undefined): QuoteBlock => {
  const found = findBlocks(source, blockIds)
  if (text !== undefined && found.length !== 1) throw new AppError('invalid', { issues: [{ path: 'text', message: 'a passage stands in one block' }] })
  const blocks = found.map(({ block }) => (text === undefined ? block : passageOf(block, text)))
  return { type: 'quote', id: newBlockId(), blocks: withNewIds(blocks), citation: citationTo(source, found[0]) }
}
