/** Products: made from sources at pinned revisions, released through the gate as sealed editions. */
import { AppError, isAppError } from '#shared/contract/errors'
import type { EditionSummary, Pin, ProductSource, ReleaseGate } from '#shared/contract/products'
import type { Block } from '#shared/model/body/blocks'
import type { Edition, EditionSource } from '#shared/model/edition'
import { pinKey, pinnedRevisions } from '#shared/model/gates'
import { releaseConditions } from '#shared/model/product/releaseGate'
import type { RecordFile, RevisionFile } from '#shared/model/record'
import type { Changes } from '../changes'
import type { NewContent, RecordService } from '../records'
import type { Session, SessionHolder } from '../session'
import type { SettingsService } from '../settings'
import { makeEdition, nextNumber, readEditions, summaryOf } from './editions'
import { excerptOf } from './excerpts'
import { readAllPinned, readSources } from './sources'

export { readEditions } from './editions'
export { readHead, readPinned, restrictedIn } from './sources'

export interface ProductService {
  create: (content: NewContent, sources: readonly string[], id: string | undefined) => Promise<RecordFile>
  pin: (recordId: string) => Promise<Pin>
  excerpt: (recordId: string, revisionId: string, blockIds: readonly string[], text: string | undefined) => Promise<Block>
  sources: (id: string) => Promise<ProductSource[]>
  gate: (id: string) => Promise<ReleaseGate>
  release: (id: string, base: string, changeLog: string) => Promise<{ edition: EditionSummary; record: RecordFile }>
  editions: (id: string) => Promise<EditionSummary[]>
  edition: (recordId: string, seal: string) => Promise<Edition>
}

interface Parts { records: RecordService; settings: SettingsService; sessions: SessionHolder; changes: Changes; now: () => number }

interface Judged { gate: ReleaseGate; editions: Edition[]; pinned: Map<string, RevisionFile> }

const toSource = ({ id, revision, content }: RevisionFile): EditionSource => ({
  recordId: id, revisionId: revision.id, contentHash: revision.contentHash, type: content.type, number: content.number, title: content.title,
})

export const createProductService = ({ records, settings, sessions, changes, now }: Parts): ProductService => {
  /** Throws `not_found` for what is no product. */
  const readProduct = async (session: Session, id: string): Promise<RecordFile> => {
    const record = await session.folder.records.read(id)
    if (record.content.type !== 'product') throw new AppError('not_found', { kind: 'record', id })
    return record
  }

  const pin = async (session: Session, recordId: string): Promise<Pin> => {
    const { revision, content: { type, number, title } } = await session.seal(recordId)
    return { recordId, revisionId: revision.id, at: revision.at, type, number, title }
  }

  /** One that is not here, or can't be read, has nothing to be pinned: whoever needs it says so. */
  const pinIfHere = async (session: Session, recordId: string): Promise<void> => {
    await pin(session, recordId).catch((error: unknown) => {
      if (!isAppError(error) || error.code === 'store_write_failed') throw error
    })
  }

  const judge = async (session: Session, { id, content, revision }: RecordFile): Promise<Judged> => {
    const editions = await readEditions(session, id)
    const pinned = await readAllPinned(session, content)
    const same = editions.find((edition) => edition.revision.contentHash === revision.contentHash)
    const edition = nextNumber(content, editions)
    const conditions = releaseConditions({ id, content }, { edition, isHere: (each) => pinned.has(pinKey(each)), circle: undefined, pilots: [], unchangedSince: same?.number })
    return { gate: { edition, conditions }, editions, pinned }
  }

  return {
    create: async (content, sources, id) => {
      const session = sessions.writable()
      const pins: Pin[] = []
      for (const recordId of new Set(sources)) pins.push(await pin(session, recordId))
      const links = pins.map(({ recordId, revisionId }) => ({ to: recordId, relation: 'derivedFrom' as const, revisionId }))
      return records.create('product', { ...content, links: [...content.links ?? [], ...links], stage: 'drafting' }, { session, id })
    },
    pin: async (recordId) => pin(sessions.writable(), recordId),
    excerpt: async (recordId, revisionId, blockIds, text) => {
      const session = sessions.writable()
      // If it is the revision in place, it stays from now on; if not, it stays already.
      await pinIfHere(session, recordId)
      return excerptOf(await session.folder.records.readRevision(recordId, revisionId), blockIds, text)
    },
    sources: async (id) => {
      const session = sessions.required()
      return readSources(session, (await readProduct(session, id)).content)
    },
    gate: async (id) => {
      const session = sessions.required()
      return (await judge(session, await readProduct(session, id))).gate
    },
    release: async (id, base, changeLog) => {
      const session = sessions.writable()
      const product = await readProduct(session, id)
      const { revision } = product
      if (revision.id !== base) throw new AppError('conflict', { id, current: revision.id, at: revision.at, by: revision.by })
      // What is cited stays from here on, also if it is only the revision in place; then it is judged.
      for (const recordId of new Set(pinnedRevisions(product.content).map((each) => each.recordId))) await pinIfHere(session, recordId)
      const { gate, editions, pinned } = await judge(session, product)
      if (gate.conditions.some(({ met }) => !met)) throw new AppError('gate_not_met', { id, conditions: gate.conditions })
      const facts = { number: gate.edition, previous: editions[0], changeLog, releasedAt: new Date(now()).toISOString(), sources: [...pinned.values()].map(toSource) }
      let edition: Edition | undefined
      const record = await session.take(async () => session.folder.records.release(
        id, base,
        (content) => ({ ...content, stage: 'released', fields: { ...content.fields, edition: gate.edition } }),
        settings.person(),
        (released) => [session.folder.editions.write(edition = makeEdition(session, released, facts))],
      ))
      changes.publish({ type: 'records', ids: [id] })
      if (!edition) throw new Error('a release made no edition')
      return { edition: summaryOf(edition), record }
    },
    editions: async (id) => (await readEditions(sessions.required(), id)).map(summaryOf),
    edition: async (recordId, seal) => sessions.required().folder.editions.read(recordId, seal),
  }
}
