/** What a backup says of itself (docs/backup-format.md): the manifest of a run, and one line for each file of the library. */
import { z } from 'zod'
import { Sha256, Timestamp, Uuid } from './ids'
import { Confidentiality } from './record'
import { RecordType } from './recordTypes'

export const backupFormat = 1

/** What a run's list says of a record, so that it can be found without opening a part. `at` is the time of its revision. */
export const BackedUpRecord = z.looseObject({
  id: Uuid, type: RecordType, number: z.string(), title: z.string(), at: Timestamp, revisionId: Sha256, contentHash: Sha256, confidentiality: Confidentiality,
})
export type BackedUpRecord = z.infer<typeof BackedUpRecord>

/** A file of the library: `path` in it with `/`, `size` in bytes, `modified` in milliseconds since 1970, `part` as `<run>/<file>`. */
export const BackedUpFile = z.looseObject({
  path: z.string().min(1), size: z.int().min(0), modified: z.number(), sha256: Sha256, part: z.string(), record: BackedUpRecord.optional(),
})
export type BackedUpFile = z.infer<typeof BackedUpFile>

/** Why a file of the library is not in a run as it stands: it could not be read, or no zip can hold its name. */
export const LeftOutFile = z.looseObject({ path: z.string(), reason: z.string() })
export type LeftOutFile = z.infer<typeof LeftOutFile>

/** Written last: a run without one does not count. Sizes are in bytes; `added` is what this run holds itself. */
export const BackupManifest = z.looseObject({
  format: z.int().min(1),
  library: z.looseObject({ id: Uuid, name: z.string(), unit: z.string() }),
  at: Timestamp, device: Uuid,
  files: z.int().min(0), bytes: z.int().min(0), records: z.int().min(0),
  added: z.looseObject({ files: z.int().min(0), bytes: z.int().min(0) }),
  /** Every part that a file lies in, of this run and of earlier ones. */
  parts: z.array(z.looseObject({ path: z.string(), size: z.int().min(0) })),
  /** Of the file that lists all files. */
  list: z.looseObject({ size: z.int().min(0), sha256: Sha256 }),
  leftOut: z.array(LeftOutFile),
})
export type BackupManifest = z.infer<typeof BackupManifest>
