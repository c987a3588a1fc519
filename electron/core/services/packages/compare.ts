/** A package against this library: what is new, what goes on from what is here, what was changed on both sides. */
import type { ComparedRecord, NamedRevision } from '#shared/contract/packageMerge'
import type { OpenedPackage } from '#shared/contract/packages'
import type { OpenedSafety } from '#shared/contract/packageSafety'
import type { PackagedRecord, PackageManifest } from '#shared/model/package'
import type { RevisionFile } from '#shared/model/record'
import type { Session } from '../session'
import type { SentTwins } from './masking'
import type { WordCounts } from './senderWords'
import { standingOf, type Comparing } from './standing'
import { missingBase } from './sent'

/** `heads` are those of its records, by id; `words` are those that they use, by how many do. */
export interface VerifiedPackage {
  path: string; sha256: string; size: number; manifest: PackageManifest; heads: ReadonlyMap<string, NamedRevision>; words: WordCounts
}

export const named = ({ revision: { id, at, by } }: Pick<RevisionFile, 'revision'>): NamedRevision => ({ id, at, by })

const compareRecord = async (comparing: Comparing, record: PackagedRecord, theirs: NamedRevision): Promise<ComparedRecord> => {
  const { session: { catalog, folder } } = comparing
  const { id, type, number, title, unit, reason, masked } = record
  const { standing, isHere, head, base, parts } = await standingOf(comparing, record)
  const holder = catalog.byNumber(number)
  return {
    id, type, number, title, unit, reason, standing, masked,
    here: catalog.get(id) ?? null, mine: head ? named(head) : null, theirs, base: base ? named(base) : null,
    differences: parts.map(({ key }) => key), conflicts: parts.flatMap(({ key, taken }) => (taken === null ? [key] : [])),
    numberTakenBy: holder && holder.id !== id && head?.content.number !== number ? holder : null,
    isTrashed: !isHere && await folder.journal.find(folder.paths.trashed(id)) !== undefined,
  }
}

/** The editions and attachments of a package that are not here. An edition that left masked from here is. */
export const newParts = async ({ folder }: Session, { editions, attachments }: PackageManifest, twins: () => Promise<SentTwins>) => {
  const sent = editions.length > 0 ? (await twins()).editions : new Set<string>()
  const newEditions: PackageManifest['editions'] = []
  for (const edition of editions) if (!sent.has(edition.seal) && await folder.journal.find(folder.paths.edition(edition.recordId, edition.seal)) === undefined) newEditions.push(edition)
  const newAttachments: PackageManifest['attachments'] = []
  for (const attachment of attachments) if (await folder.attachments.sizeOf(attachment.sha256) !== attachment.size) newAttachments.push(attachment)
  return { newEditions, newAttachments }
}

export const comparePackage = async (comparing: Comparing, { path, sha256, size, manifest, heads }: VerifiedPackage): Promise<Omit<OpenedPackage, keyof OpenedSafety>> => {
  const records: ComparedRecord[] = []
  for (const record of manifest.records) {
    const theirs = heads.get(record.id)
    if (theirs) records.push(await compareRecord(comparing, record, theirs))
  }
  const { newEditions, newAttachments } = await newParts(comparing.session, manifest, comparing.twins)
  const needsBase = await missingBase(comparing.session, manifest.base) ?? null
  const { files: _files, records: _records, ...about } = manifest
  const count = (standing: ComparedRecord['standing']): number => records.filter((record) => record.standing === standing).length
  return {
    path, sha256, size, manifest: about, records, needsBase,
    counts: {
      new: count('new'), newer: count('newer'), same: count('same'), older: count('older'), mergeable: count('mergeable'), conflict: count('conflict'),
      newEditions: newEditions.length, newAttachments: newAttachments.length,
    },
  }
}
