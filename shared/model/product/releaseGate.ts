/** The gate before a release: its conditions, and for each that does not hold what exactly is missing and where (product.md, "Lives and gates"). */
import { z } from 'zod'
import { isKnownBlock } from '../body/blocks'
import { placedBlocks } from '../body/walk'
import { filledRowsOf } from '../fields'
import { bodyCitations, isFilled, pinKey, pinnedRevisions, sectionGapKinds, sectionGaps, type PinnedRevision } from '../gates'
import { BlockId, Sha256, Uuid } from '../ids'
import { nameForm } from '../nameForm'
import type { RecordContent, RecordFile } from '../record'
import { rowCitations } from '../rowCitations'
import { stepsOf, type Step } from './steps'

/** Who signs an edition, by the fields that name them. */
export const signers = ['preparedBy', 'reviewedBy', 'approvedBy'] as const
export type Signer = (typeof signers)[number]

/** What is missing for a release, and the place that leads there. */
export const GateGap = z.discriminatedUnion('kind', [
  /** It comes of no record: none is pinned as a source, and no quote or step cites one. */
  z.object({ kind: z.literal('noSource') }),
  /**
   * A revision that is cited or pinned is not in this library: by a quote (`blockId`), by a step (`stepId`), or by a link alone (neither).
   * What is not here can't be frozen.
   */
  z.object({ kind: z.literal('sourceMissing'), recordId: Uuid, revisionId: Sha256, title: z.string(), blockId: BlockId.nullable(), stepId: BlockId.nullable() }),
  /** It comes of a product that comes of it: the titles on the way round, this one first and left out at the end. */
  z.object({ kind: z.literal('circle'), recordId: Uuid, titles: z.array(z.string()) }),
  ...sectionGapKinds,
  z.object({ kind: z.literal('noStep') }),
  /** A step without a standard, or without a post that is responsible; `index` counts from 0. */
  z.object({ kind: z.literal('stepStandard'), stepId: BlockId, index: z.int() }),
  z.object({ kind: z.literal('stepPost'), stepId: BlockId, index: z.int() }),
  z.object({ kind: z.literal('noAcceptance') }),
  /** No pilot of the coming edition has an outcome: there is none, or those that there are (`adoptionIds`) are not done. */
  z.object({ kind: z.literal('noPilotOutcome'), adoptionIds: z.array(Uuid) }),
  z.object({ kind: z.literal('signerMissing'), signer: z.enum(signers) }),
  /** `signer` is the same person as one who signs before. */
  z.object({ kind: z.literal('signerSame'), signer: z.enum(signers), name: z.string() }),
  /** It is at another stage than 试点. */
  z.object({ kind: z.literal('notInPilot'), stage: z.string() }),
  /** Nothing was changed since the edition before. */
  z.object({ kind: z.literal('unchanged'), edition: z.int() }),
])
export type GateGap = z.infer<typeof GateGap>

export const gateKeys = ['source', 'noCircle', 'requiredSections', 'stepStandard', 'stepPost', 'acceptance', 'pilotOutcome', 'signers', 'piloted', 'changed'] as const
export const GateCondition = z.object({ key: z.enum(gateKeys), met: z.boolean(), missing: z.array(GateGap) })
export type GateCondition = z.infer<typeof GateCondition>

/** What of a pilot adoption the gate asks for: `hasOutcome` says that it is done, not declined, and says what came of it. */
export interface PilotFact { id: string; edition: number; hasOutcome: boolean }

/** What is known beside the content. */
export interface ReleaseFacts {
  /** The number that the edition would get. */
  edition: number
  /** Whether a revision can be read in this library. */
  isHere: (pin: PinnedRevision) => boolean
  /** The way round, if one of its sources comes of it. */
  circle: { recordId: string; titles: readonly string[] } | undefined
  pilots: readonly PilotFact[]
  /** The latest edition, if nothing was changed since. */
  unchangedSince: number | undefined
}

type Product = Pick<RecordFile, 'id' | 'content'>

/** What a product comes of: not itself, nor what only a tool of a step or an adoption pins. A quote of nothing takes nothing. */
const hasSource = ({ id, content }: Product): boolean => {
  const isOther = ({ recordId }: { recordId: string }): boolean => recordId !== id
  const quoted = [...placedBlocks(content.body)].flatMap(({ block }) => (isKnownBlock(block) && block.type === 'quote' && block.citation && isFilled(block) ? [block.citation] : []))
  const linked = content.links.flatMap(({ to, relation, revisionId }) => (relation === 'derivedFrom' && revisionId !== undefined ? [{ recordId: to }] : []))
  return [...quoted, ...linked, ...stepsOf(content.fields).flatMap(({ sources }) => sources)].some(isOther)
}

