/** The adoptions that a choice leaves. */
import type { AdoptionRow } from '#shared/contract/adoptions'
import type { AdoptionChoice } from '#renderer/ui/navigation'
import { unitOf } from '../unitOf'

const isOnly = ({ isOverdue, standing, pilot, countedBy }: AdoptionRow, which: NonNullable<AdoptionChoice['only']>): boolean => {
  switch (which) {
    case 'overdue': return isOverdue
    case 'behind': return standing === 'behind'
    case 'pilot': return pilot
    case 'unknown': return standing === 'unknownEdition' || standing === 'unknownProduct'
    case 'repeated': return countedBy !== null
  }
}

export const filtered = (adoptions: readonly AdoptionRow[], { product, unit, stage, verdict, only: which }: AdoptionChoice): AdoptionRow[] => adoptions.filter((each) =>
  (product === undefined || each.productId === product) && (unit === undefined || unitOf(each) === unit) && (stage === undefined || each.row.stage === stage)
  && (verdict === undefined || (each.verdict ?? 'none') === verdict) && (which === undefined || isOnly(each, which)))

export const isNarrowed = (filter: AdoptionChoice): boolean => Object.values(filter).some((value) => value !== undefined)
