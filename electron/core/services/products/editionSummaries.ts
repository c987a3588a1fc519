/** How the editions of a product stand: to one another, to the stage of the product, and to the keys that this library knows. */
import type { EditionStatus, EditionSummary } from '#shared/contract/products'
import type { RecordContent } from '#shared/model/record'
import type { Session } from '../session'
import { latestNumber } from './editions'
import { signatureOf, type EditionKeys } from './editionSignature'
import type { KnownEdition } from './knownEditions'

type Product = Pick<RecordContent, 'stage' | 'stageHistory' | 'fields'>

/** A number that was written into a file by hand puts no other edition out of force; one that leaps away from the others is not in force itself. */
const statusOf = (product: Product | undefined, { number, intact }: KnownEdition, latest: number): EditionStatus => {
  if (product?.stage === 'retired') return 'retired'
  return number < latest || (intact && number > latest) ? 'superseded' : 'current'
}

/** In the order of the editions. `product` is what it says now, undefined where it is not here. */
export const summariesOf = async (session: Session, keys: EditionKeys, product: Product | undefined, editions: readonly KnownEdition[]): Promise<EditionSummary[]> => {
  const latest = latestNumber(product, editions.filter(({ intact }) => intact))
  return Promise.all(editions.map(async (edition): Promise<EditionSummary> => {
    const { seal, recordId, number, releasedAt, by, library, title, changeLog, sourceCount, intact, waived, reason } = edition
    return {
      seal, recordId, number, releasedAt, by, unit: library.unit, library: library.name, title, changeLog, sources: sourceCount,
      intact, status: statusOf(product, edition, latest), signature: await signatureOf(session, keys, edition),
      isTwin: editions.some((other) => other.number === number && other.seal !== seal && other.intact), waived, reason,
    }
  }))
}
