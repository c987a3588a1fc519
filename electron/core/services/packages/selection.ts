/** What a package of chosen records holds: the records, and what they depend on, each with the reason why. */
import { AppError } from '#shared/contract/errors'
import { bodyAttachments } from '#shared/model/body/walk'
import type { RecordRow } from '#shared/contract/records'
import { bodyCitations, pinKey, type PinnedRevision } from '#shared/model/gates'
import type { MissingPart, PackagedAttachment, PackagedRecord, PackageManifest, PackageReason } from '#shared/model/package'
import type { RecordContent, RevisionFile } from '#shared/model/record'
import { rowOf } from '../../store/catalog/entry'
import { isIntact } from '../../store/editionStore'
import { readEditions, readHead, readPinned } from '../products'
import type { Session } from '../session'

/** A record that goes in: its head there, and the ids of all its revisions that come along. Bodies are not held: there may be very many. */
export interface SelectedRecord { row: RecordRow; head: PackagedHead; revisions: Set<string>; reason: PackageReason }

export type PackagedHead = Pick<PackagedRecord, 'id' | 'type' | 'number' | 'title' | 'unit' | 'confidentiality' | 'revisionId' | 'contentHash'>

export interface Selection {
  records: Map<string, SelectedRecord>
  editions: PackageManifest['editions']
  attachments: Map<string, PackagedAttachment>
  missing: MissingPart[]
  /** 受控 records among them, or whose words are among them. */
  restricted: Map<string, RecordRow>
}

/** What a manifest says of a record without its body. */
export const headOf = ({ id, revision, content: { type, number, title, unit, confidentiality } }: RevisionFile): PackagedHead =>
  ({ id, type, number, title, unit, confidentiality, revisionId: revision.id, contentHash: revision.contentHash })

const fallbackType = 'application/octet-stream'

/** The attachments of a content, with the names that they have there. */
const namedAttachments = ({ attachments, body }: RecordContent): { sha256: string; name: string; mediaType: string }[] => [
  ...attachments,
  ...bodyAttachments(body).map((sha256) => ({ sha256, name: sha256, mediaType: fallbackType })),
]

interface Need extends PinnedRevision { why: 'source' | 'cited'; title: string }

const needsOf = ({ links, body }: RecordContent): Need[] => [
  ...links.flatMap(({ to, revisionId, note }): Need[] => (revisionId === undefined ? [] : [{ recordId: to, revisionId, why: 'source', title: note ?? '' }])),
  ...bodyCitations(body).map(({ citation: { recordId, revisionId, title } }): Need => ({ recordId, revisionId, why: 'cited', title: title ?? '' })),
]

/**
 * Follows what the chosen records cite and pin, their editions too. A chosen record goes in as it is now; what it depends on goes in
 * as it was pinned, and no further: nobody sends by accident what was written since. Throws `not_found` for a chosen record.
 */
export const selectForPackage = async (session: Session, chosen: readonly string[]): Promise<Selection> => {
  const { folder } = session
  const selection: Selection = { records: new Map(), editions: [], attachments: new Map(), missing: [], restricted: new Map() }
  const visited = new Set<string>()
  const waiting: (Need & { of: string })[] = []

  const noteRestricted = (file: RevisionFile | undefined): void => {
    if (file?.content.confidentiality === 'restricted') selection.restricted.set(file.id, rowOf(file))
  }

  const visit = async (content: RecordContent, recordId: string): Promise<void> => {
    for (const { sha256, name, mediaType } of namedAttachments(content)) await takeAttachment(sha256, name, mediaType, recordId)
    waiting.push(...needsOf(content).map((need) => ({ ...need, of: recordId })))
  }

  const add = (file: RevisionFile, reason: PackageReason): void => {
    selection.records.set(file.id, { row: rowOf(file), head: headOf(file), revisions: new Set([file.revision.id]), reason })
  }

  const takeAttachment = async (sha256: string, name: string, mediaType: string, recordId: string): Promise<void> => {
    if (visited.has(sha256)) return
    visited.add(sha256)
    const size = await folder.attachments.sizeOf(sha256)
    if (size === undefined) selection.missing.push({ kind: 'attachment', id: sha256, recordId, name })
    else selection.attachments.set(sha256, { sha256, size, name, mediaType })
  }

  const takeRevision = async (need: Need & { of: string }): Promise<void> => {
    if (visited.has(pinKey(need))) return
    visited.add(pinKey(need))
    const { recordId, revisionId, why, of, title } = need
    const file = await readPinned(session, need)
    // Also where that revision is missing: the quotes of it go along.
    noteRestricted(await readHead(session, recordId))
    noteRestricted(file)
    if (!file) {
      selection.missing.push({ kind: 'revision', id: revisionId, recordId, name: title || (session.catalog.get(recordId)?.title ?? recordId) })
      return
    }
    const known = selection.records.get(recordId)
    if (!known) add(file, { why, of })
    else {
      known.revisions.add(revisionId)
      if (known.reason.why !== 'chosen' && known.row.updatedAt < file.revision.at) Object.assign(known, { row: rowOf(file), head: headOf(file) })
    }
    await visit(file.content, recordId)
  }

  /** Whoever gets it would refuse the whole package for an edition that is not intact: it is reported and stays here. */
  const takeEditions = async (id: string): Promise<void> => {
    for (const edition of await readEditions(session, id)) {
      const { seal, recordId, number, revision, content } = edition
      if (!isIntact(edition)) {
        const path = folder.paths.edition(recordId, seal)
        session.noteDamage({ path, failure: { code: 'store_corrupt', data: { path, reason: 'not what was sealed' } } })
        continue
      }
      selection.editions.push({ seal, recordId, number })
      noteRestricted({ format: 1, id, revision, content })
      await visit(content, id)
    }
  }

  for (const id of new Set(chosen)) {
    const record = await folder.records.read(id)
    visited.add(pinKey({ recordId: id, revisionId: record.revision.id }))
    add(record, { why: 'chosen', of: null })
    noteRestricted(record)
    await visit(record.content, id)
    if (record.content.type === 'product') await takeEditions(id)
  }
  for (let need = waiting.shift(); need; need = waiting.shift()) await takeRevision(need)
  return selection
}

/** Throws `restricted_content` where 受控 records are among them, `package_incomplete` where parts are missing and that was not accepted. */
export const checkSelection = ({ restricted, missing }: Selection, acceptMissing: boolean): void => {
  const records = [...restricted.values()].map(({ id, number, title }) => ({ id, number, title }))
  if (records.length > 0) throw new AppError('restricted_content', { records })
  if (missing.length > 0 && !acceptMissing) throw new AppError('package_incomplete', { missing })
}
