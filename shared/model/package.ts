/** The manifest of a package (`.lfpkg`): who made it, what is in it and why (docs/package-format.md). */
import { z } from 'zod'
import { Sha256, Timestamp, Uuid } from './ids'
import { Confidentiality, EditionNumber, Person } from './record'
import { RecordType } from './recordTypes'

export const packageFormat = 1

/** Why a record is in a package: it was chosen, or the record `of` that was depends on it. */
export const PackageReason = z.looseObject({ why: z.enum(['chosen', 'source', 'cited']), of: Uuid.nullable() })
export type PackageReason = z.infer<typeof PackageReason>

/** A record in a package: `revisionId` is its head there, `revisions` all that come with it, the head among them. */
export const PackagedRecord = z.looseObject({
  id: Uuid, type: RecordType, number: z.string(), title: z.string(), unit: z.string(), confidentiality: Confidentiality,
  revisionId: Sha256, contentHash: Sha256, revisions: z.array(Sha256).min(1), reason: PackageReason,
})
export type PackagedRecord = z.infer<typeof PackagedRecord>

export const PackagedEdition = z.looseObject({ seal: Sha256, recordId: Uuid, number: EditionNumber })

export const PackagedAttachment = z.looseObject({ sha256: Sha256, size: z.int().min(0), name: z.string(), mediaType: z.string() })
export type PackagedAttachment = z.infer<typeof PackagedAttachment>

/** What should be in a package and could not be: the maker was told, and went on. */
export const MissingPart = z.looseObject({ kind: z.enum(['revision', 'attachment']), id: Sha256, recordId: Uuid, name: z.string() })
export type MissingPart = z.infer<typeof MissingPart>

/** A file of the package: `size` in bytes, `sha256` of its content. Its path is one of those that docs/package-format.md names. */
export const PackagedFile = z.looseObject({ path: z.string(), size: z.int().min(0), sha256: Sha256 })
export type PackagedFile = z.infer<typeof PackagedFile>

export const PackageManifest = z.looseObject({
  format: z.int().min(1), id: Uuid, title: z.string(),
  madeAt: Timestamp, by: Person, library: z.looseObject({ id: Uuid, name: z.string(), unit: z.string() }),
  records: z.array(PackagedRecord), editions: z.array(PackagedEdition), attachments: z.array(PackagedAttachment), missing: z.array(MissingPart),
  files: z.array(PackagedFile),
})
export type PackageManifest = z.infer<typeof PackageManifest>
