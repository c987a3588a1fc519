/** How adoptions stand: to the editions that are here, to one another, and what they make of a unit. */
import type { AdoptionStanding } from '#shared/contract/adoptions'
import type { CoverageState } from '#shared/contract/statistics'
import { lastDayOf } from '../days'
import type { EditionFact, ProductFacts } from './editionFacts'
import type { AdoptionFacts } from './facts'
import { grouped } from './grouped'
import type { MaskedSeals } from './maskedSeals'

/** An adoption with the unit that it is of, and the edition that it takes up, where that is here. */
export interface Placed { facts: AdoptionFacts; adopter: string; edition: EditionFact | undefined }

/** An adoption with all that follows from the others and from what is here. */
export interface Adoption extends Placed {
  product: ProductFacts | undefined
  standing: AdoptionStanding
  isOverdue: boolean
  countedBy: string | null
}

/**
 * By its seal, which no other edition has, or that of the twin which left in its place; by the revision where the adoption came with a twin. By
 * its number only where no seal is said: two libraries may give the same.
 */
export const editionOf = ({ pilot, seal, edition, adopted }: AdoptionFacts, { editions }: ProductFacts, masked: MaskedSeals): EditionFact | undefined => {
  if (pilot) return undefined
  if (seal === null) return editions.find(({ number }) => number === edition)
  const known = [seal, masked.get(seal)]
  return editions.find((each) => known.includes(each.seal)) ?? editions.find(({ revisionId }) => revisionId === adopted)
}

export const standingOf = (facts: AdoptionFacts, product: ProductFacts | undefined, edition: EditionFact | undefined): AdoptionStanding => {
  if (!product) return 'unknownProduct'
  if (facts.pilot && product.isRetired) return 'retired'
  if (facts.pilot) return (facts.edition ?? 0) <= product.latest ? 'piloted' : 'draft'
  if (!edition) return 'unknownEdition'
  if (product.isRetired) return 'retired'
  return edition.number < product.latest ? 'behind' : 'current'
}

const isOpen = ({ row }: AdoptionFacts): boolean => row.stage === 'planned' || row.stage === 'underWay'

/** The last day for which an open adoption is planned, empty where none is, or where it is decided. */
export const dueOf = (facts: AdoptionFacts): string => (isOpen(facts) ? lastDayOf(facts.plannedDate) : '')

export const isOverdueOn = (facts: AdoptionFacts, today: string): boolean => {
  const due = dueOf(facts)
  return due !== '' && due < today
}

/** What says more counts: a decision before what is under way, that before a plan. */
const weights: ReadonlyMap<string, number> = new Map([['done', 3], ['notApplicable', 2], ['underWay', 1]])
const weightOf = ({ row }: AdoptionFacts): number => weights.get(row.stage) ?? 0

/** Negative where the first counts: what says more, then what was changed last, then the id that is less. No two are equal. */
const byCount = (a: AdoptionFacts, b: AdoptionFacts): number => {
  if (weightOf(a) !== weightOf(b)) return weightOf(b) - weightOf(a)
  if (a.row.updatedAt !== b.row.updatedAt) return a.row.updatedAt > b.row.updatedAt ? -1 : 1
  return a.row.id < b.row.id ? -1 : 1
}

/** Which edition of its product an adoption is of: the one that is here, whatever number was written beside its seal; else that seal, else that number. */
export const editionKey = ({ facts, edition }: Pick<Placed, 'facts' | 'edition'>): string => edition?.seal ?? facts.seal ?? String(facts.edition ?? '')

/** What of a unit is counted once: what it takes up, and whether as a pilot. */
const countKey = (placed: Placed): string => {
  const { facts: { row, productId, pilot }, adopter } = placed
  return `${productId ?? row.id} ${editionKey(placed)} ${String(pilot)} ${adopter}`
}

/** By adoption: the one that counts instead, for those that do not count. One that names no product counts by itself. */
export const countedBy = (all: readonly Placed[]): Map<string, string> => {
  const others = new Map<string, string>()
  for (const group of grouped(all, countKey).values()) {
    const [counting] = group.length > 1 ? group.toSorted((a, b) => byCount(a.facts, b.facts)) : group
    for (const { facts } of group) if (counting && facts !== counting.facts) others.set(facts.row.id, counting.facts.row.id)
  }
  return others
}

/** Whether an adoption counts where units are counted: no pilot, and of an edition that is here. */
export const counts = ({ facts, countedBy: other, edition }: Adoption): boolean => other === null && !facts.pilot && edition !== undefined

const latestEdition = (a: Adoption, b: Adoption): number => (b.edition?.number ?? 0) - (a.edition?.number ?? 0) || byCount(a.facts, b.facts)

/** Of the adoptions of one unit and product, the one that says how it stands: the latest edition that it decided on, else the latest that it was asked about. */
export const tellingOf = (ofUnit: readonly Adoption[]): Adoption | undefined => {
  const sorted = ofUnit.filter(counts).sort(latestEdition)
  return sorted.find(({ facts }) => !isOpen(facts)) ?? sorted[0]
}

/** What the adoption that tells says of its unit. */
export const stateOf = ({ facts: { row, verdict }, standing, isOverdue }: Adoption): CoverageState => {
  if (row.stage === 'notApplicable' || (row.stage === 'done' && verdict === 'notApplicable')) return 'notApplicable'
  if (row.stage !== 'done') return isOverdue ? 'overdue' : row.stage === 'underWay' ? 'underWay' : 'planned'
  if (verdict === 'noAction') return 'noAction'
  return standing === 'behind' ? 'behind' : 'done'
}

/** Whether a unit took the product up, on whatever edition. */
export const isTakenUp = (adoption: Adoption): boolean => {
  const state = stateOf(adoption)
  return state === 'done' || state === 'behind'
}
