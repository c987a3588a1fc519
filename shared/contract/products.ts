/** Products: made from sources at pinned revisions, released through a gate as sealed editions. */
import { z } from 'zod'
import { Block, QuoteBlock } from '../model/body/blocks'
import { Edition } from '../model/edition'
import { BlockId, Sha256, Timestamp, Uuid } from '../model/ids'
import { GateCondition } from '../model/product/releaseGate'
import { EditableContent, RecordFile } from '../model/record'
import { RecordType } from '../model/recordTypes'
import { procedure } from './base'
import { RecordRow, SavedRecord } from './records'

/** A revision that will stay: nothing overwrites it from now on. */
export const Pin = z.object({ recordId: Uuid, revisionId: Sha256, at: Timestamp, type: RecordType, number: z.string(), title: z.string() })
export type Pin = z.infer<typeof Pin>

/**
 * `row` is the source as it is now, null where it is not here. `changed`: it was saved since it was pinned; `trashed`: it was deleted, what
 * was pinned is still here; `masked`: what was pinned is a masked twin, what it says of people and numbers is not all; `missing`: what was
 * pinned is not here.
 */
export const ProductSource = z.object({
  recordId: Uuid, revisionId: Sha256, at: Timestamp.nullable(), row: RecordRow.nullable(), state: z.enum(['current', 'changed', 'trashed', 'masked', 'missing']),
  /** The revision in place; null where the record is not here. */
  head: Sha256.nullable(),
  /** How many quotes and steps of the product cite this source, at whatever revision. */
  citations: z.int(),
  title: z.string(),
})
export type ProductSource = z.infer<typeof ProductSource>

/** What releasing now would need; `edition` is the number that it would get. */
export const ReleaseGate = z.object({ edition: z.int(), conditions: z.array(GateCondition) })
export type ReleaseGate = z.infer<typeof ReleaseGate>

/**
 * How an edition stands: `current` has the number that is in force, `superseded` has a later one after it, or a number that was never given,
 * `retired` belongs to a product that was retired. All of them stay readable.
 */
export const EditionStatus = z.enum(['current', 'superseded', 'retired'])
export type EditionStatus = z.infer<typeof EditionStatus>

/**
 * Who vouches for an edition: the keys of this library, those of one that it trusts, unknown or revoked ones, nobody; `wrong` is no signature of
 * this edition. `none` says nothing of whether its library signs what it releases: verifying tells an edition of this one that should be signed.
 */
export const EditionSignature = z.enum(['own', 'trusted', 'unknown', 'revoked', 'none', 'wrong'])
export type EditionSignature = z.infer<typeof EditionSignature>

export const EditionSummary = z.object({
  seal: Sha256, recordId: Uuid, number: z.int(), releasedAt: Timestamp, by: z.string(), unit: z.string(), library: z.string(), title: z.string(), changeLog: z.string(), sources: z.int(),
  /** False where the file no longer is what was sealed. */
  intact: z.boolean(),
  status: EditionStatus, signature: EditionSignature,
  /** Another edition has the same number: two libraries released it. */
  isTwin: z.boolean(),
  /** Conditions of the gate that were passed with a reason. */
  waived: z.array(z.string()), reason: z.string(),
})
export type EditionSummary = z.infer<typeof EditionSummary>

/** A quote taken again: `same` says what it said, `changed` says what the source says now, `gone` stands no more in the source and is as it was. */
export const RetakenQuote = z.object({ outcome: z.enum(['same', 'changed', 'gone']), quote: QuoteBlock })
export type RetakenQuote = z.infer<typeof RetakenQuote>

/** Why records are ripe for a product, each with what was counted: `count`, of `similar` the resemblance in percent, of `rated` stars. */
export const RipeReason = z.object({ kind: z.enum(['similar', 'units', 'used', 'cited', 'rated', 'measured', 'validated', 'promoted']), count: z.number() })
export type RipeReason = z.infer<typeof RipeReason>

/** Records of like practice that no product comes of yet. `records` with the one first that says most. */
export const Candidate = z.object({
  records: z.array(z.object({ row: RecordRow, reasons: z.array(RipeReason) })).min(1), units: z.array(z.string()), reasons: z.array(RipeReason), score: z.number(),
})
export type Candidate = z.infer<typeof Candidate>

const byId = z.object({ id: Uuid })

export const products = {
  /** A new product, with its empty sections unless `content` brings a body, and the sources as pinned links; `id` as in `records.create`. */
  create: procedure
    .input(z.object({
      id: Uuid.optional(), title: z.string().trim().min(1).max(500), sources: z.array(Uuid).max(50), content: EditableContent.optional(),
      stage: z.enum(['proposed', 'drafting']).default('drafting'),
    }))
    .output(RecordFile),
  /** The ripest first. `isComplete` is false while the index is not: there may be more. */
  candidates: procedure.input(z.object({ limit: z.int().min(1).max(100).default(20) })).output(z.object({ candidates: z.array(Candidate), isComplete: z.boolean() })),
  /** Pins a record as it is now, to be a source or a tool. Safe to repeat. */
  pin: procedure.input(z.object({ recordId: Uuid })).output(Pin),
  /**
   * An excerpt as a cited quote, ready to be put into a body: the blocks named, in the order of the source, under new ids; or, where
   * `text` is given, that passage of the one block named. The revision is pinned.
   */
  excerpt: procedure
    .input(z.object({ recordId: Uuid, revisionId: Sha256, blockIds: z.array(BlockId).min(1).max(200), text: z.string().min(1).max(20_000).optional() }))
    .output(Block),
  /**
   * Takes quotes of a source again from the revision that is in place, which is pinned: each under its own id and in the order given, with
   * what the same blocks say now. Throws `not_found` where the source is not here.
   */
  retake: procedure.input(z.object({ recordId: Uuid, quotes: z.array(QuoteBlock).max(500) })).output(z.object({ pin: Pin, quotes: z.array(RetakenQuote) })),
  sources: procedure.input(byId).output(z.array(ProductSource)),
  gate: procedure.input(byId).output(ReleaseGate),
  /**
   * Freezes the next edition in one transaction, signed with the library's keys. Throws `gate_not_met` with what is missing, unless a reason
   * is given and all of that can be waived, `conflict` if `base` is not in place.
   */
  release: procedure
    .input(z.object({ id: Uuid, base: Sha256, changeLog: z.string().max(5000).default(''), reason: z.string().trim().max(2000).default('') }))
    .output(z.object({ edition: EditionSummary, saved: SavedRecord })),
  /** Latest first. */
  editions: procedure.input(byId).output(z.array(EditionSummary)),
  edition: procedure.input(z.object({ recordId: Uuid, seal: Sha256 })).output(Edition),
}
