/**
 * The manifest of a package (`.lfpkg`): who made it, for whom, what is in it and why (docs/package-format.md). What came with format 2 has
 * a default, so that a manifest of format 1 reads as one that says nothing of it.
 */
import { z } from 'zod'
import { Sha256, Timestamp, Uuid } from './ids'
import { Confidentiality, EditionNumber, NamedLibrary, PackageHop, Person, Revision } from './record'
import { RecordType } from './recordTypes'

export { NamedLibrary, PackageHop }

export const packageFormat = 2

/** Why a record is in a package: it was chosen, or the record `of` depends on it, or it is presented at the meeting `of`. */
export const PackageReason = z.looseObject({ why: z.enum(['chosen', 'source', 'cited', 'presented']), of: Uuid.nullable() })
export type PackageReason = z.infer<typeof PackageReason>

/** What a record in a package depends on: a record, at the revision that it pins or cites, or as it is. */
export const PackageNeed = z.looseObject({ why: z.enum(['source', 'cited', 'linked']), id: Uuid, revisionId: Sha256.optional() })
export type PackageNeed = z.infer<typeof PackageNeed>

/**
 * A record in a package: `revisionId` is its head there, `revisions` all that come with it, the head among them. `lineage` are the
 * revisions that the head came of, without their contents, so that newer, older and conflict can be told; `via` is how it came to the
 * maker. A `masked` one is a revision of its own, with neither lineage nor the hash of what it was made of.
 */
export const PackagedRecord = z.looseObject({
  id: Uuid, type: RecordType, number: z.string(), title: z.string(), unit: z.string(), confidentiality: Confidentiality,
  revisionId: Sha256, contentHash: Sha256, revisions: z.array(Sha256).min(1), reason: PackageReason,
  needs: z.array(PackageNeed).default([]), lineage: z.array(Revision).default([]), via: z.array(PackageHop).default([]), masked: z.boolean().default(false),
})
export type PackagedRecord = z.infer<typeof PackagedRecord>

export const PackagedEdition = z.looseObject({ seal: Sha256, recordId: Uuid, number: EditionNumber })

/** `path` is where its bytes lie, with the ending of its name, so that it opens by itself; in format 1, and where that is none to be opened, without. */
export const PackagedAttachment = z.looseObject({
  sha256: Sha256, size: z.int().min(0), name: z.string(), mediaType: z.string(), path: z.string().optional(),
})
export type PackagedAttachment = z.infer<typeof PackagedAttachment>

/** What should be in a package and is not: the maker was told, and went on. `tooLarge` was left out for its size. */
export const MissingPart = z.looseObject({
  kind: z.enum(['revision', 'attachment']), id: Sha256, recordId: Uuid, name: z.string(), tooLarge: z.boolean().optional(),
})
export type MissingPart = z.infer<typeof MissingPart>

/** A file of the package: `size` in bytes, `sha256` of its content. Its path is one of those that docs/package-format.md names. */
export const PackagedFile = z.looseObject({ path: z.string(), size: z.int().min(0), sha256: Sha256 })
export type PackagedFile = z.infer<typeof PackagedFile>

/**
 * What a difference package goes on from: an earlier package to the same recipient, the records that did not change since and are not in
 * this one, and the attachments that came with it and do not come again.
 */
export const PackageBase = z.looseObject({
  packageId: Uuid, madeAt: Timestamp, records: z.array(z.looseObject({ id: Uuid, revisionId: Sha256 })), attachments: z.array(Sha256),
})
export type PackageBase = z.infer<typeof PackageBase>

/** Whom a package is for, as its maker named them; `libraryId` where the library is known. */
export const PackageRecipient = z.looseObject({ unit: z.string().min(1), libraryId: Uuid.nullable() })
export type PackageRecipient = z.infer<typeof PackageRecipient>

/** By their libraries where both are known, else by the name of the unit; nobody is the same as nobody. */
export const isSameRecipient = (one: PackageRecipient | null | undefined, other: PackageRecipient | null | undefined): boolean => {
  if (!one || !other) return false
  return one.libraryId !== null && other.libraryId !== null ? one.libraryId === other.libraryId : one.unit === other.unit
}

/** The public keys of the library that made a package: `signing` is the `x` of an Ed25519 JWK, `encryption` an age recipient (`age1…`). */
export const PublicKeys = z.looseObject({ signing: z.string().regex(/^[A-Za-z0-9_-]{43}$/), encryption: z.string().regex(/^age1[a-z0-9]{50,120}$/) })
export type PublicKeys = z.infer<typeof PublicKeys>

/** A `suggestion` offers back to a library what was changed of records that came from it. */
export const PackageKind = z.enum(['package', 'suggestion'])
export type PackageKind = z.infer<typeof PackageKind>

export const PackageManifest = z.looseObject({
  format: z.int().min(1), id: Uuid, title: z.string(),
  madeAt: Timestamp, by: Person, library: NamedLibrary,
  kind: PackageKind.default('package'), purpose: z.string().default(''), licence: z.string().default(''), recipient: PackageRecipient.nullable().default(null),
  /** The strictest of its records. */
  confidentiality: Confidentiality.default('internal'),
  keys: PublicKeys.nullable().default(null), base: PackageBase.nullable().default(null),
  records: z.array(PackagedRecord), editions: z.array(PackagedEdition), attachments: z.array(PackagedAttachment), missing: z.array(MissingPart),
  files: z.array(PackagedFile),
})
export type PackageManifest = z.infer<typeof PackageManifest>
