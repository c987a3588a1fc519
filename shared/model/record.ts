/**
 * A record: content (what is hashed, merged and travels), the revision that stands for it, and what is local to this library.
 * The file on disk has exactly this shape (docs/library-format.md).
 */
import { z } from 'zod'
import { Body } from './body/body'
import { BlockId, Sha256, Timestamp, Uuid } from './ids'
import { PartialDate } from './partialDate'
import { RecordType } from './recordTypes'

export const Confidentiality = z.enum(['public', 'internal', 'restricted'])
export type Confidentiality = z.infer<typeof Confidentiality>

/** How this record stands to the other: it derives from it, uses it, …; an adoption `adopts` its product, which stays so for good. */
export const Relation = z.enum(['derivedFrom', 'uses', 'evidence', 'supersedes', 'related', 'presentedAt', 'adopts'])

/** `revisionId` pins the revision that is meant, which stays for good: a product's sources are `derivedFrom` links that have one. */
export const RecordLink = z.looseObject({ to: Uuid, relation: Relation, note: z.string().optional(), revisionId: Sha256.optional() })
export type RecordLink = z.infer<typeof RecordLink>

/** `size` in bytes; `role` "original" marks the file that the record was imported from. */
export const AttachmentRef = z.looseObject({
  sha256: Sha256, name: z.string().min(1), size: z.int().min(0), mediaType: z.string(), role: z.enum(['original', 'evidence']).optional(),
})
export type AttachmentRef = z.infer<typeof AttachmentRef>

/** Where a record was born: its home library, and the file if it came from one. It never changes and travels with the record. */
export const Origin = z.looseObject({
  libraryId: Uuid, unit: z.string(), file: z.looseObject({ name: z.string(), sha256: Sha256, at: Timestamp }).optional(),
})

/**
 * One measured result of a case: an indicator before and after, as written (a number, or words where it is none), and the attachments
 * of the record that prove it, by hash.
 */
export const MeasuredResult = z.looseObject({
  id: BlockId, indicator: z.string(), unit: z.string(), before: z.string(), after: z.string(), evidence: z.array(Sha256), note: z.string().optional(),
})
export type MeasuredResult = z.infer<typeof MeasuredResult>

/** Editions are counted from 1. More than anyone releases is refused: from the largest number there would be no next one. */
export const EditionNumber = z.int().min(1).max(99_999)

/** The fields of a type that are its own; those of other types are carried as they come. */
export const OwnFields = z.looseObject({
  polarity: z.enum(['positive', 'negative']).optional(),
  conclusion: z.string().optional(),
  kind: z.string().optional(),
  results: z.array(MeasuredResult).optional(),
  /** The latest edition of a product, from 1, absent before its first release; of an adoption, the edition that is taken up, or piloted. */
  edition: EditionNumber.optional(),
  /** Of an adoption: the seal of that edition; absent for a pilot, which takes up a draft. */
  seal: Sha256.optional(),
  pilot: z.boolean().optional(),
})

export type OwnFields = z.infer<typeof OwnFields>

/** A person as declared, not proven. */
export const Person = z.looseObject({ name: z.string(), unit: z.string() })
export type Person = z.infer<typeof Person>

/**
 * One step of a record's life. `waived` are the conditions of its gate that did not hold and were overridden, which needs a reason.
 * `judged` is the SHA-256 over the RFC 8785 form of what was looked at (title, summary, fields, body), so that later edits can be told.
 */
export const StageChange = z.looseObject({
  move: z.string(), from: z.string(), to: z.string(), by: Person, at: Timestamp, judged: Sha256,
  reason: z.string().optional(), waived: z.array(z.string()).optional(),
})
export type StageChange = z.infer<typeof StageChange>

/** The most characters of a title that is saved; longer ones from elsewhere are read. */
export const titleLimit = 500

