/** What a package of chosen records holds: the records, and what they depend on, each with the reason why. */
import { AppError } from '#shared/contract/errors'
import type { PackageSafety } from '#shared/contract/packageSafety'
import { bodyAttachments, bodyRecordLinks } from '#shared/model/body/walk'
import type { PackageChoice } from '#shared/contract/packageChoice'
import type { RecordRow } from '#shared/contract/records'
import { bodyCitations, pinKey, type PinnedRevision } from '#shared/model/gates'
import type { MissingPart, PackageBase, PackagedAttachment, PackagedRecord, PackageManifest, PackageNeed, PackageReason } from '#shared/model/package'
import { recordFormat, type PackageHop, type RecordContent, type RecordLink, type Revision, type RevisionFile } from '#shared/model/record'
import { rowCitations } from '#shared/model/rowCitations'
import { attachmentPathOf } from '../../packages/format'
import { rowOf } from '../../store/catalog/entry'
import { isUntouched, readEditions, readHead, readPinned, restrictedAt } from '../products'
import type { Session } from '../session'
import { peopleNamed } from './peopleNamed'
import { hopsOf } from './provenance'
import { findSent, type SentPackage } from './sent'

/** A record that goes in: its head there, and the ids of all its revisions that come along. Bodies are not held: there may be very many. */
export interface SelectedRecord { row: RecordRow; head: PackagedHead; revision: Revision; revisions: Set<string>; reason: PackageReason; needs: PackageNeed[]; via: PackageHop[] }

export type PackagedHead = Pick<PackagedRecord, 'id' | 'type' | 'number' | 'title' | 'unit' | 'confidentiality' | 'revisionId' | 'contentHash' | 'masked'>

export interface Selection {
  records: Map<string, SelectedRecord>
  editions: PackageManifest['editions']
  attachments: Map<string, PackagedAttachment>
  missing: MissingPart[]
  /** 受控 records among them, or whose words are among them. */
  restricted: Map<string, RecordRow>
  /** Whom its contents name as their authors, contacts and those who judged them. */
  people: Set<string>
  /** The revisions of those that go in as they are now, by record, that the next save may still rewrite. */
  unsealed: Map<string, string>
  /** What stays out since the recipient has it; null for a whole package. */
  base: PackageBase | null
}

/** What a manifest says of a record without its body. */
export const headOf = ({ id, revision, content: { type, number, title, unit, confidentiality } }: RevisionFile): PackagedHead =>
  ({ id, type, number, title, unit, confidentiality, revisionId: revision.id, contentHash: revision.contentHash, masked: revision.masked === true })

const fallbackType = 'application/octet-stream'

/** The attachments of a content, with the names that they have there. */
const namedAttachments = ({ attachments, body }: RecordContent): { sha256: string; name: string; mediaType: string }[] => [
  ...attachments,
  ...bodyAttachments(body).map((sha256) => ({ sha256, name: sha256, mediaType: fallbackType })),
]

interface Need extends PinnedRevision { why: 'source' | 'cited'; title: string }

/** What an adoption takes up is no need of it: whoever reports one back does not send the product again. */
const isFollowed = ({ relation, revisionId }: RecordLink): boolean => revisionId !== undefined && relation !== 'adopts'

const needsOf = (content: RecordContent): Need[] => [
  ...content.links.flatMap((link): Need[] => (link.revisionId === undefined || !isFollowed(link) ? [] : [{ recordId: link.to, revisionId: link.revisionId, why: 'source', title: link.note ?? '' }])),
  ...[...bodyCitations(content.body), ...rowCitations(content)].map(({ citation: { recordId, revisionId, title } }): Need => ({ recordId, revisionId, why: 'cited', title: title ?? '' })),
]

/** What a content depends on, and what it leads to. */
export const allNeedsOf = (content: RecordContent): PackageNeed[] => {
  const pinned = needsOf(content).map(({ why, recordId, revisionId }): PackageNeed => ({ why, id: recordId, revisionId }))
  const linked = [...content.links.flatMap((link) => (isFollowed(link) ? [] : [link.to])), ...bodyRecordLinks(content.body)]
  const all = [...pinned, ...linked.map((id): PackageNeed => ({ why: 'linked', id }))]
  return [...new Map(all.map((need) => [`${need.why} ${need.id} ${need.revisionId ?? ''}`, need])).values()]
}

