/** Packages (`.lfpkg`): what would go in, making one, looking into one, taking it in. Long work runs as jobs. */
import { z } from 'zod'
import { ExchangeFile } from '../model/exchange'
import { Sha256, Uuid } from '../model/ids'
import { MissingPart, PackageManifest, PackageReason } from '../model/package'
import { RecordType } from '../model/recordTypes'
import { procedure } from './base'
import { RecordRow } from './records'

/** What a package may be called at most; a record's title may be longer. */
export const longestPackageTitle = 200

/** As many records as can be chosen for one. */
export const mostPackaged = 10_000

const ids = z.array(Uuid).min(1).max(mostPackaged)

/** What a package of the chosen records would hold. `restricted` records keep it from being made, `missing` parts must be accepted. */
export const PackagePlan = z.object({
  records: z.array(z.object({ row: RecordRow, reason: PackageReason, revisions: z.int() })),
  editions: z.int(), attachments: z.object({ count: z.int(), bytes: z.int() }),
  restricted: z.array(RecordRow), missing: z.array(MissingPart),
})
export type PackagePlan = z.infer<typeof PackagePlan>

/** A file that was made: where it lies if a path was given, else how to download it while the app runs. */
export const MadeFile = z.object({ name: z.string(), path: z.string().nullable(), download: Uuid.nullable(), size: z.int(), sha256: Sha256 })
export type MadeFile = z.infer<typeof MadeFile>

/** A record of an opened package against this library. */
export const ComparedRecord = z.object({
  id: Uuid, type: RecordType, number: z.string(), title: z.string(), unit: z.string(), reason: PackageReason,
  state: z.enum(['new', 'same', 'differs']),
  /** The record as it is here, null for a new one. */
  here: RecordRow.nullable(),
  /** Another record of this library that has the same number. */
  numberTakenBy: RecordRow.nullable(),
})
export type ComparedRecord = z.infer<typeof ComparedRecord>

export const OpenedPackage = z.object({
  path: z.string(), sha256: Sha256, size: z.int(),
  manifest: PackageManifest.omit({ files: true, records: true }),
  records: z.array(ComparedRecord),
  counts: z.object({ new: z.int(), same: z.int(), differs: z.int(), newEditions: z.int(), newAttachments: z.int() }),
})
export type OpenedPackage = z.infer<typeof OpenedPackage>

const job = z.object({ jobId: Uuid })

export const packages = {
  plan: procedure.input(z.object({ ids })).output(PackagePlan),
  /** Written to `to`, or kept to be downloaded. Throws `restricted_content`, and `package_incomplete` unless missing parts are accepted. */
  make: procedure
    .input(z.object({ ids, title: z.string().trim().min(1).max(longestPackageTitle), to: z.string().min(1).nullable(), acceptMissing: z.boolean().default(false) }))
    .output(job),
  /** What a job of `make` made; throws `not_found` until it is done. */
  made: procedure.input(job).output(MadeFile),
  /** Verifies every byte of a package; nothing is taken in. The job fails with `package_damaged`, `package_newer_format`, `not_a_package`. */
  open: procedure.input(z.object({ path: z.string().min(1) })).output(job),
  /** What a job of `open` found, against this library as it is now; throws `not_found` until it is done. */
  opened: procedure.input(job).output(OpenedPackage),
  /** Takes an opened package in, all of it in one transaction or nothing. */
  take: procedure.input(job).output(job),
  /** What a job of `take` did; throws `not_found` until it is done. */
  taken: procedure.input(job).output(ExchangeFile),
  /** The ledger, latest first. */
  exchanges: procedure.output(z.array(ExchangeFile)),
}
