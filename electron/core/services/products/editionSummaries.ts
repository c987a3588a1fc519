/** How the editions of a product stand: to one another, to the stage of the product, and to the keys that this library knows. */
import type { EditionStatus, EditionSummary } from '#shared/contract/products'
import type { Edition } from '#shared/model/edition'
import { lastStep } from '#shared/model/life/moves'
import type { RecordContent } from '#shared/model/record'
import { isIntact } from '../../store/editionStore'
import type { Session } from '../session'
import { latestNumber } from './editions'
import { signatureOf, type EditionKeys } from './editionSignature'

type Product = Pick<RecordContent, 'stage' | 'fields'>

/** A number that was written into a file by hand puts no other edition out of force. */
const statusOf = (product: Product | undefined, { number }: Edition, latest: number): EditionStatus => {
  if (product?.stage === 'retired') return 'retired'
  return number < latest ? 'superseded' : 'current'
}

/** What the gate was passed with, as the contents say that were released. */
const waiverOf = ({ content }: Edition): Pick<EditionSummary, 'waived' | 'reason'> => {
  const last = lastStep(content)
  return last?.move === 'release' ? { waived: last.waived ?? [], reason: last.reason ?? '' } : { waived: [], reason: '' }
}

/** In the order of the editions. `product` is what it says now, undefined where it is not here. */
export const summariesOf = async (session: Session, keys: EditionKeys, product: Product | undefined, editions: readonly Edition[]): Promise<EditionSummary[]> => {
  const latest = latestNumber(product, editions)
  const intact = new Map(editions.map((edition) => [edition.seal, isIntact(edition)]))
  return Promise.all(editions.map(async (edition): Promise<EditionSummary> => {
    const { seal, recordId, number, releasedAt, by, library, content, changeLog, sources } = edition
    return {
      seal, recordId, number, releasedAt, by: by.name, unit: library.unit, library: library.name, title: content.title, changeLog, sources: sources.length,
      intact: intact.get(seal) === true, status: statusOf(product, edition, latest), signature: await signatureOf(session, keys, edition),
      isTwin: editions.some((other) => other.number === number && other.seal !== seal && intact.get(other.seal) === true), ...waiverOf(edition),
    }
  }))
}
