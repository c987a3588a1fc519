/** Excerpts: passages of a source as a quote that cites them. */
import { AppError } from '#shared/contract/errors'
import type { Block, Citation, KnownBlock } from '#shared/model/body/blocks'
import type { Section } from '#shared/model/body/body'
import { withNewIds } from '#shared/model/body/uniqueIds'
import { blockText, childBlocks, placedBlocks } from '#shared/model/body/walk'
import { newBlockId } from '#shared/model/ids'
import type { RevisionFile } from '#shared/model/record'

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

const idsBelow = (block: Block): string[] => childBlocks(block).flatMap((child) => [child.id, ...idsBelow(child)])

/** The blocks named in the order of the body; what another of them holds comes with that one. Throws `not_found`. */
const findBlocks = ({ id, content }: RevisionFile, blockIds: readonly string[]): { block: Block; section: Section | undefined }[] => {
  const wanted = new Set(blockIds)
  const found = [...placedBlocks(content.body)].filter(({ block }) => wanted.has(block.id))
  const missing = blockIds.find((blockId) => !found.some(({ block }) => block.id === blockId))
  if (missing !== undefined) throw new AppError('invalid', { issues: [{ path: 'blockIds', message: `record ${id} has no block ${missing} at this revision` }] })
  const inside = new Set(found.flatMap(({ block }) => idsBelow(block)))
  return found.filter(({ block }) => !inside.has(block.id))
}

const passage = (text: string): Block => ({ type: 'paragraph', id: newBlockId(), inlines: [{ type: 'text', text }] })

/** The whole block where the text is all of it. Throws `invalid` where the block does not hold the text. */
const passageOf = (block: Block, text: string): Block => {
  const whole = flat(blockText(block))
  if (flat(text) === whole) return block
  if (!whole.includes(flat(text))) throw new AppError('invalid', { issues: [{ path: 'text', message: 'does not stand in the block' }] })
  return passage(flat(text))
}

/** A quote of the blocks named, under new ids, with the citation that leads back to them; of one block, of the `text` in it if given. */
export const excerptOf = (source: RevisionFile, blockIds: readonly string[], text: string | undefined): Extract<KnownBlock, { type: 'quote' }> => {
  const found = findBlocks(source, blockIds)
  const [first] = found
  if (text !== undefined && found.length !== 1) throw new AppError('invalid', { issues: [{ path: 'text', message: 'a passage stands in one block' }] })
  const blocks = found.map(({ block }) => (text === undefined ? block : passageOf(block, text)))
  const { type, number, title } = source.content
  const citation: Citation = {
    recordId: source.id, revisionId: source.revision.id, at: source.revision.at, type, number, title,
    ...(first ? { blockId: first.block.id } : {}), ...(first?.section ? { sectionId: first.section.id, sectionTitle: first.section.title } : {}),
  }
  return { type: 'quote', id: newBlockId(), blocks: withNewIds(blocks), citation }
}
