/** An adoption (推广记录): what it takes up, what came of it, and how it stands to the editions of its product. */
import { z } from 'zod'
import { filledRowsOf, rowsOf } from '../fields'
import type { RecordContent } from '../record'

type Content = Pick<RecordContent, 'stage' | 'links' | 'fields'>

export const verdicts = ['notApplicable', 'noAction', 'act'] as const
export const Verdict = z.enum(verdicts)
export type Verdict = z.infer<typeof Verdict>

/** The product that an adoption takes up, with the revision that its edition or its draft had; undefined for one that names none. */
export const adoptedProduct = ({ links }: Pick<Content, 'links'>): { productId: string; revisionId: string | undefined } | undefined => {
  const link = links.find(({ relation }) => relation === 'adopts')
  return link && { productId: link.to, revisionId: link.revisionId }
}

export const verdictOf = ({ fields }: Pick<Content, 'fields'>): Verdict | undefined => Verdict.safeParse(fields.verdict).data

const says = (value: unknown): boolean => typeof value === 'string' && value.trim() !== ''

/** One benefit; `amount` in `unit`, `year` from 1000 to 9999 or undefined. Without an amount there is nothing to sum up. */
export interface Benefit { what: string; amount: number; unit: string; year: number | undefined; isVerified: boolean }

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

/** The year that a date begins with: four digits, no more. */
const yearOf = (value: unknown): number | undefined => {
  const year = Number(/^\d{4}(?!\d)/.exec(typeof value === 'number' ? String(value) : text(value))?.[0] ?? Number.NaN)
  return Number.isNaN(year) || year < 1000 ? undefined : year
}

/** In the order of the rows. Where a row says no year it is that in which the adoption was done. */
export const benefitsOf = ({ fields }: Pick<Content, 'fields'>): Benefit[] => rowsOf(fields.benefits).flatMap((row): Benefit[] => (typeof row.amount === 'number'
  ? [{ what: text(row.what), amount: row.amount, unit: text(row.unit), year: yearOf(row.year) ?? yearOf(fields.actualDate), isVerified: says(row.verifiedBy) }] : []))

/** No amount beyond it is summed up, whatever it is measured in: nobody saves so much, and a sum must stay a number. */
const largestAmount = 1e15

/** Whether an amount is one that sums take in; what is not is only to be seen where it is written down. */
export const isSummed = ({ amount }: Pick<Benefit, 'amount'>): boolean => Math.abs(amount) <= largestAmount

/** A sum of decimals as they were written, without what binary fractions add. */
export const roundedSum = (sum: number): number => Number(sum.toPrecision(12))

/** Whether an adoption is done, and says what came of it: a verdict, and feedback, a benefit, a barrier or differences beside it. What was declined was not tried. */
export const hasOutcome = ({ stage, fields }: Content): boolean => stage === 'done' && Verdict.safeParse(fields.verdict).success
  && (says(fields.feedback) || says(fields.barrier) || says(fields.localDifferences) || filledRowsOf(fields.benefits).length > 0 || filledRowsOf(fields.differences).length > 0)
