/** What gates look at in a content: what it cites and pins, and which of its required sections say nothing. */
import { z } from 'zod'
import { isKnownBlock, type Block, type Citation } from './body/blocks'
import type { Body, Section } from './body/body'
import { blockInlines, blockText, placedBlocks } from './body/walk'
import { isKnownInline } from './body/inlines'
import { filledRowsOf } from './fields'
import { BlockId } from './ids'
import type { RecordContent } from './record'
import { recordTypes } from './recordTypes'
import { rowCitations } from './rowCitations'

export const sectionGapKinds = [
  /** A required section is not there. */
  z.object({ kind: z.literal('sectionMissing'), key: z.string() }),
  /** A required section says nothing. */
  z.object({ kind: z.literal('sectionEmpty'), key: z.string(), sectionId: BlockId, title: z.string() }),
] as const

export const SectionGap = z.discriminatedUnion('kind', sectionGapKinds)
export type SectionGap = z.infer<typeof SectionGap>

export interface PinnedRevision { recordId: string; revisionId: string }

export interface PlacedCitation { citation: Citation; blockId: string }

/** The citations of a body in reading order. */
export const bodyCitations = (body: Body): PlacedCitation[] => [...placedBlocks(body)].flatMap(({ block }) =>
  (isKnownBlock(block) && block.type === 'quote' && block.citation ? [{ citation: block.citation, blockId: block.id }] : []))

export const pinKey = ({ recordId, revisionId }: PinnedRevision): string => `${recordId}@${revisionId}`

/** Every revision that a content depends on: what its quotes and tables cite and its links pin, each once. */
export const pinnedRevisions = (content: Pick<RecordContent, 'type' | 'body' | 'links' | 'fields'>): PinnedRevision[] => {
  const cited = [...bodyCitations(content.body), ...rowCitations(content)].map(({ citation: { recordId, revisionId } }) => ({ recordId, revisionId }))
  const pinned = content.links.flatMap(({ to, revisionId }) => (revisionId === undefined ? [] : [{ recordId: to, revisionId }]))
  return [...new Map([...cited, ...pinned].map((pin) => [pinKey(pin), pin])).values()]
}

const says = (block: Block): boolean =>
  !isKnownBlock(block) || block.type === 'image' || blockText(block).trim() !== '' || blockInlines(block).some((inline) => inline.type === 'image' || !isKnownInline(inline))

/** Whether a section, or a quote, says anything: a text that is not blank, a picture, or what this version does not know. */
export const isFilled = ({ blocks }: Pick<Section, 'blocks'>): boolean => {
  // The first word is enough: what stands after it is not looked at.
  for (const { block } of placedBlocks({ version: 1, preamble: blocks, sections: [] })) if (says(block)) return true
  return false
}

/** The required sections of a type that are not there, or say nothing; what a table among the fields says for a section counts. */
export const sectionGaps = ({ type, body, fields }: Pick<RecordContent, 'type' | 'body' | 'fields'>): SectionGap[] =>
  recordTypes[type].sections.flatMap(({ key, required, filledBy }): SectionGap[] => {
    if (!required || (filledBy !== undefined && filledRowsOf(fields[filledBy]).length > 0)) return []
    const sections = body.sections.filter((section) => section.key === key)
    const [first] = sections
    if (!first) return [{ kind: 'sectionMissing', key }]
    return sections.some(isFilled) ? [] : [{ kind: 'sectionEmpty', key, sectionId: first.id, title: first.title }]
  })
