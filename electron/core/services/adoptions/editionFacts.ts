/** What is known of the editions of a product wherever adoptions are counted: each edition is read once, for none ever changes. */
import { z } from 'zod'
import { toFailure } from '#shared/contract/errors'
import type { RecordRow } from '#shared/contract/records'
import { atATime } from '../../store/atATime'
import { isIntact } from '../../store/editionStore'
import type { Session } from '../session'

/** Products looked at at once. */
const atOnce = 8

/** `revisionId` is the revision that was released, `sources` are the records that it comes of. */
export interface EditionFact { seal: string; number: number; revisionId: string; releasedAt: string; sources: readonly string[] }

/**
 * `editions` that are as they were sealed, the latest first; `latest` is the highest number that was given, 0 before the first. `inForce` is what
 * a new adoption takes up: none before the first release, nor where that edition is not here, nor of a product that was retired.
 */
export interface ProductFacts { row: RecordRow; editions: readonly EditionFact[]; latest: number; inForce: EditionFact | undefined; isRetired: boolean; targets: readonly string[] }

export type ReadProducts = (session: Session, ids: Iterable<string>) => Promise<Map<string, ProductFacts>>

const latestFirst = (a: EditionFact, b: EditionFact): number => b.number - a.number || (a.releasedAt < b.releasedAt ? 1 : -1)

const wordsIn = (value: unknown): string[] => (z.array(z.string()).safeParse(value).data ?? []).filter((word) => word.trim() !== '')

/** The products that are here, by their ids. An edition that can't be read is noted as damage and left out, and so is one that no longer is what was sealed. */
export const createProductReader = (): ReadProducts => {
  const known = new WeakMap<Session, Map<string, EditionFact>>()

  const editionOf = async (session: Session, recordId: string, seal: string): Promise<EditionFact[]> => {
    const kept = known.get(session) ?? new Map<string, EditionFact>()
    known.set(session, kept)
    const key = `${recordId}/${seal}`
    const there = kept.get(key)
    if (there) return [there]
    try {
      const edition = await session.folder.editions.read(recordId, seal)
      if (!isIntact(edition)) return []
      const { number, revision, releasedAt, sources } = edition
      const fact: EditionFact = { seal, number, revisionId: revision.id, releasedAt, sources: [...new Set(sources.map((source) => source.recordId))] }
      kept.set(key, fact)
      return [fact]
    } catch (error) {
      const failure = toFailure(error)
      if (!failure) throw error
      if (failure.code !== 'not_found') session.noteDamage({ path: session.folder.paths.edition(recordId, seal), failure })
      return []
    }
  }

  const productOf = async (session: Session, row: RecordRow): Promise<ProductFacts> => {
    const editions: EditionFact[] = []
    for (const seal of await session.folder.editions.seals(row.id)) editions.push(...await editionOf(session, row.id, seal))
    editions.sort(latestFirst)
    const isRetired = row.stage === 'retired'
    const latest = Math.max(0, row.edition ?? 0, editions[0]?.number ?? 0)
    return { row, editions, latest, inForce: isRetired ? undefined : editions.find(({ number }) => number === latest), isRetired, targets: wordsIn(session.catalog.entry(row.id)?.values?.['own:targets']) }
  }

  return async (session, ids) => {
    const found = new Map<string, ProductFacts>()
    await atATime(atOnce, new Set(ids), async (id) => {
      const row = session.catalog.get(id)
      if (row?.type === 'product') found.set(id, await productOf(session, row))
    })
    return found
  }
}
