/** Sources of a product: the revisions that it pins and cites, and how they stand to the records as they are now. */
import { isAppError } from '#shared/contract/errors'
import type { ProductSource } from '#shared/contract/products'
import { bodyCitations, pinKey, pinnedRevisions, type PinnedRevision } from '#shared/model/gates'
import type { RecordContent, RecordFile, RevisionFile } from '#shared/model/record'
import type { Session } from '../session'

const ifHere = async <T>(reading: Promise<T>): Promise<T | undefined> => reading.catch((error: unknown) => {
  if (isAppError(error)) return undefined
  throw error
})

/** A revision, or undefined where it is not here or can't be read. */
export const readPinned = async ({ folder }: Session, { recordId, revisionId }: PinnedRevision): Promise<RevisionFile | undefined> =>
  ifHere(folder.records.readRevision(recordId, revisionId))

/** A record as it is now, or undefined where it is not here or can't be read. */
export const readHead = async ({ folder }: Session, id: string): Promise<RecordFile | undefined> => ifHere(folder.records.read(id))

const isRestricted = ({ content }: RevisionFile): boolean => content.confidentiality === 'restricted'

/**
 * The restricted records whose words a content shows, its own first: a quote of one says what it says. A source counts as restricted if
 * it is now, or was when it was cited.
 */
export const restrictedIn = async (session: Session, file: RevisionFile): Promise<RevisionFile[]> => {
  const found = new Map(isRestricted(file) ? [[file.id, file]] : [])
  for (const { citation } of bodyCitations(file.content.body)) {
    const source = [await readPinned(session, citation), await readHead(session, citation.recordId)].find((each) => each && isRestricted(each))
    if (source) found.set(source.id, source)
  }
  return [...found.values()]
}

/** The revisions that a content depends on, by `pinKey`; those that are not here are left out. */
export const readAllPinned = async (session: Session, content: RecordContent): Promise<Map<string, RevisionFile>> => {
  const found = new Map<string, RevisionFile>()
  for (const pin of pinnedRevisions(content)) {
    const file = await readPinned(session, pin)
    if (file) found.set(pinKey(pin), file)
  }
  return found
}

/** What a product pins by a link, in that order, then what it only cites: one revision for each record. */
const sourcePins = ({ body, links }: RecordContent): PinnedRevision[] => {
  const pinned = links.flatMap(({ to, relation, revisionId }) => (relation === 'derivedFrom' && revisionId !== undefined ? [{ recordId: to, revisionId }] : []))
  const cited = bodyCitations(body).map(({ citation: { recordId, revisionId } }) => ({ recordId, revisionId }))
  const pins = [...pinned, ...cited]
  return pins.filter(({ recordId }, index) => pins.findIndex((pin) => pin.recordId === recordId) === index)
}

const stateOf = async (session: Session, { recordId, revisionId }: PinnedRevision): Promise<'current' | 'changed'> =>
  ((await readHead(session, recordId))?.revision.id === revisionId ? 'current' : 'changed')

export const readSources = async (session: Session, content: RecordContent): Promise<ProductSource[]> => {
  const citations = bodyCitations(content.body)
  return Promise.all(sourcePins(content).map(async (pin): Promise<ProductSource> => {
    const file = await readPinned(session, pin)
    const row = session.catalog.get(pin.recordId) ?? null
    const quotes = citations.filter(({ citation }) => citation.recordId === pin.recordId)
    return {
      ...pin, row, at: file?.revision.at ?? null, state: file ? await stateOf(session, pin) : 'missing', citations: quotes.length,
      title: file?.content.title ?? row?.title ?? quotes[0]?.citation.title ?? '',
    }
  }))
}
