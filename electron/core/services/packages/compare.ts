/** A package against this library: what is new, what is here already, what differs. */
import { isAppError } from '#shared/contract/errors'
import type { ComparedRecord, OpenedPackage } from '#shared/contract/packages'
import type { PackagedRecord, PackageManifest } from '#shared/model/package'
import type { RecordFile } from '#shared/model/record'
import type { Session } from '../session'

/**
 * Whether a record went on from a revision: by its ancestry, since history also keeps revisions that came from elsewhere and that it
 * did not go on from.
 */
const wentOnFrom = async ({ folder }: Session, { id, revision }: RecordFile, revisionId: string): Promise<boolean> => {
  const kept = new Set(await folder.records.history(id))
  if (!kept.has(revisionId)) return false
  const waiting = [...revision.parents]
  for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
    if (each === revisionId) return true
    // One that was looked at is not looked at again.
    if (kept.delete(each)) waiting.push(...(await folder.records.readRevision(id, each)).revision.parents)
  }
  return false
}

/** The same where the library has that very content, or had that revision and went on from it. */
const isSame = async (session: Session, { id, revisionId, contentHash }: PackagedRecord): Promise<boolean> => {
  try {
    const head = await session.folder.records.read(id)
    return head.revision.contentHash === contentHash || await wentOnFrom(session, head, revisionId)
  } catch (error) {
    // A record here that can't be read differs: nothing is written over it.
    if (isAppError(error)) return false
    throw error
  }
}

/** A record is here also where its file can't be read. */
const isHere = async ({ folder, catalog }: Session, id: string): Promise<boolean> =>
  catalog.get(id) !== undefined || await folder.journal.find(folder.paths.record(id)) !== undefined

export const compareRecord = async (session: Session, record: PackagedRecord): Promise<ComparedRecord> => {
  const { id, type, number, title, unit, reason } = record
  const here = session.catalog.get(id) ?? null
  const holder = session.catalog.byNumber(number)
  const state = !(await isHere(session, id)) ? 'new' : await isSame(session, record) ? 'same' : 'differs'
  return { id, type, number, title, unit, reason, state, here, numberTakenBy: state === 'new' && holder && holder.id !== id ? holder : null }
}

/** The editions and attachments of a package that are not here. */
export const newParts = async ({ folder }: Session, { editions, attachments }: PackageManifest) => {
  const newEditions: PackageManifest['editions'] = []
  for (const edition of editions) if (await folder.journal.find(folder.paths.edition(edition.recordId, edition.seal)) === undefined) newEditions.push(edition)
  const newAttachments: PackageManifest['attachments'] = []
  for (const attachment of attachments) if (await folder.attachments.sizeOf(attachment.sha256) !== attachment.size) newAttachments.push(attachment)
  return { newEditions, newAttachments }
}

export interface VerifiedPackage { path: string; sha256: string; size: number; manifest: PackageManifest }

export const comparePackage = async (session: Session, { path, sha256, size, manifest }: VerifiedPackage): Promise<OpenedPackage> => {
  const records: ComparedRecord[] = []
  for (const record of manifest.records) records.push(await compareRecord(session, record))
  const { newEditions, newAttachments } = await newParts(session, manifest)
  const { files: _files, records: _records, ...about } = manifest
  const count = (state: ComparedRecord['state']): number => records.filter((record) => record.state === state).length
  return {
    path, sha256, size, manifest: about, records,
    counts: { new: count('new'), same: count('same'), differs: count('differs'), newEditions: newEditions.length, newAttachments: newAttachments.length },
  }
}
