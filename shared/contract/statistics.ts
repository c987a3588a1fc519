/** Numbers about products and what they come of. Each names the records behind it, so that the screen can open them. */
import { z } from 'zod'
import { Sha256, Timestamp, Uuid } from '../model/ids'
import { procedure } from './base'
import { MadeFile } from './packages'
import { RecordRow } from './records'

const ids = z.array(Uuid)

/** How far a unit is with a product, the least first: asked and late, asked, not for it, applies and nothing is done, at it, on an edition before, done. */
export const CoverageState = z.enum(['overdue', 'planned', 'notApplicable', 'noAction', 'underWay', 'behind', 'done'])
export type CoverageState = z.infer<typeof CoverageState>

/**
 * Units × products: `units` in the order of the tree, with those that adopt and that no vocabulary has at the end. A cell is there where
 * somebody in a unit or below it was asked, is a target, or adopts: `done` units (on whatever edition) of the `of` that are to take it up,
 * which are the lowest units that are targets, else those that were asked; `state` is the unit's own, null where only others below it have one.
 */
export const Coverage = z.object({
  units: z.array(z.object({ name: z.string(), parent: z.string().nullable(), level: z.int() })),
  products: z.array(z.object({ id: Uuid, number: z.string(), title: z.string(), edition: z.int(), done: z.int(), of: z.int() })),
  cells: z.array(z.object({ unit: z.string(), productId: Uuid, done: z.int(), of: z.int(), state: CoverageState.nullable(), ids })),
})
export type Coverage = z.infer<typeof Coverage>

/** From the release of an edition to the first adoption that is done, in days; null where none is yet. */
export const Replication = z.object({ productId: Uuid, title: z.string(), edition: z.int(), seal: Sha256, releasedAt: Timestamp, firstDone: z.string().nullable(), days: z.int().nullable(), ids })
export type Replication = z.infer<typeof Replication>

/**
 * Benefits of adoptions that count, by unit, year and unit of measure, rounded to 12 digits; `year` null where none is said. Amounts beyond
 * ±1e15 are not summed up: `ids` names those that say them too.
 */
export const BenefitFigure = z.object({ unit: z.string(), year: z.int().nullable(), measure: z.string(), verified: z.number(), unverified: z.number(), ids })
export type BenefitFigure = z.infer<typeof BenefitFigure>

/** Of the records of a type that were made in a month (YYYY-MM, told by their ids), those that a product or an edition comes of. */
export const Conversion = z.object({ type: z.enum(['case', 'experience', 'tool']), month: z.string(), total: z.int(), converted: z.int(), ids, convertedIds: ids })
export type Conversion = z.infer<typeof Conversion>

/** What others take most from: `cited` records that quote, pin or mention it; `reused` units that adopt a product which comes of it. */
export const CitedRecord = z.object({ row: RecordRow, cited: z.int(), reused: z.int(), ids })
export type CitedRecord = z.infer<typeof CitedRecord>

/** The longest overdue first, no more of each than were asked for; `totals` how many there are. */
export const Overdue = z.object({
  reviews: z.array(z.object({ row: RecordRow, day: z.string() })), adoptions: z.array(z.object({ row: RecordRow, day: z.string() })), totals: z.object({ reviews: z.int(), adoptions: z.int() }),
})
export type Overdue = z.infer<typeof Overdue>

export const figures = ['coverage', 'replication', 'benefits', 'conversion', 'citations', 'overdue'] as const
export const Figure = z.enum(figures)
export type Figure = z.infer<typeof Figure>

export const statistics = {
  coverage: procedure.output(Coverage),
  /** The latest release first. */
  replication: procedure.output(z.array(Replication)),
  benefits: procedure.output(z.array(BenefitFigure)),
  /** The earliest month first; months without any are left out. */
  conversion: procedure.output(z.array(Conversion)),
  /** The most cited first. */
  citations: procedure.input(z.object({ limit: z.int().min(1).max(500).default(50) })).output(z.array(CitedRecord)),
  overdue: procedure.input(z.object({ limit: z.int().min(1).max(1000).default(200) })).output(Overdue),
  /** One figure as an Excel file, written to `to` or kept to be downloaded; of what is overdue all there is. Restricted adoptions are left out, and it says how many. */
  export: procedure.input(z.object({ figure: Figure, to: z.string().min(1).nullable() })).output(MadeFile),
}