export const RecordContent = z.looseObject({
  type: RecordType,
  number: z.string(),
  title: z.string().min(1),
  summary: z.string(),
  unit: z.string(),
  team: z.string(),
  authors: z.array(z.string()),
  contact: z.string(),
  field: z.string(),
  tags: z.array(z.string()),
  date: PartialDate,
  place: z.string(),
  confidentiality: Confidentiality,
  stage: z.string().min(1),
  /** How it came to its stage, the first step first; absent where it never moved. */
  stageHistory: z.array(StageChange).optional(),
  links: z.array(RecordLink),
  attachments: z.array(AttachmentRef),
  fields: OwnFields,
  custom: z.record(z.string(), z.unknown()),
  body: Body,
  origin: Origin,
})
export type RecordContent = z.infer<typeof RecordContent>

/** The record that was made one with this, which is in the trash then or gone, as it was called. */
export const MergedFrom = z.looseObject({ recordId: Uuid, revisionId: Sha256, number: z.string(), title: z.string() })
export type MergedFrom = z.infer<typeof MergedFrom>

/**
 * One saved version. `contentHash` is the SHA-256 over the RFC 8785 form of the content; `id` the same over { recordId } and every
 * other key of the revision, those that this version does not know too. `parents` is empty for the first, two for a merge;
 * `restoredFrom` is the earlier revision that it brought back, `mergedFrom` the other record that was made one with this. A `masked` one is
 * the twin of another that left in its place, and says nothing of it.
 */
export const Revision = z.looseObject({
  id: Sha256, parents: z.array(Sha256), by: Person, at: Timestamp, device: Uuid, contentHash: Sha256, restoredFrom: Sha256.optional(),
  mergedFrom: MergedFrom.optional(), masked: z.boolean().optional(),
})
export type Revision = z.infer<typeof Revision>

/** The version of a record's file, apart from its body's. */
export const recordFormat = 1

/** A library as a package names it. */
export const NamedLibrary = z.looseObject({ id: Uuid, name: z.string(), unit: z.string() })
export type NamedLibrary = z.infer<typeof NamedLibrary>

/** One hop on a record's way: the package that brought it to the library that hands it on. The first hop comes first. */
export const PackageHop = z.looseObject({ packageId: Uuid, library: NamedLibrary, by: Person, madeAt: Timestamp })
export type PackageHop = z.infer<typeof PackageHop>

/**
 * The package that brought a record here: its id, who made it in which library, when it was taken in, and the hops before that package.
 * `revisionId` is the revision that was put in place for it, whatever it was before: what comes after it was changed here. `lineage` are the
 * ancestors of what came, then and before, as their packages said: their contents need not be here.
 */
export const Received = PackageHop.extend({ at: Timestamp, via: z.array(PackageHop).optional(), revisionId: Sha256.optional(), lineage: z.array(Revision).optional() })
export type Received = z.infer<typeof Received>

/** What is a library's own about a record. `sealed`: something refers to the revision in place, so that the next save begins a new one. */
export const RecordLocal = z.looseObject({ createdAt: Timestamp, sealed: z.boolean(), received: Received.optional() })
export type RecordLocal = z.infer<typeof RecordLocal>

export const RecordFile = z.looseObject({ format: z.int().min(1), id: Uuid, revision: Revision, content: RecordContent, local: RecordLocal })
export type RecordFile = z.infer<typeof RecordFile>

/** One revision of a record without what is local: what lies in history, and what travels in a package. */
export const RevisionFile = z.looseObject({ format: z.int().min(1), id: Uuid, revision: Revision, content: RecordContent })
export type RevisionFile = z.infer<typeof RevisionFile>

/** What an author may change in one save; the rest (number, stage, origin) has procedures of its own. */
export const EditableContent = z.strictObject(RecordContent.pick({
  title: true, summary: true, unit: true, team: true, authors: true, contact: true, field: true, tags: true, date: true,
  place: true, confidentiality: true, links: true, attachments: true, fields: true, custom: true, body: true,
}).partial().shape)
export type EditableContent = z.infer<typeof EditableContent>