/** The records presented at a meeting: those that say so of themselves, and those that it names. */
const presentedAt = ({ catalog }: Session, { id, content }: RevisionFile): string[] => [...new Set([
  ...content.links.flatMap(({ to, relation }) => (relation === 'presentedAt' ? [to] : [])),
  ...catalog.backlinks(id).flatMap(({ row, relation }) => (relation === 'presentedAt' ? [row.id] : [])),
])].filter((presented) => presented !== id && catalog.get(presented) !== undefined)

/** Takes out what the recipient has as it is. A record of which earlier revisions or editions come along is sent again. */
export const withoutUnchanged = (selection: Selection, { packageId, madeAt, records, attachments }: SentPackage): void => {
  const released = new Set(selection.editions.map(({ recordId }) => recordId))
  const same = [...selection.records.values()].filter(({ head, revisions }) => revisions.size === 1 && !released.has(head.id) && records.get(head.id) === head.revisionId)
  const sent = [...selection.attachments.keys()].filter((sha256) => attachments.has(sha256))
  for (const { head } of same) selection.records.delete(head.id)
  for (const sha256 of sent) selection.attachments.delete(sha256)
  selection.base = { packageId, madeAt, records: same.map(({ head: { id, revisionId } }) => ({ id, revisionId })), attachments: sent }
}

/**
 * Follows what the chosen records cite and pin, their editions too. A chosen record goes in as it is now; what it depends on goes in
 * as it was pinned, and no further: nobody sends by accident what was written since. Throws `not_found` for what is chosen and not here.
 */
