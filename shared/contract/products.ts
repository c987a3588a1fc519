/** Products: made from sources at pinned revisions, released through a gate as sealed editions. */
import { z } from 'zod'
import { Block } from '../model/body/blocks'
import { Edition } from '../model/edition'
import { GateCondition } from '../model/gates'
import { BlockId, Sha256, Timestamp, Uuid } from '../model/ids'
import { EditableContent, RecordFile } from '../model/record'
import { RecordType } from '../model/recordTypes'
import { procedure } from './base'
import { RecordRow, SavedRecord } from './records'

/** A revision that will stay: nothing overwrites it from now on. */
export const Pin = z.object({ recordId: Uuid, revisionId: Sha256, at: Timestamp, type: RecordType, number: z.string(), title: z.string() })
export type Pin = z.infer<typeof Pin>

/** `row` is the source as it is now, null where it is not here. `changed`: it was saved since it was pinned. */
export const ProductSource = z.object({
  recordId: Uuid, revisionId: Sha256, at: Timestamp.nullable(), row: RecordRow.nullable(), state: z.enum(['current', 'changed', 'missing']),
  /** How many quotes of the product cite this source, at whatever revision. */
  citations: z.int(),
  title: z.string(),
})
export type ProductSource = z.infer<typeof ProductSource>

/** What releasing now would need; `edition` is the number that it would get. */
export const ReleaseGate = z.object({ edition: z.int(), conditions: z.array(GateCondition) })
export type ReleaseGate = z.infer<typeof ReleaseGate>

export const EditionSummary = z.object({
  seal: Sha256, recordId: Uuid, number: z.int(), releasedAt: Timestamp, by: z.string(), unit: z.string(), title: z.string(), changeLog: z.string(), sources: z.int(),
  /** False where the file no longer is what was sealed. */
  intact: z.boolean(),
})
export type EditionSummary = z.infer<typeof EditionSummary>

const byId = z.object({ id: Uuid })

export const products = {
  /** A new product, with its empty sections unless `content` brings a body, and the sources as pinned links; `id` as in `records.create`. */
  create: procedure
    .input(z.object({ id: Uuid.optional(), title: z.string().trim().min(1).max(500), sources: z.array(Uuid).max(50), content: EditableContent.optional() }))
    .output(RecordFile),
  /** Pins a record as it is now, to be a source. Safe to repeat. */
  pin: procedure.input(z.object({ recordId: Uuid })).output(Pin),
  /**
   * An excerpt as a cited quote, ready to be put into a body: the blocks named, in the order of the source, under new ids; or, where
   * `text` is given, that passage of the one block named. The revision is pinned.
   */
  excerpt: procedure
    .input(z.object({ recordId: Uuid, revisionId: Sha256, blockIds: z.array(BlockId).min(1).max(200), text: z.string().min(1).max(20_000).optional() }))
    .output(Block),
  sources: procedure.input(byId).output(z.array(ProductSource)),
  gate: procedure.input(byId).output(ReleaseGate),
  /** Freezes the next edition in one transaction. Throws `gate_not_met` with what is missing, `conflict` if `base` is not in place. */
  release: procedure.input(z.object({ id: Uuid, base: Sha256, changeLog: z.string().max(5000).default('') })).output(z.object({ edition: EditionSummary, saved: SavedRecord })),
  /** Latest first. */
  editions: procedure.input(byId).output(z.array(EditionSummary)),
  edition: procedure.input(z.object({ recordId: Uuid, seal: Sha256 })).output(Edition),
}
