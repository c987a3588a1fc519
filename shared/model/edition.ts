/** An edition: a product's contents as they were released under a number, with the revisions they came from. Sealed and never changed. */
import { z } from 'zod'
import { Sha256, Timestamp, Uuid } from './ids'
import { EditionNumber, Person, RecordContent, Revision } from './record'
import { RecordType } from './recordTypes'

/** A source as it was pinned: `contentHash` says what it said, whatever becomes of the record. */
export const EditionSource = z.looseObject({
  recordId: Uuid, revisionId: Sha256, contentHash: Sha256, type: RecordType, number: z.string(), title: z.string(),
})
export type EditionSource = z.infer<typeof EditionSource>

export const editionFormat = 1

/**
 * `signature` is the flattened JWS (RFC 7515, 7797) over the RFC 8785 form of every key but it and the seal, its header as that of a package;
 * editions of before have none. `seal` is the SHA-256 over the RFC 8785 form of every other key, those that this version does not know too: it is the edition's
 * identity. A number may be given twice by two libraries, a seal may not.
 */
export const Edition = z.looseObject({
  format: z.int().min(1), seal: Sha256,
  recordId: Uuid, number: EditionNumber,
  /** The seal of the edition before it, null for the first. */
  previous: Sha256.nullable(),
  releasedAt: Timestamp, by: Person, library: z.looseObject({ id: Uuid, name: z.string(), unit: z.string() }),
  changeLog: z.string(),
  revision: Revision, content: RecordContent,
  sources: z.array(EditionSource),
  /** Every attachment that the contents show or carry, by hash. */
  attachments: z.array(Sha256),
  signature: z.looseObject({ protected: z.string(), signature: z.string() }).optional(),
})
export type Edition = z.infer<typeof Edition>
