/** Products: made from sources at pinned revisions, released through the gate as sealed editions. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { AppError, isAppError } from '#shared/contract/errors'
import type { Candidate, EditionSummary, Pin, ProductSource, ReleaseGate, RetakenQuote } from '#shared/contract/products'
import type { Block, QuoteBlock } from '#shared/model/body/blocks'
import type { Edition } from '#shared/model/edition'
import { pinnedRevisions } from '#shared/model/gates'
import { canWaive } from '#shared/model/product/releaseGate'
import { EditionNumber, type RecordFile, type RevisionFile } from '#shared/model/record'
import type { Changes } from '../changes'
import { moved } from '../life'
import type { NewContent, RecordService } from '../records'
import type { Session, SessionHolder } from '../session'
import type { SettingsService } from '../settings'
import type { UsageService } from '../usage'
import { findCandidates } from './candidates/candidates'
import { makeEdition, toEditionSource } from './editions'
import { signerOf, type EditionKeys } from './editionSignature'
import { summariesOf } from './editionSummaries'
import { excerptOf } from './excerpts'
import { judge } from './judging'
import { knownEditions } from './knownEditions'
import { retaken } from './retaking'
import { readHead, readPinned, readSources } from './sources'

export { latestNumber, makeEdition, readEditions, toEditionSource } from './editions'
export { ifReadable, isUntouched, signatureIn, signatureOf, type EditionKeys } from './editionSignature'
export { byForce } from './inForce'
export { knownEditions, type KnownEdition } from './knownEditions'
export { readHead, readPinned, restrictedAt, restrictedIn } from './sources'

export interface ProductService {
  create: (content: NewContent, sources: readonly string[], id: string | undefined) => Promise<RecordFile>
  candidates: (limit: number) => Promise<{ candidates: Candidate[]; isComplete: boolean }>
  pin: (recordId: string) => Promise<Pin>
  excerpt: (recordId: string, revisionId: string, blockIds: readonly string[], text: string | undefined) => Promise<Block>
  retake: (recordId: string, quotes: readonly QuoteBlock[]) => Promise<{ pin: Pin; quotes: RetakenQuote[] }>
  sources: (id: string) => Promise<ProductSource[]>
  gate: (id: string) => Promise<ReleaseGate>
  release: (id: string, base: string, said: ReleaseSaid) => Promise<{ edition: EditionSummary; record: RecordFile }>
  editions: (id: string) => Promise<EditionSummary[]>
  edition: (recordId: string, seal: string) => Promise<Edition>
}

/** What whoever releases says of it; `reason` why conditions of the gate that do not hold are passed, empty where none is. */
export interface ReleaseSaid { changeLog: string; reason: string }

interface Parts {
  records: RecordService; settings: SettingsService; sessions: SessionHolder; changes: Changes; usage: Pick<UsageService, 'all'>; keys: EditionKeys; now: () => number
}

/** How a release stands in the history: whoever makes one from another stage than 试点 gives a reason. */
const releaseMove = { key: 'release', to: 'released' }

export const createProductService = ({ records, settings, sessions, changes, usage, keys, now }: Parts): ProductService => {
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

  /** What does not hold and is passed with a reason. Throws `gate_not_met` where it may not be. */
  const waivedWith = (reason: string, id: string, { conditions }: ReleaseGate): string[] => {
    const unmet = conditions.filter(({ met }) => !met)
    if (unmet.length > 0 && (reason === '' || !unmet.every(canWaive))) throw new AppError('gate_not_met', { id, conditions })
    return unmet.map(({ key }) => key)
  }

  return {
    create: async (content, sources, id) => {
      const session = sessions.writable()
      const pins: Pin[] = []
      for (const recordId of new Set(sources)) pins.push(await pin(session, recordId))
      const links = pins.map(({ recordId, revisionId }) => ({ to: recordId, relation: 'derivedFrom' as const, revisionId }))
      return records.create('product', { ...content, links: [...content.links ?? [], ...links], stage: content.stage ?? 'drafting' }, { session, id })
    },
    candidates: async (limit) => findCandidates(sessions.required(), await usage.all(), limit),
    pin: async (recordId) => pin(sessions.writable(), recordId),
    excerpt: async (recordId, revisionId, blockIds, text) => {
      const session = sessions.writable()
      // If it is the revision in place, it stays from now on; if not, it stays already.
      await pinIfHere(session, recordId)
      return excerptOf(await session.folder.records.readRevision(recordId, revisionId), blockIds, text)
    },
    retake: async (recordId, quotes) => {
      const session = sessions.writable()
      const pinned = await pin(session, recordId)
      const now = await session.folder.records.readRevision(recordId, pinned.revisionId)
      const then = new Map<string, RevisionFile | undefined>()
      for (const revisionId of new Set(quotes.flatMap(({ citation }) => citation?.revisionId ?? []))) then.set(revisionId, await readPinned(session, { recordId, revisionId }))
      const taken: RetakenQuote[] = []
      for (const quote of quotes) {
        taken.push(retaken(quote, then.get(quote.citation?.revisionId ?? ''), now))
        await nextTurn()
      }
      return { pin: pinned, quotes: taken }
    },
    sources: async (id) => {
      const session = sessions.required()
      return readSources(session, (await readProduct(session, id)).content)
    },
    gate: async (id) => {
      const session = sessions.required()
      return (await judge(session, keys, await readProduct(session, id))).gate
    },
    release: async (id, base, { changeLog, reason }) => {
      const session = sessions.writable()
      const product = await readProduct(session, id)
      const { revision } = product
      if (revision.id !== base) throw new AppError('conflict', { id, current: revision.id, at: revision.at, by: revision.by })
      // What is cited stays from here on, also if it is only the revision in place; then it is judged.
      for (const recordId of new Set(pinnedRevisions(product.content).map((each) => each.recordId))) await pinIfHere(session, recordId)
      const { gate, latest, pinned } = await judge(session, keys, product)
      if (!EditionNumber.safeParse(gate.edition).success) throw new AppError('invalid', { issues: [{ path: 'edition', message: 'no number is left' }] })
      const waived = waivedWith(reason, id, gate)
      // Keys that are made for it are there before what they sign.
      const sign = await signerOf(session, keys)
      const [by, at] = [settings.person(), new Date(now()).toISOString()]
      const step = { by, at, ...reason !== '' && { reason }, ...waived.length > 0 && { waived } }
      const facts = { number: gate.edition, previous: latest, changeLog, releasedAt: at, sources: [...pinned.values()].map(toEditionSource) }
      let edition: Edition | undefined
      const record = await session.take(async () => session.folder.records.release(
        id, base, (content) => moved({ ...content, fields: { ...content.fields, edition: gate.edition } }, releaseMove, step), by,
        async (released) => [session.folder.editions.write(edition = await makeEdition(session, released, facts, sign))],
      ))
      changes.publish({ type: 'records', ids: [id] })
      if (!edition) throw new Error('a release made no edition')
      const { seal } = edition
      const summary = (await summariesOf(session, keys, record.content, await knownEditions(session, id))).find((each) => each.seal === seal)
      if (!summary) throw new Error('an edition that was released is not there')
      return { edition: summary, record }
    },
    editions: async (id) => {
      const session = sessions.required()
      return summariesOf(session, keys, (await readHead(session, id))?.content, await knownEditions(session, id))
    },
    edition: async (recordId, seal) => sessions.required().folder.editions.read(recordId, seal),
  }
}
