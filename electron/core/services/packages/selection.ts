/** What a package of chosen records holds: the records, and what they depend on, each with the reason why. */
import { AppError } from '#shared/contract/errors'
import { bodyAttachments } from '#shared/model/body/walk'
import type { Edition } from '#shared/model/edition'
import { bodyCitations, pinKey, type PinnedRevision } from '#shared/model/gates'
import type { MissingPart, PackagedAttachment, PackageReason } from '#shared/model/package'
import type { RecordContent, RevisionFile } from '#shared/model/record'
import { toRevisionFile } from '../../store/recordStore'
import { readEditions, readPinned } from '../products'
import type { Session } from '../session'

/** A record that goes in: its head there, and the ids of all its revisions that come along. */
export interface SelectedRecord { head: RevisionFile; revisions: Set<string>; reason: PackageReason; isRestricted: boolean }

export interface Selection {
  records: Map<string, SelectedRecord>
  editions: Edition[]
  attachments: Map<string, PackagedAttachment>
  missing: MissingPart[]
}

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

const isRestricted = ({ confidentiality }: RecordContent): boolean => confidentiality === 'restricted'

/**
 * Follows what the chosen records cite and pin, their editions too. A chosen record goes in as it is now; what it depends on goes in
 * as it was pinned, and no further: nobody sends by accident what was written since. Throws `not_found` for a chosen record.
 */
export const selectForPackage = async (session: Session, chosen: readonly string[]): Promise<Selection> => {
  const { folder } = session
  const selection: Selection = { records: new Map(), editions: [], attachments: new Map(), missing: [] }
  const visited = new Set<string>()
  const waiting: (Need & { of: string })[] = []

  const visit = async (content: RecordContent, recordId: string): Promise<void> => {
    for (const { sha256, name, mediaType } of namedAttachments(content)) await takeAttachment(sha256, name, mediaType, recordId)
    waiting.push(...needsOf(content).map((need) => ({ ...need, of: recordId })))
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
    if (!file) {
      selection.missing.push({ kind: 'revision', id: revisionId, recordId, name: title || (session.catalog.get(recordId)?.title ?? recordId) })
      return
    }
    const known = selection.records.get(recordId)
    const now = await folder.records.read(recordId).catch(() => undefined)
    const restricted = isRestricted(file.content) || (now !== undefined && isRestricted(now.content))
    if (!known) selection.records.set(recordId, { head: file, revisions: new Set([revisionId]), reason: { why, of }, isRestricted: restricted })
    else {
      known.revisions.add(revisionId)
      known.isRestricted ||= restricted
      if (known.reason.why !== 'chosen' && known.head.revision.at < file.revision.at) known.head = file
    }
    await visit(file.content, recordId)
  }

  for (const id of new Set(chosen)) {
    const head = toRevisionFile(await folder.records.read(id))
    visited.add(pinKey({ recordId: id, revisionId: head.revision.id }))
    selection.records.set(id, { head, revisions: new Set([head.revision.id]), reason: { why: 'chosen', of: null }, isRestricted: isRestricted(head.content) })
    await visit(head.content, id)
    for (const edition of head.content.type === 'product' ? await readEditions(session, id) : []) {
      selection.editions.push(edition)
      const record = selection.records.get(id)
      if (record) record.isRestricted ||= isRestricted(edition.content)
      await visit(edition.content, id)
    }
  }
  for (let need = waiting.shift(); need; need = waiting.shift()) await takeRevision(need)
  return selection
}

/** Throws `restricted_content` where 受控 records are among them, `package_incomplete` where parts are missing and that was not accepted. */
export const checkSelection = ({ records, missing }: Selection, acceptMissing: boolean): void => {
  const restricted = [...records.values()].filter((record) => record.isRestricted).map(({ head: { id, content: { number, title } } }) => ({ id, number, title }))
  if (restricted.length > 0) throw new AppError('restricted_content', { records: restricted })
  if (missing.length > 0 && !acceptMissing) throw new AppError('package_incomplete', { missing })
}
