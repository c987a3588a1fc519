/** The revisions of a record: all that are here, how each came about, and bringing one back. */
import { AppError, isAppError, toFailure } from '#shared/contract/errors'
import type { RecordHistory, RevisionEntry, UnreadRevision } from '#shared/contract/records'
import type { RecordFile, RevisionFile } from '#shared/model/record'
import { isOfMaskedLine, type LineRevision } from '#shared/model/masking/maskedLine'
import type { Changes } from './changes'
import { lineageOf, recipientsOf } from './packages'
import type { Session, SessionHolder } from './session'
import type { SettingsService } from './settings'

export interface RevisionService {
  /** Throws `not_found` where there is neither a record nor a history of one. */
  history: (id: string) => Promise<RecordHistory>
  /** Throws what `RecordStore.restore` throws. */
  restore: (id: string, base: string, revisionId: string) => Promise<RecordFile>
}

interface Parts { settings: SettingsService; sessions: SessionHolder; changes: Changes }

const readsAtATime = 8

/** What a list needs of a revision: its content is let go as soon as it is looked at. */
type Read = Omit<RevisionEntry, 'branch' | 'kind' | 'isHead' | 'sentTo'> & { isImported: boolean; isAnonymous: boolean }

const toRead = ({ revision, content }: RevisionFile, libraryId: string): Read => ({
  revisionId: revision.id, parents: revision.parents, by: revision.by, at: revision.at, device: revision.device, contentHash: revision.contentHash,
  restoredFrom: revision.restoredFrom ?? null, mergedFrom: revision.mergedFrom ?? null, title: content.title, masked: revision.masked === true,
  isImported: content.origin.file !== undefined && content.origin.libraryId === libraryId,
  isAnonymous: revision.by.name === '' && revision.by.unit === '',
})

interface ReadAll { head: RecordFile | undefined; read: Map<string, Read>; unread: UnreadRevision[] }

const readAll = async ({ folder }: Session, id: string): Promise<ReadAll> => {
  const unread: UnreadRevision[] = []
  const read = new Map<string, Read>()
  const libraryId = folder.library.current().id
  const ifRead = async <T>(revisionId: string | null, reading: Promise<T>): Promise<T | undefined> => reading.catch((error: unknown) => {
    const failure = isAppError(error) ? toFailure(error) : undefined
    if (!failure) throw error
    unread.push({ revisionId, failure })
    return undefined
  })
  const head = await ifRead(null, folder.records.read(id))
  if (head) read.set(head.revision.id, toRead(head, libraryId))
  const ids = (await folder.records.history(id)).filter((each) => each !== head?.revision.id).values()
  const readNext = async (): Promise<void> => {
    for (const each of ids) {
      const file = await ifRead(each, folder.records.readEarlier(id, each))
      if (file) read.set(each, toRead(file, libraryId))
    }
  }
  await Promise.all(Array.from({ length: readsAtATime }, readNext))
  return { head, read, unread }
}

/**
 * Those that the head descends from. What another program wrote over, or what can't be read, leaves a gap in the chain: what is older
 * than the gap may stand behind it, so it counts as in line.
 */
const inLine = (head: RecordFile, read: ReadonlyMap<string, Read>): Set<string> => {
  const found = new Set<string>()
  let gapAt = ''
  const waiting = [head.revision.id]
  for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
    if (found.has(each)) continue
    found.add(each)
    for (const parent of read.get(each)?.parents ?? []) {
      const at = read.get(each)?.at ?? ''
      if (read.has(parent)) waiting.push(parent)
      else if (at > gapAt) gapAt = at
    }
  }
  for (const { revisionId, at } of read.values()) if (at <= gapAt) found.add(revisionId)
  return found
}

/** An edit outside the app is by nobody, at the time of what it was made on: which was written over, unless something kept it. */
const isOutside = ({ isAnonymous, parents: [parent, ...more], at }: Read, read: ReadonlyMap<string, Read>): boolean =>
  isAnonymous && parent !== undefined && more.length === 0 && (read.get(parent)?.at ?? at) === at

