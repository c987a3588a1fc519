/** Adoptions as lists show them, and the units of a product with how far each is. */
import type { AdoptionRow, BenefitSum, TargetUnit } from '#shared/contract/adoptions'
import { isSummed, roundedSum, type Benefit } from '#shared/model/product/adoption'
import type { Session } from '../session'
import { grouped } from './grouped'
import type { AdoptionPicture } from './picture'
import { counts, stateOf, tellingOf, type Adoption } from './standings'
import { unitsOfTargets } from './units'

/** Characters of a text that rows show: the record has the whole of it. */
const mostShown = 200

/** By unit of measure, in the order in which they come. */
const sumsOf = (benefits: readonly Benefit[]): BenefitSum[] => {
  const sums = new Map<string, BenefitSum>()
  for (const { unit, amount, isVerified } of benefits.filter(isSummed)) {
    const { verified, unverified } = sums.get(unit) ?? { verified: 0, unverified: 0 }
    sums.set(unit, { unit, verified: verified + (isVerified ? amount : 0), unverified: unverified + (isVerified ? 0 : amount) })
  }
  return [...sums.values()].map(({ unit, verified, unverified }) => ({ unit, verified: roundedSum(verified), unverified: roundedSum(unverified) }))
}

/** No character is cut in two. */
const cut = (text: string): string => (text.length <= mostShown ? text : `${text.slice(0, mostShown - 1).replace(/[\uD800-\uDBFF]$/, '')}…`)

export const rowOf = ({ catalog }: Session, { facts, standing, isOverdue, countedBy }: Adoption): AdoptionRow => {
  const { row, productId, edition, seal, pilot, verdict, plannedDate, actualDate, rating, benefits, differences, barrier, feedback } = facts
  return {
    row, productId, productTitle: productId === null ? '' : catalog.get(productId)?.title ?? '', edition, seal, pilot, verdict, plannedDate, actualDate, rating,
    benefits: sumsOf(benefits), differences, barrier: cut(barrier), feedback: cut(feedback), standing, isOverdue, countedBy,
  }
}

/** The adoptions by the unit that they are of. */
export const byAdopter = (adoptions: readonly Adoption[]): Map<string, Adoption[]> => grouped(adoptions, ({ adopter }) => adopter)

const latest = (adoptions: readonly Adoption[]): Adoption | undefined =>
  adoptions.filter(counts).sort((a, b) => (b.edition?.number ?? 0) - (a.edition?.number ?? 0))[0]

/** Each of the lowest units that are targets, in the order of the targets, with the adoption of the latest edition that counts for it, its own before one of a unit above. */
export const targetsOf = (session: Session, { adoptions, tree }: AdoptionPicture, targets: readonly string[]): TargetUnit[] => {
  const ofUnits = byAdopter(adoptions)
  return [...unitsOfTargets(tree, targets)].map(([unit, standFor]) => {
    const adoption = latest(standFor.flatMap((name) => ofUnits.get(name) ?? []))
    return { unit, parent: tree.parentOf(unit), adoption: adoption ? rowOf(session, adoption) : null }
  })
}

/** Of each product and unit that took it up and is on an edition that is no longer in force, the adoption that says so. */
export const behindOf = (adoptions: readonly Adoption[]): Adoption[] =>
  [...grouped(adoptions, ({ facts: { productId }, adopter }) => `${productId ?? ''} ${adopter}`).values()].flatMap((group) => {
    const telling = tellingOf(group)
    return telling && stateOf(telling) === 'behind' ? [telling] : []
  })
