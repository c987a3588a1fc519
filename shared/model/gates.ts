/** The gate before a release: its conditions, and for each that does not hold what exactly is missing and where. */
import { z } from 'zod'
import { isKnownBlock, type Block, type Citation } from './body/blocks'
import type { Body, Section } from './body/body'
import { blockInlines, blockText, placedBlocks } from './body/walk'
import { isKnownInline } from './body/inlines'
import { BlockId, Sha256, Uuid } from './ids'
import type { RecordContent, RecordFile } from './record'
import { requiredSectionsOf } from './recordTypes'

const sectionGapKinds = [
  /** A required section is not there. */
  z.object({ kind: z.literal('sectionMissing'), key: z.string() }),
  /** A required section says nothing. */
  z.object({ kind: z.literal('sectionEmpty'), key: z.string(), sectionId: BlockId, title: z.string() }),
] as const

export const SectionGap = z.discriminatedUnion('kind', sectionGapKinds)
export type SectionGap = z.infer<typeof SectionGap>

/** What is missing for a release, and the place that leads there. */
export const GateGap = z.discriminatedUnion('kind', [
  /** No quote of the body, of more than nothing, cites another record. */
  z.object({ kind: z.literal('noCitation') }),
  /** A cited source, or a pinned one that no block cites, is not in this library at that revision. */
  z.object({ kind: z.literal('sourceMissing'), recordId: Uuid, revisionId: Sha256, title: z.string(), blockId: BlockId.nullable() }),
  ...sectionGapKinds,
  /** Nothing was changed since the edition before. */
  z.object({ kind: z.literal('unchanged'), edition: z.int() }),
])
export type GateGap = z.infer<typeof GateGap>

export const GateCondition = z.object({ key: z.enum(['citedSource', 'requiredSections', 'changed']), met: z.boolean(), missing: z.array(GateGap) })
export type GateCondition = z.infer<typeof GateCondition>

export interface PinnedRevision { recordId: string; revisionId: string }

export interface PlacedCitation { citation: Citation; blockId: string }

/** The citations of a body in reading order. */
export const bodyCitations = (body: Body): PlacedCitation[] => [...placedBlocks(body)].flatMap(({ block }) =>
  (isKnownBlock(block) && block.type === 'quote' && block.citation ? [{ citation: block.citation, blockId: block.id }] : []))

export const pinKey = ({ recordId, revisionId }: PinnedRevision): string => `${recordId}@${revisionId}`

/** Every revision that a content depends on: what its quotes cite and its sources pin, each once. */
export const pinnedRevisions = ({ body, links }: Pick<RecordContent, 'body' | 'links'>): PinnedRevision[] => {
  const cited = bodyCitations(body).map(({ citation: { recordId, revisionId } }) => ({ recordId, revisionId }))
  const pinned = links.flatMap(({ to, revisionId }) => (revisionId === undefined ? [] : [{ recordId: to, revisionId }]))
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

/** The required sections of a type that are not there, or say nothing. */
export const sectionGaps = ({ type, body }: Pick<RecordContent, 'type' | 'body'>): SectionGap[] => requiredSectionsOf(type).flatMap((key): SectionGap[] => {
  const sections = body.sections.filter((section) => section.key === key)
  const [first] = sections
  if (!first) return [{ kind: 'sectionMissing', key }]
  return sections.some(isFilled) ? [] : [{ kind: 'sectionEmpty', key, sectionId: first.id, title: first.title }]
})

/** A product is no source of its own, and a quote of nothing takes nothing from one. */
const citesSource = (id: string, body: Body): boolean => [...placedBlocks(body)].some(({ block }) =>
  isKnownBlock(block) && block.type === 'quote' && block.citation !== undefined && block.citation.recordId !== id && isFilled(block))

const sourceGaps = (id: string, { body, links }: RecordContent, isHere: (pin: PinnedRevision) => boolean): GateGap[] => {
  const citations = bodyCitations(body)
  if (!citesSource(id, body)) return [{ kind: 'noCitation' }]
  const cited = new Set(citations.map(({ citation }) => pinKey(citation)))
  const gone = citations.filter(({ citation }) => !isHere(citation)).map(({ citation, blockId }): GateGap =>
    ({ kind: 'sourceMissing', recordId: citation.recordId, revisionId: citation.revisionId, title: citation.title ?? '', blockId }))
  const unused = pinnedRevisions({ body: { version: 1, preamble: [], sections: [] }, links })
    .filter((pin) => !cited.has(pinKey(pin)) && !isHere(pin))
    .map((pin): GateGap => ({ kind: 'sourceMissing', ...pin, title: '', blockId: null }))
  return [...gone, ...unused]
}

const condition = (key: GateCondition['key'], missing: GateGap[]): GateCondition => ({ key, met: missing.length === 0, missing })

/**
 * The conditions for releasing a product (product.md, "Lives and gates"). `isHere` says whether a revision can be read in this library;
 * `unchangedSince` is the number of the latest edition if nothing was changed since.
 */
export const releaseConditions = (
  { id, content }: Pick<RecordFile, 'id' | 'content'>, isHere: (pin: PinnedRevision) => boolean, unchangedSince: number | undefined,
): GateCondition[] => [
  condition('citedSource', sourceGaps(id, content, isHere)),
  condition('requiredSections', sectionGaps(content)),
  ...(unchangedSince === undefined ? [] : [condition('changed', [{ kind: 'unchanged', edition: unchangedSince }])]),
]