const missingSources = ({ content }: Product, isHere: ReleaseFacts['isHere']): GateGap[] => {
  const gap = (pin: PinnedRevision, title: string | undefined, place: { blockId?: string; stepId?: string }): GateGap[] =>
    (isHere(pin) ? [] : [{ kind: 'sourceMissing', recordId: pin.recordId, revisionId: pin.revisionId, title: title ?? '', blockId: place.blockId ?? null, stepId: place.stepId ?? null }])
  const placed = [
    ...bodyCitations(content.body).map(({ citation, blockId }) => ({ citation, place: { blockId } })),
    ...rowCitations(content).map(({ citation, rowId }) => ({ citation, place: { stepId: rowId } })),
  ]
  const named = new Set(placed.map(({ citation }) => pinKey(citation)))
  return [
    ...placed.flatMap(({ citation, place }) => gap(citation, citation.title, place)),
    ...pinnedRevisions(content).filter((pin) => !named.has(pinKey(pin))).flatMap((pin) => gap(pin, undefined, {})),
  ]
}

const sourceGaps = (product: Product, isHere: ReleaseFacts['isHere']): GateGap[] =>
  [...hasSource(product) ? [] : [{ kind: 'noSource' as const }], ...missingSources(product, isHere)]

const stepGaps = (steps: readonly Step[], kind: 'stepStandard' | 'stepPost', says: (step: Step) => string): GateGap[] => (steps.length === 0 ? [{ kind: 'noStep' }]
  : steps.flatMap((step, index): GateGap[] => (says(step).trim() === '' ? [{ kind, stepId: step.id, index }] : [])))

const signerGaps = (fields: RecordContent['fields']): GateGap[] => {
  const seen = new Set<string>()
  return signers.flatMap((signer): GateGap[] => {
    const value = fields[signer]
    const name = typeof value === 'string' ? nameForm(value) : ''
    if (name === '') return [{ kind: 'signerMissing', signer }]
    if (seen.has(name)) return [{ kind: 'signerSame', signer, name: String(value) }]
    seen.add(name)
    return []
  })
}

const pilotGaps = (pilots: readonly PilotFact[], edition: number): GateGap[] => {
  const ofEdition = pilots.filter((pilot) => pilot.edition === edition)
  return ofEdition.some(({ hasOutcome }) => hasOutcome) ? [] : [{ kind: 'noPilotOutcome', adoptionIds: ofEdition.map(({ id }) => id) }]
}

const condition = (key: GateCondition['key'], missing: GateGap[]): GateCondition => ({ key, met: missing.length === 0, missing })

/** All conditions in the order in which they are met; those about a circle and about changes only where they do not hold. */
export const releaseConditions = (product: Product, { edition, isHere, circle, pilots, unchangedSince }: ReleaseFacts): GateCondition[] => {
  const { content } = product
  const steps = stepsOf(content.fields)
  return [
    condition('source', sourceGaps(product, isHere)),
    ...circle ? [condition('noCircle', [{ kind: 'circle', recordId: circle.recordId, titles: [...circle.titles] }])] : [],
    condition('requiredSections', sectionGaps(content)),
    condition('stepStandard', stepGaps(steps, 'stepStandard', ({ standard }) => standard)),
    condition('stepPost', stepGaps(steps, 'stepPost', ({ post }) => post)),
    condition('acceptance', filledRowsOf(content.fields.acceptance).length > 0 ? [] : [{ kind: 'noAcceptance' }]),
    condition('pilotOutcome', pilotGaps(pilots, edition)),
    condition('signers', signerGaps(content.fields)),
    condition('piloted', content.stage === 'pilot' ? [] : [{ kind: 'notInPilot', stage: content.stage }]),
    ...unchangedSince === undefined ? [] : [condition('changed', [{ kind: 'unchanged', edition: unchangedSince }])],
  ]
}

const isBinding = (gap: GateGap): boolean => gap.kind === 'sourceMissing' || gap.kind === 'unchanged' || (gap.kind === 'notInPilot' && gap.stage === 'retired')

/**
 * Whether a condition that does not hold can be passed with a reason: neither what is not here, nor what says the same as before, nor what was
 * retired can be released.
 */
export const canWaive = ({ missing }: GateCondition): boolean => !missing.some(isBinding)
