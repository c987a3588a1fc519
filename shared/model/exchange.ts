/** The exchange ledger: what was sent and what was received, one file each in `exchanges/`. */
import { z } from 'zod'
import { Sha256, Timestamp, Uuid } from './ids'
import { PackageBase, PackageKind, PackageRecipient } from './package'
import { Person } from './record'
import { RecordType } from './recordTypes'

/**
 * What became of a record. `added` is new here, `updated` went on to the package's revision, `merged` was made of both, `copied` was added
 * beside what is here, `same` was here already, `older` too and has gone on, `kept` differs and was left as it is here.
 */
export const ExchangeOutcome = z.enum(['sent', 'added', 'updated', 'merged', 'copied', 'same', 'older', 'kept'])
export type ExchangeOutcome = z.infer<typeof ExchangeOutcome>

/** What stood in the place of a text in what left masked: a mask, or what its maker put there. */
export const MaskedText = z.looseObject({ text: z.string(), by: z.string(), action: z.enum(['mask', 'replace']) })
export type MaskedText = z.infer<typeof MaskedText>

/** What left in the place of a file: a picture without what was noted in it, or (null) nothing. */
export const MaskedFile = z.looseObject({ from: Sha256, to: Sha256.nullable() })
export type MaskedFile = z.infer<typeof MaskedFile>

/**
 * `revisionId` is that of the package. Of what left masked, `maskedFrom` is the revision that it was made of, `masks` and `files` say what
 * stood in the place of what; `twins` are its other revisions that left masked, `editions` its editions, by their seals.
 */
export const ExchangedRecord = z.looseObject({
  id: Uuid, type: RecordType, number: z.string(), title: z.string(), revisionId: Sha256, outcome: ExchangeOutcome, maskedFrom: Sha256.optional(),
  masks: z.array(MaskedText).optional(), files: z.array(MaskedFile).optional(),
  twins: z.array(z.looseObject({ revisionId: Sha256, maskedFrom: Sha256 })).optional(),
  editions: z.array(z.looseObject({ seal: Sha256, maskedFrom: Sha256 })).optional(),
})
export type ExchangedRecord = z.infer<typeof ExchangedRecord>

export const exchangeFormat = 1
/** Of a backup's entry: the form came with it, and an older version shall not take it for damage. */
export const backupExchangeFormat = 2
/** Of what left as an Excel file, for the same reason. */
export const excelExchangeFormat = 3
/** Of a package of format 2, sent or received, for the same reason: there are more outcomes. */
export const packageExchangeFormat = 4
/** Of what left in a form that came later, for the same reason: slides, a web page, Markdown, PDF, print. */
export const documentExchangeFormat = 5

/** How a package was signed: the fingerprint of the key, and what the library knew of it then. */
export const ExchangeSignature = z.looseObject({ fingerprint: z.string(), standing: z.enum(['own', 'trusted', 'unknown', 'revoked']) })
export type ExchangeSignature = z.infer<typeof ExchangeSignature>

/**
 * `library` is the one that the package came from, null for what was sent. `sha256` and `size` are those of the
 * whole file; of a backup, the hash of its manifest and the bytes that the run holds.
 */
export const ExchangeFile = z.looseObject({
  format: z.int().min(1), id: Uuid, direction: z.enum(['sent', 'received']), form: z.enum(['package', 'word', 'backup', 'excel', 'slides', 'web', 'markdown', 'pdf', 'print']),
  at: Timestamp, by: Person, name: z.string(), title: z.string(), sha256: Sha256, size: z.int().min(0),
  packageId: Uuid.nullable(), library: z.looseObject({ id: Uuid, name: z.string(), unit: z.string() }).nullable(),
  records: z.array(ExchangedRecord),
  kind: PackageKind.optional(), recipient: PackageRecipient.nullable().optional(),
  /** Of a package: whether and for what it was encrypted, null where it was not. */
  encrypted: z.enum(['passphrase', 'recipients']).nullable().optional(),
  signature: ExchangeSignature.nullable().optional(),
  /** The 受控 records that left with it. */
  restricted: z.array(Uuid).optional(),
  /** What came along, by hash, so that a later package to the same recipient need not bring it again. */
  attachments: z.array(Sha256).optional(),
  /** What a package that brought only changes went on from. */
  base: PackageBase.nullable().optional(),
  /** What undoes a package that was taken in. */
  operationId: Uuid.nullable().optional(),
  /** When that was undone, null where it is in force. */
  undoneAt: Timestamp.nullable().optional(),
})
export type ExchangeFile = z.infer<typeof ExchangeFile>
