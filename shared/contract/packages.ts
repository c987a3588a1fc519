/** Packages (`.lfpkg`): what would go in, making one, looking into one, taking it in. Long work runs as jobs. */
import { z } from 'zod'
import { ExchangeFile } from '../model/exchange'
import { Sha256, Timestamp, Uuid } from '../model/ids'
import { MissingPart, NamedLibrary, PackageKind, PackageManifest, PackageReason, PackageRecipient } from '../model/package'
import { WordMap } from '../model/wordMaps'
import { procedure } from './base'
import { Masking } from './masking'
import { PackageChoice } from './packageChoice'
import { ComparedRecord, ForeignWord, MergeDecision, MergeSides, WordsToAdd } from './packageMerge'
import { OpenedSafety, PackageSafety } from './packageSafety'
import { RecordRow } from './records'

/** What a package may be called at most; a record's title may be longer. */
export const longestPackageTitle = 200

/** What a package's purpose and the terms of its use may say at most. */
export const longestPackageTerms = 2000

/** What its maker says of a package, and whom it is for. */
export const PackageTerms = z.object({
  title: z.string().trim().min(1).max(longestPackageTitle), purpose: z.string().max(longestPackageTerms).default(''), licence: z.string().max(longestPackageTerms).default(''),
  recipient: PackageRecipient.nullable().default(null), kind: PackageKind.default('package'),
})
export type PackageTerms = z.infer<typeof PackageTerms>

/**
 * What a package of the chosen records would hold. `restricted` records must be signed and encrypted, `missing` parts must be accepted but for
 * those that are `tooLarge`. `unchanged` is what stays out since the recipient has it from the package `since`.
 */
export const PackagePlan = z.object({
  records: z.array(z.object({ row: RecordRow, reason: PackageReason, revisions: z.int() })),
  editions: z.int(), attachments: z.object({ count: z.int(), bytes: z.int() }),
  restricted: z.array(RecordRow), missing: z.array(MissingPart), unchanged: z.object({ records: z.int(), attachments: z.int() }),
})
export type PackagePlan = z.infer<typeof PackagePlan>

/** A file that was made: where it lies if a path was given, else how to download it while the app runs. */
export const MadeFile = z.object({ name: z.string(), path: z.string().nullable(), download: Uuid.nullable(), size: z.int(), sha256: Sha256 })
export type MadeFile = z.infer<typeof MadeFile>

export const OpenedPackage = z.object({
  path: z.string(), sha256: Sha256, size: z.int(),
  manifest: PackageManifest.omit({ files: true, records: true }),
  ...OpenedSafety.shape,
  records: z.array(ComparedRecord),
  /** The earlier package that has to be taken in first; null where nothing is missing. */
  needsBase: z.object({ packageId: Uuid, madeAt: Timestamp }).nullable(),
  /** How many records are of each standing, and what comes along that is not here. */
  counts: z.object({
    new: z.int(), newer: z.int(), same: z.int(), older: z.int(), mergeable: z.int(), conflict: z.int(), newEditions: z.int(), newAttachments: z.int(),
  }),
})
export type OpenedPackage = z.infer<typeof OpenedPackage>

/** Records that came from one library and were changed here since: what can be offered back to it. */
export const Suggestable = z.object({ library: NamedLibrary, records: z.array(RecordRow) })
export type Suggestable = z.infer<typeof Suggestable>

const job = z.object({ jobId: Uuid })

/** Without `words` those count that were chosen when a package of the same library was last taken. */
const jobAndWords = job.extend({ words: WordMap.optional() })

export const packages = {
  /** Throws `not_found` for a record, an edition or a sent package that is not here, `invalid` where nothing is chosen. */
  plan: procedure.input(PackageChoice).output(PackagePlan),
  /**
   * Written to `to`, or kept to be downloaded. Throws what `plan` throws, `restricted_content` for 受控 records unless it is signed and
   * encrypted, `package_incomplete` unless missing parts are accepted, `not_found` for a recipient that is not trusted.
   */
  make: procedure
    .input(z.object({ ...PackageChoice.shape, ...PackageTerms.shape, to: z.string().min(1).nullable(), acceptMissing: z.boolean().default(false), safety: PackageSafety.default({ sign: false, encrypt: null }), masking: Masking.nullable().default(null) }))
    .output(job),
  /** What a job of `make` made; throws `not_found` until it is done. */
  made: procedure.input(job).output(MadeFile),
  /**
   * Verifies every byte of a package; nothing is taken in. The job fails with `package_damaged`, `package_newer_format`, `not_a_package`, and
   * `package_locked` for an encrypted one that neither the keys of the library nor the passphrase open.
   */
  open: procedure.input(z.object({ path: z.string().min(1), passphrase: z.string().max(500).optional() })).output(job),
  /** What a job of `open` found, against this library as it is now; throws `not_found` until it is done. */
  opened: procedure.input(jobAndWords).output(OpenedPackage),
  /** What is compared of one record of it. Throws `not_found` for one that is not in it, and what reading the record here throws. */
  sides: procedure.input(jobAndWords.extend({ id: Uuid })).output(MergeSides),
  /** The words of its records that no vocabulary here has, those that most records use first. */
  foreignWords: procedure.input(job).output(z.array(ForeignWord)),
  /**
   * Takes an opened package in, all of it in one transaction or nothing. `seen` are the heads that were looked at when it was decided: a
   * record that has another one by now is left as it is. `words` are remembered for the sender's library, `addWords` go into the
   * vocabularies here. Throws `package_untrusted` for one that is unsigned or signed by an unknown key, unless that is accepted, and always
   * for a revoked key; the job fails with `package_needs_base` too.
   */
  take: procedure.input(jobAndWords.extend({
    decisions: z.record(Uuid, MergeDecision).default({}), seen: z.record(Uuid, Sha256.nullable()).default({}), addWords: WordsToAdd.default({}), accept: z.boolean().default(false),
  })).output(job),
  /** What a job of `take` did, and the `operationId` that undoes it; throws `not_found` until it is done. */
  taken: procedure.input(job).output(ExchangeFile),
  /** The ledger, latest first. */
  exchanges: procedure.output(z.array(ExchangeFile)),
  /** The records that came from another library and were changed here since, by library. */
  suggestable: procedure.output(z.array(Suggestable)),
}
