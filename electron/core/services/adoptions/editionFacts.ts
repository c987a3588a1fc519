/** What is known of the products that adoptions take up: their editions, and which of them is in force. */
import { z } from 'zod'
import type { RecordRow } from '#shared/contract/records'
import { atATime } from '../../store/atATime'
import { byForce, knownEditions, latestNumber, readHead, type EditionKeys, type KnownEdition } from '../products'
import type { Session } from '../session'

/** Products looked at at once. */
const atOnce = 8

/** `revisionId` is the revision that was released, `sources` are the records that it comes of. */
export type EditionFact = Pick<KnownEdition, 'seal' | 'number' | 'revisionId' | 'releasedAt' | 'sources'>

/**
 * `editions` that are as they were sealed, the latest first; `latest` is the highest number that was given, 0 before the first. `inForce` is what
 * a new adoption takes up: none before the first release, nor where that edition is not here, nor of a product that was retired.
 */
export interface ProductFacts { row: RecordRow; editions: readonly EditionFact[]; latest: number; inForce: EditionFact | undefined; isRetired: boolean; targets: readonly string[] }

export type ReadProducts = (session: Session, ids: Iterable<string>) => Promise<Map<string, ProductFacts>>

const wordsIn = (value: unknown): string[] => (z.array(z.string()).safeParse(value).data ?? []).filter((word) => word.trim() !== '')

/** What the row says is taken at its word only where the editions bear it out; the history that may do so is in the file alone. */
const latestOf = async (session: Session, row: RecordRow, editions: readonly KnownEdition[]): Promise<number> => {
  const highest = latestNumber(undefined, editions)
  return (row.edition ?? 0) <= highest ? highest : latestNumber((await readHead(session, row.id))?.content, editions)
}

/** The products that are here, by their ids. An edition that can't be read is noted as damage and left out, and so is one that no longer is what was sealed. */
export const createProductReader = (keys: EditionKeys): ReadProducts => {
  const productOf = async (session: Session, row: RecordRow): Promise<ProductFacts> => {
    const intact = (await knownEditions(session, row.id)).filter((edition) => edition.intact)
    const editions: KnownEdition[] = []
    for (const number of new Set(intact.map((edition) => edition.number))) editions.push(...await byForce(session, keys, intact, number))
    const isRetired = row.stage === 'retired'
    const latest = await latestOf(session, row, editions)
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
