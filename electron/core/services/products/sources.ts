/** Sources of a product: the revisions that it pins and cites, and how they stand to the records as they are now. */
import { isAppError } from '#shared/contract/errors'
import type { ProductSource } from '#shared/contract/products'
import type { Citation } from '#shared/model/body/blocks'
import { bodyCitations, pinKey, pinnedRevisions, type PinnedRevision } from '#shared/model/gates'
import type { RecordContent, RecordFile, RevisionFile } from '#shared/model/record'
import { rowCitations } from '#shared/model/rowCitations'
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

/** A record of which something is shown or taken up, at a revision where one is said, if it is restricted: now, or as it was then. */
export const restrictedAt = async (session: Session, { recordId, revisionId }: { recordId: string; revisionId: string | undefined }): Promise<RevisionFile | undefined> =>
  [revisionId === undefined ? undefined : await readPinned(session, { recordId, revisionId }), await readHead(session, recordId)].find((each) => each && isRestricted(each))

/**
 * The restricted records whose words a content shows, its own first: a quote of one says what it says, a cell what it is called, an adoption
 * what its product is called and asks for.
 */
export const restrictedIn = async (session: Session, file: RevisionFile): Promise<RevisionFile[]> => {
  const found = new Map(isRestricted(file) ? [[file.id, file]] : [])
  const cited = [...bodyCitations(file.content.body), ...rowCitations(file.content)].map(({ citation }) => citation)
  const adopted = file.content.links.flatMap(({ to, relation, revisionId }) => (relation === 'adopts' ? [{ recordId: to, revisionId }] : []))
  for (const shown of [...cited, ...adopted]) {
    const source = await restrictedAt(session, shown)
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

/** What its quotes cite, and its steps as what they were taken from; a tool that a step uses is no source. */
const citedSources = (content: RecordContent): Citation[] => [
  ...bodyCitations(content.body).map(({ citation }) => citation),
  ...rowCitations(content).flatMap(({ citation, column }) => (column === 'sources' ? [citation] : [])),
]

/** What a product pins by a link, in that order, then what it only cites. */
export const sourcePins = (content: RecordContent): PinnedRevision[] => [
  ...content.links.flatMap(({ to, relation, revisionId }) => (relation === 'derivedFrom' && revisionId !== undefined ? [{ recordId: to, revisionId }] : [])),
  ...citedSources(content).map(({ recordId, revisionId }) => ({ recordId, revisionId })),
]

type Standing = Pick<ProductSource, 'state' | 'head'>

/** That it was deleted counts before that it is a masked twin, and that before that it was saved since, which `head` tells too. */
const standingOf = async (session: Session, { recordId, revisionId }: PinnedRevision, pinned: RevisionFile | undefined): Promise<Standing> => {
  const head = (await readHead(session, recordId))?.revision.id ?? null
  if (!pinned) return { state: 'missing', head }
  if (head === null && !session.catalog.get(recordId)) return { state: 'trashed', head }
  if (pinned.revision.masked) return { state: 'masked', head }
  return { state: head === revisionId ? 'current' : 'changed', head }
}

/** One for each record. */
export const readSources = async (session: Session, content: RecordContent): Promise<ProductSource[]> => {
  const [all, citations] = [sourcePins(content), citedSources(content)]
  const pins = all.filter(({ recordId }, index) => all.findIndex((pin) => pin.recordId === recordId) === index)
  return Promise.all(pins.map(async (pin): Promise<ProductSource> => {
    const file = await readPinned(session, pin)
    const row = session.catalog.get(pin.recordId) ?? null
    const own = citations.filter(({ recordId }) => recordId === pin.recordId)
    return {
      ...pin, row, at: file?.revision.at ?? null, ...await standingOf(session, pin, file), citations: own.length,
      title: file?.content.title ?? row?.title ?? own[0]?.title ?? '',
    }
  }))
}