export const selectForPackage = async (session: Session, choice: PackageChoice): Promise<Selection> => {
  const { folder } = session
  const selection: Selection = { records: new Map(), editions: [], attachments: new Map(), missing: [], restricted: new Map(), unsealed: new Map(), people: new Set(), base: null }
  const visited = new Set<string>()
  const waiting: (Need & { of: string })[] = []

  const noteRestricted = (file: RevisionFile | undefined): void => {
    if (file?.content.confidentiality === 'restricted') selection.restricted.set(file.id, rowOf(file))
  }

  const visit = async (content: RecordContent, recordId: string): Promise<void> => {
    for (const name of peopleNamed(content)) selection.people.add(name)
    for (const { sha256, name, mediaType } of namedAttachments(content)) await takeAttachment(sha256, name, mediaType, recordId)
    for (const { to, relation, revisionId } of content.links) if (relation === 'adopts') await noteAdopted({ recordId: to, revisionId })
    waiting.push(...needsOf(content).map((need) => ({ ...need, of: recordId })))
  }

  /** The product of an adoption stays here, but what it is called and asks for goes along. */
  const noteAdopted = async (adopted: { recordId: string; revisionId: string | undefined }): Promise<void> => {
    const key = `adopts ${adopted.recordId}@${adopted.revisionId ?? ''}`
    if (visited.has(key)) return
    visited.add(key)
    noteRestricted(await restrictedAt(session, adopted))
  }

  const factsOf = (file: RevisionFile): Pick<SelectedRecord, 'row' | 'head' | 'revision' | 'needs'> =>
    ({ row: rowOf(file), head: headOf(file), revision: file.revision, needs: allNeedsOf(file.content) })

  const add = (file: RevisionFile, reason: PackageReason, via: PackageHop[]): void => {
    selection.records.set(file.id, { ...factsOf(file), revisions: new Set([file.revision.id]), reason, via })
  }

  const takeAttachment = async (sha256: string, name: string, mediaType: string, recordId: string): Promise<void> => {
    if (visited.has(sha256)) return
    visited.add(sha256)
    const size = await folder.attachments.sizeOf(sha256)
    if (size === undefined) selection.missing.push({ kind: 'attachment', id: sha256, recordId, name })
    else if (choice.largest !== null && size > choice.largest) selection.missing.push({ kind: 'attachment', id: sha256, recordId, name, tooLarge: true })
    else selection.attachments.set(sha256, { sha256, size, name, mediaType, path: attachmentPathOf(sha256, name) })
  }

  const takeRevision = async (need: Need & { of: string }): Promise<void> => {
    if (visited.has(pinKey(need))) return
    visited.add(pinKey(need))
    const { recordId, revisionId, why, of, title } = need
    const file = await readPinned(session, need)
    // Also where that revision is missing: the quotes of it go along.
    const now = await readHead(session, recordId)
    noteRestricted(now)
    noteRestricted(file)
    if (!file) {
      selection.missing.push({ kind: 'revision', id: revisionId, recordId, name: title || (session.catalog.get(recordId)?.title ?? recordId) })
      return
    }
    const known = selection.records.get(recordId)
    if (!known) add(file, { why, of }, now ? hopsOf(now) : [])
    else {
      known.revisions.add(revisionId)
      if (known.reason.why !== 'chosen' && known.row.updatedAt < file.revision.at) Object.assign(known, factsOf(file))
    }
    await visit(file.content, recordId)
  }

  /** Whoever gets it would refuse the whole package for an edition that is not intact: it is reported and stays here. */
  const takeEditions = async (id: string): Promise<void> => {
    for (const edition of await readEditions(session, id)) {
      const { seal, recordId, number, revision, content } = edition
      if (!await isUntouched(edition)) {
        const path = folder.paths.edition(recordId, seal)
        session.noteDamage({ path, failure: { code: 'store_corrupt', data: { path, reason: 'not what was sealed' } } })
        continue
      }
      selection.editions.push({ seal, recordId, number })
      noteRestricted({ format: 1, id, revision, content })
      await visit(content, id)
    }
  }

  /** As it is now; a meeting brings what was presented at it. */
  const takeRecord = async (id: string, reason: PackageReason): Promise<void> => {
    if (selection.records.has(id)) return
    const record = await folder.records.read(id)
    visited.add(pinKey({ recordId: id, revisionId: record.revision.id }))
    add(record, reason, hopsOf(record))
    // One that was edited outside the app is by nobody, and is written down only when it is sealed.
    if (!record.local.sealed || record.revision.by.name === '') selection.unsealed.set(id, record.revision.id)
    noteRestricted(record)
    await visit(record.content, id)
    if (record.content.type === 'product') await takeEditions(id)
    if (record.content.type !== 'meeting' || reason.why !== 'chosen') return
    for (const presented of presentedAt(session, record)) if (!choice.ids.includes(presented)) await takeRecord(presented, { why: 'presented', of: id })
  }

  /** A product as it was released, whatever was written since. */
  const takeEdition = async (id: string, seal: string): Promise<void> => {
    const edition = (await readEditions(session, id)).find((each) => each.seal === seal)
    if (!edition || !await isUntouched(edition)) throw new AppError('not_found', { kind: 'edition', id: seal })
    const { recordId, number, revision, content } = edition
    const file: RevisionFile = { format: recordFormat, id: recordId, revision, content }
    const now = await readHead(session, recordId)
    noteRestricted(now)
    noteRestricted(file)
    selection.editions.push({ seal, recordId, number })
    const known = selection.records.get(recordId)
    if (known) known.revisions.add(revision.id)
    else add(file, { why: 'chosen', of: null }, now ? hopsOf(now) : [])
    visited.add(pinKey({ recordId, revisionId: revision.id }))
    await visit(content, recordId)
  }

  for (const id of new Set(choice.ids)) await takeRecord(id, { why: 'chosen', of: null })
  for (const { recordId, seal } of choice.editions) {
    if (!selection.editions.some((edition) => edition.seal === seal)) await takeEdition(recordId, seal)
  }
  for (let need = waiting.shift(); need; need = waiting.shift()) await takeRevision(need)
  if (choice.since !== null) withoutUnchanged(selection, await findSent(session, choice.since))
  return selection
}

/** Throws `restricted_content` where 受控 records are among them and it is not both signed and encrypted, `package_incomplete` where parts are missing, other than left out for their size, and that was not accepted. */
export const checkSelection = ({ restricted, missing }: Selection, acceptMissing: boolean, { sign, encrypt }: PackageSafety): void => {
  const records = [...restricted.values()].map(({ id, number, title }) => ({ id, number, title }))
  if (records.length > 0 && !(sign && encrypt)) throw new AppError('restricted_content', { records })
  const lost = missing.filter(({ tooLarge }) => tooLarge !== true)
  if (lost.length > 0 && !acceptMissing) throw new AppError('package_incomplete', { missing: lost })
}
