/** How a record's head here stands to the one in a package, told by what each of them came of. */
import type { PackagedRecord } from '#shared/model/package'
import type { RecordFile, Revision } from '#shared/model/record'
import type { Session } from '../session'
import { lineageOf } from './lineage'

/** `bases`: the ancestors that both have, the nearest first, of which none came of another. They are named as they are here. */
export type Ancestry = { relation: 'same' | 'newer' | 'older' } | { relation: 'apart'; bases: string[] }

type Header = Pick<Revision, 'id' | 'contentHash'>

/** One revision is another's where it is the same, or says the same. */
const isAmong = (headers: readonly Header[], by: 'id' | 'contentHash') => {
  const known = new Set(headers.map((header) => header[by]))
  return (header: Header): boolean => known.has(header[by])
}

/** Those of which no other came. */
const nearest = (common: readonly Revision[], lineage: readonly Revision[]): string[] => {
  const parents = new Map(lineage.map((revision) => [revision.id, revision.parents]))
  const covered = new Set<string>()
  for (const { id } of common) {
    const waiting = [...parents.get(id) ?? []]
    for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
      if (covered.has(each)) continue
      covered.add(each)
      waiting.push(...parents.get(each) ?? [])
    }
  }
  return common.flatMap(({ id }) => (covered.has(id) ? [] : [id]))
}

/** A package of format 1 says no lineage: only what the history here knows can be told then. */
export const ancestryOf = async (session: Session, head: RecordFile, { revisionId, contentHash, lineage }: PackagedRecord): Promise<Ancestry> => {
  const theirs: Header = { id: revisionId, contentHash }
  if (head.revision.id === revisionId || head.revision.contentHash === contentHash) return { relation: 'same' }
  if (isAmong(lineage, 'id')(head.revision)) return { relation: 'newer' }
  const mine = await lineageOf(session, head)
  if (isAmong(mine, 'id')(theirs)) return { relation: 'older' }
  const own = [head.revision, ...mine]
  const isTheirs = isAmong(lineage, 'id')
  // A text that was brought back says what it said before it went on: only where no revision is known to both does what they say tell.
  if (own.some(isTheirs)) return { relation: 'apart', bases: nearest(own.filter(isTheirs), own) }
  const [isNewer, isOlder] = [isAmong(lineage, 'contentHash')(head.revision), isAmong(mine, 'contentHash')(theirs)]
  // Where each says what the other said before, neither went on from the other.
  if (isNewer !== isOlder) return { relation: isNewer ? 'newer' : 'older' }
  return { relation: 'apart', bases: nearest(own.filter(isAmong(lineage, 'contentHash')), own) }
}
