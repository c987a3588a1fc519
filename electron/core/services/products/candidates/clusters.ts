/** Records of like practice, put together: each stands in one cluster, behind the one that it is like. */
import { isAppError } from '#shared/contract/errors'
import { isNearDuplicate } from '#shared/model/search'
import type { SimilarDocument } from '../../../search/results'
import type { Session } from '../../session'
import { findRipe, type Ripe, type Uses } from './ripe'

/** A ripe record in a cluster; `likeness` to the first of it, 0 to 1, 1 for that itself. */
export interface Member extends Ripe { likeness: number }

/** What is known of the ripest is cheap; asking the index costs some milliseconds for each. */
const mostSeeds = 200
const similarOfEach = 12
const mostMembers = 8

const similarTo = async ({ indexing }: Session, id: string): Promise<SimilarDocument[]> => indexing.ask('similar', { id, limit: similarOfEach }).catch((error: unknown) => {
  // Without the index there are no likenesses: what is ripe by itself is still told.
  if (isAppError(error)) return []
  throw error
})

/** Those of units that are not among them yet come first, else the most alike. */
const chosen = (seed: Member, alike: readonly Member[]): Member[] => {
  const units = new Set([seed.row.unit])
  const [first, others] = [new Array<Member>(), new Array<Member>()]
  for (const member of alike) {
    if (units.has(member.row.unit)) others.push(member)
    else first.push(member)
    units.add(member.row.unit)
  }
  return [seed, ...[...first, ...others].slice(0, mostMembers - 1)]
}

/** The ripest first, each with the one first that it began with. */
export const clustersOf = async (session: Session, uses: Uses): Promise<Member[][]> => {
  const { all, ripest } = await findRipe(session, uses, mostSeeds)
  const taken = new Set<string>()
  const clusters: Member[][] = []
  for (const seed of ripest) {
    if (taken.has(seed.row.id)) continue
    taken.add(seed.row.id)
    const alike: Member[] = []
    for (const { id, likeness, resemblance } of await similarTo(session, seed.row.id)) {
      const other = all.get(id)
      if (!other || taken.has(id)) continue
      // The same text twice in one unit is one practice, written down twice.
      if (isNearDuplicate(resemblance) && other.row.unit === seed.row.unit) taken.add(id)
      else alike.push({ ...other, likeness: Math.max(likeness, resemblance) })
    }
    const cluster = chosen({ ...seed, likeness: 1 }, alike)
    for (const { row } of cluster) taken.add(row.id)
    clusters.push(cluster)
  }
  return clusters
}
