/** Adoptions of which figures may leave: none that is restricted, or that takes up what is or was. */
import type { Adoption, AdoptionPicture } from '../adoptions'
import { restrictedAt } from '../products'
import type { Session } from '../session'

/** Whether nothing of an adoption may leave. What it takes up is looked at once, however many take it up. */
const createRestricted = (session: Session): ((adoption: Adoption) => Promise<boolean>) => {
  const known = new Map<string, boolean>()
  return async ({ facts: { row, productId, adopted } }) => {
    if (session.catalog.entry(row.id)?.confidentiality === 'restricted') return true
    if (productId === null) return false
    const key = `${productId} ${adopted ?? ''}`
    const isRestricted = known.get(key) ?? await restrictedAt(session, { recordId: productId, revisionId: adopted ?? undefined }) !== undefined
    known.set(key, isRestricted)
    return isRestricted
  }
}

/** The picture as a figure that leaves is made of it, and the ids of the adoptions that are not in it. */
export const leavingOf = async (session: Session, picture: AdoptionPicture): Promise<{ picture: AdoptionPicture; leftOut: ReadonlySet<string> }> => {
  const isRestricted = createRestricted(session)
  const adoptions: Adoption[] = []
  const leftOut = new Set<string>()
  for (const adoption of picture.adoptions) {
    if (await isRestricted(adoption)) leftOut.add(adoption.facts.row.id)
    else adoptions.push(adoption)
  }
  return { picture: { ...picture, adoptions }, leftOut }
}