/** `sentTo` are the units that masked ones left for, by their ids. */
const kindOf = (revision: Read, { head, read }: ReadAll, device: string, sentTo: ReadonlyMap<string, readonly string[]>): RevisionEntry['kind'] => {
  if (sentTo.has(revision.revisionId)) return 'masked'
  if (revision.restoredFrom !== null) return 'restored'
  if (revision.parents.length > 1 || revision.mergedFrom) return 'merged'
  if (isOutside(revision, read)) return 'outside'
  const received = head?.local.received
  if (received && revision.device !== device && revision.at <= received.at) return 'received'
  if (revision.parents.length > 0) return 'saved'
  return revision.isImported ? 'imported' : 'created'
}

const latestFirst = (a: RevisionEntry, b: RevisionEntry): number => (a.at === b.at ? (a.revisionId < b.revisionId ? -1 : 1) : a.at < b.at ? 1 : -1)

/** Whether a revision says in masks what the one in place says without. */
const maskedIn = ({ head, read }: ReadAll): (revisionId: string) => boolean => {
  const known = new Map([...read.values()].map(({ revisionId: id, parents, masked }): [string, LineRevision] => [id, { id, parents, masked }]))
  const isMasked = (revisionId: string): boolean => {
    const revision = known.get(revisionId)
    return revision !== undefined && isOfMaskedLine(revision, known)
  }
  return head && isMasked(head.revision.id) ? () => false : isMasked
}

/** What is masked is no branch: it stands beside the record for good. */
const historyOf = (all: ReadAll, device: string, sentTo: ReadonlyMap<string, readonly string[]>): RecordHistory => {
  const { head, read, unread } = all
  const line = head && inLine(head, read)
  const isMasked = maskedIn(all)
  const entries = [...read.values()].map((revision): RevisionEntry => {
    const { isImported: _imported, isAnonymous: _anonymous, ...entry } = revision
    const masked = isMasked(revision.revisionId)
    return {
      ...entry, kind: kindOf(revision, all, device, sentTo), isHead: revision.revisionId === head?.revision.id, masked, sentTo: [...sentTo.get(revision.revisionId) ?? []],
      branch: !masked && line !== undefined && !line.has(revision.revisionId),
    }
  }).sort(latestFirst)
  return { revisions: [...entries.filter(({ isHead }) => isHead), ...entries.filter(({ isHead }) => !isHead)], unread }
}

/** Throws `invalid` where masks would come in the place of what they stand for. */
const expectUnmasked = async (session: Session, id: string, revisionId: string): Promise<void> => {
  const { records } = session.folder
  const [head, earlier] = [await records.read(id), await records.readRevision(id, revisionId)]
  const known = new Map([head, earlier].map(({ revision }) => [revision.id, revision]))
  for (const each of [...await lineageOf(session, head), ...await lineageOf(session, earlier)]) known.set(each.id, each)
  if (isOfMaskedLine(earlier.revision, known) && !isOfMaskedLine(head.revision, known)) throw new AppError('invalid', { issues: [{ path: 'revisionId', message: 'says in masks what the record says' }] })
}

export const createRevisionService = ({ settings, sessions, changes }: Parts): RevisionService => ({
  history: async (id) => {
    const all = await readAll(sessions.required(), id)
    const [only] = all.unread
    // Neither a record nor a history: nothing is damaged, there is nothing.
    if (all.read.size === 0 && all.unread.length === 1 && only?.failure.code === 'not_found') await sessions.required().folder.records.read(id)
    const hasMasked = [...all.read.values()].some(({ masked }) => masked)
    return historyOf(all, settings.device, hasMasked ? await recipientsOf(sessions.required(), id) : new Map())
  },
  restore: async (id, base, revisionId) => {
    const session = sessions.writable()
    await expectUnmasked(session, id, revisionId)
    const record = await session.take(async () => session.folder.records.restore(id, base, revisionId, settings.person()))
    changes.publish({ type: 'records', ids: [id] })
    return record
  },
})
