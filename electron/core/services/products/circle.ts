/** Circles among products: one that is made from a product that is made from it. */
import { pinKey, type PinnedRevision } from '#shared/model/gates'
import type { ReleaseFacts } from '#shared/model/product/releaseGate'
import type { RecordContent, RecordFile, RevisionFile } from '#shared/model/record'
import type { Session } from '../session'
import { readHead, readPinned, sourcePins } from './sources'

/** `first` is the source by which the way began. */
interface Way { pin: PinnedRevision; first: string; titles: readonly string[] }

/** A product as it was pinned, and as it is now; none for what is no product, or is not here. */
const readProducts = async (session: Session, pin: PinnedRevision): Promise<Pick<RevisionFile, 'content'>[]> => {
  const row = session.catalog.get(pin.recordId)
  if (row && row.type !== 'product') return []
  const found = [await readPinned(session, pin), await readHead(session, pin.recordId)]
  return found.flatMap((file) => (file?.content.type === 'product' ? [file] : []))
}

const onwards = ({ content }: { content: RecordContent }, way: Pick<Way, 'titles'> & { first?: string }): Way[] =>
  sourcePins(content).map((pin) => ({ pin, first: way.first ?? pin.recordId, titles: [...way.titles, content.title] }))

/** The shortest way from a product through its sources back to it; undefined where there is none. What cites itself is no circle. */
export const findCircle = async (session: Session, product: Pick<RecordFile, 'id' | 'content'>): Promise<ReleaseFacts['circle']> => {
  const waiting = onwards(product, { titles: [] }).filter(({ pin }) => pin.recordId !== product.id)
  const seen = new Set<string>()
  for (let way = waiting.shift(); way; way = waiting.shift()) {
    if (way.pin.recordId === product.id) return { recordId: way.first, titles: way.titles }
    if (seen.has(pinKey(way.pin))) continue
    seen.add(pinKey(way.pin))
    for (const source of await readProducts(session, way.pin)) waiting.push(...onwards(source, way))
  }
  return undefined
}
