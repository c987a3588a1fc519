/** How the units of a product stand to the edition in force: whose adoption is of it, whose of another, who is still to be asked. */
import type { AdoptionRow, ProductAdoptions } from '#shared/contract/adoptions'
import { unitOf } from '../unitOf'

export interface Taking {
  /** Of the edition in force, also those that are not counted. */
  inForce: AdoptionRow[]
  /** Of other editions, those of the latest first; all where none is in force. */
  others: AdoptionRow[]
  /** Targets that have no adoption of the edition in force, without those that are behind with what they took up. */
  notAsked: string[]
  /** Who is behind, and has no adoption of the edition in force yet. */
  behindNotAsked: string[]
}

type Known = Pick<ProductAdoptions, 'adoptions' | 'targets' | 'behind'> & { current: { number: number } | null }

export const takingOf = ({ adoptions, targets, behind, current }: Known): Taking => {
  const taken = adoptions.filter(({ pilot }) => !pilot)
  const isInForce = ({ edition }: AdoptionRow): boolean => current !== null && edition === current.number
  const inForce = taken.filter(isInForce)
  const asked = new Set(inForce.flatMap((each) => [each.row.unit, unitOf(each)]))
  const isBehind = (unit: string, adoption: AdoptionRow | null): boolean => behind.includes(unit) || (adoption !== null && behind.includes(unitOf(adoption)))
  return {
    inForce, others: taken.filter((each) => !isInForce(each)).sort((a, b) => (b.edition ?? 0) - (a.edition ?? 0)),
    notAsked: targets.flatMap(({ unit, adoption }) => ((adoption && isInForce(adoption)) || isBehind(unit, adoption) ? [] : [unit])),
    behindNotAsked: behind.filter((unit) => !asked.has(unit)),
  }
}
