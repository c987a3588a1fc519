/** Adoptions (推广记录): units taking up an edition of a product, or piloting its draft. Each is a record; they travel in packages as all records do. */
import { z } from 'zod'
import { Edition } from '../model/edition'
import { Sha256, Timestamp, Uuid } from '../model/ids'
import { Verdict } from '../model/product/adoption'
import { procedure } from './base'
import { EditionSummary } from './products'
import { RecordRow } from './records'

/**
 * How an adoption stands to what its product has here. `current`: its edition is in force; `behind`: there is a later one; `retired`: the
 * product was; `draft`: a pilot of the coming edition; `piloted`: a pilot of one that was released since; `unknownEdition`: the product is here, not this
 * edition; `unknownProduct`: it is not here.
 */
export const AdoptionStanding = z.enum(['current', 'behind', 'retired', 'draft', 'piloted', 'unknownEdition', 'unknownProduct'])
export type AdoptionStanding = z.infer<typeof AdoptionStanding>

/** What benefits come to, in one unit of measure, rounded to 12 digits; amounts beyond ±1e15 are left out. */
export const BenefitSum = z.object({ unit: z.string(), verified: z.number(), unverified: z.number() })
export type BenefitSum = z.infer<typeof BenefitSum>

/** One adoption in a list; dates as written, empty where none is. */
export const AdoptionRow = z.object({
  row: RecordRow, productId: Uuid.nullable(), productTitle: z.string(), edition: z.int().nullable(), seal: Sha256.nullable(), pilot: z.boolean(),
  verdict: Verdict.nullable(), plannedDate: z.string(), actualDate: z.string(), rating: z.int().nullable(), benefits: z.array(BenefitSum), differences: z.int(),
  /** Their first 200 characters; the record has the whole. */
  barrier: z.string(), feedback: z.string(),
  standing: AdoptionStanding,
  /** Planned for a day that is past, and neither done nor declined. */
  isOverdue: z.boolean(),
  /** The adoption that counts for this unit and edition, where it is not this one: planned in one library and begun in another, say. */
  countedBy: Uuid.nullable(),
})
export type AdoptionRow = z.infer<typeof AdoptionRow>

/** A unit that is to take a product up, and how far it is: `null` where it was never asked; of several editions, the latest that counts. */
export const TargetUnit = z.object({ unit: z.string(), parent: z.string().nullable(), adoption: AdoptionRow.nullable() })
export type TargetUnit = z.infer<typeof TargetUnit>

/** `adoptions` the latest planned first. `behind` are the units whose adopted edition is no longer in force. */
export const ProductAdoptions = z.object({
  adoptions: z.array(AdoptionRow), targets: z.array(TargetUnit), behind: z.array(z.string()),
  /** What a new adoption takes up: the edition in force, null before the first release, or where the product is retired. */
  current: EditionSummary.nullable(),
  /** The number that a pilot is for. */
  next: z.int(),
})
export type ProductAdoptions = z.infer<typeof ProductAdoptions>

/** An adoption with what it takes up. `edition` is null for a pilot, and where it is not here or can't be read. */
export const AdoptedEdition = z.object({
  adoption: AdoptionRow, product: RecordRow.nullable(), edition: Edition.nullable(), summary: EditionSummary.nullable(), current: EditionSummary.nullable(),
})
export type AdoptedEdition = z.infer<typeof AdoptedEdition>

/** Adoptions that a library whose products they take up has not got as they are now. `sentAt` is when it last got any; null for never. */
export const Reportable = z.object({ library: z.object({ id: Uuid, name: z.string(), unit: z.string() }), adoptions: z.array(AdoptionRow), sentAt: Timestamp.nullable() })
export type Reportable = z.infer<typeof Reportable>

const byId = z.object({ id: Uuid })

export const adoptions = {
  /** All there are, the latest planned first; those that take up what is not here too. */
  list: procedure.output(z.array(AdoptionRow)),
  ofProduct: procedure.input(byId).output(ProductAdoptions),
  /** Throws `not_found` for what is no adoption. */
  of: procedure.input(byId).output(AdoptedEdition),
  /**
   * One planned adoption for each unit, of the edition in force, or with `pilot` of the draft as it is now; what a unit has of that edition
   * already is left as it is and not made again. All of it is one operation that can be undone; `operationId` is null where nothing had to be made.
   * `ids` are those that were made: what could not be written is not among them. Throws `invalid` where there is no edition in force, and
   * where it was stopped before anything was made.
   */
  plan: procedure
    .input(z.object({ productId: Uuid, pilot: z.boolean().default(false), units: z.array(z.string().trim().min(1).max(200)).min(1).max(2000), plannedDate: z.string().max(10).default('') }))
    .output(z.object({ ids: z.array(Uuid), skipped: z.array(z.string()), operationId: Uuid.nullable() })),
  /** By library. To report them is to make a package of them. */
  reportable: procedure.output(z.array(Reportable)),
}
