/** Backups: how a library is backed up, making a run, looking into runs, and restoring from one. Long work runs as jobs. */
import { z } from 'zod'
import { LeftOutFile } from '../model/backup'
import { Timestamp, Uuid } from '../model/ids'
import { BackupEvery } from '../model/settings'
import { RecordType } from '../model/recordTypes'
import { procedure } from './base'
import { Failure } from './errors'

/** A run that counts. `path` is its folder; `added` is what it holds itself, sizes are in bytes. */
export const BackupRun = z.object({
  path: z.string(), name: z.string(), at: Timestamp, library: z.object({ id: Uuid, name: z.string() }),
  files: z.int(), bytes: z.int(), records: z.int(), added: z.object({ files: z.int(), bytes: z.int() }),
  leftOut: z.array(LeftOutFile),
})
export type BackupRun = z.infer<typeof BackupRun>

export const BackupPlanInput = z.object({ folder: z.string().min(1), every: BackupEvery, allowRestricted: z.boolean() })

export const BackupStatus = z.object({
  plan: BackupPlanInput.nullable(),
  /** How the last try ended. */
  last: z.object({ at: Timestamp, ok: z.boolean(), failure: Failure.nullable() }).nullable(),
  /** When the last run that counts was made. */
  lastGood: Timestamp.nullable(),
  /** Never, or longer ago than twice the interval, or than 14 days where none is set. */
  isStale: z.boolean(),
  /** Whether the folder is there, with what was backed up to it before; null without a plan. */
  isReachable: z.boolean().nullable(),
  /** The folder is on the disk that the library is on: losing that disk loses both. Null where that can't be told. */
  isSameDisk: z.boolean().nullable(),
  /** A backup under way. */
  jobId: Uuid.nullable(),
})
export type BackupStatus = z.infer<typeof BackupStatus>

/** A file of the library whose copy is not what it should be. */
export const BackupProblem = z.object({ path: z.string(), part: z.string(), reason: z.string() })
export type BackupProblem = z.infer<typeof BackupProblem>

/** How a record of a run stands to the open library: `trashed` is missing here and in the trash, `damaged` can't be read here. */
export const BackupStanding = z.enum(['same', 'differs', 'missing', 'trashed', 'damaged'])
export type BackupStanding = z.infer<typeof BackupStanding>

export const BackupRecord = z.object({
  id: Uuid, type: RecordType, number: z.string(), title: z.string(), at: Timestamp, standing: BackupStanding,
  /** As it is here, null where it is not. */
  here: z.object({ title: z.string(), at: Timestamp }).nullable(),
})
export type BackupRecord = z.infer<typeof BackupRecord>

/** What became of a record: brought back whole, made the new revision, the same already, or not restored because of a failure. */
export const RestoredRecord = z.object({
  id: Uuid, title: z.string(), outcome: z.enum(['added', 'revised', 'same', 'failed']), failure: Failure.nullable(),
})
export type RestoredRecord = z.infer<typeof RestoredRecord>

const job = z.object({ jobId: Uuid })
const run = z.string().min(1)

export const backups = {
  status: procedure.output(BackupStatus),
  /** Sets where and how often; null stops backing up. Throws `invalid` for a folder inside the library, `backup_failed` for one that is not there. */
  plan: procedure.input(BackupPlanInput.nullable()).output(BackupStatus),
  /**
   * Backs the open library up, to the folder of the plan or another one. The job fails with `restricted_content` where 受控 records are
   * in it and neither plan nor call allows that, and with `backup_failed`.
   */
  run: procedure.input(z.object({ folder: z.string().min(1).nullable(), allowRestricted: z.boolean().default(false) })).output(job),
  /** What a job of `run` made; throws `not_found` until it is done. */
  ran: procedure.input(job).output(BackupRun),
  /** Runs, latest first: those of the open library in the plan's folder, or all in a folder that was picked. No library needs to be open. */
  list: procedure.input(z.object({ folder: z.string().min(1).nullable() })).output(z.object({
    runs: z.array(BackupRun), damaged: z.array(z.object({ path: z.string(), failure: Failure })),
  })),
  /** Reads every byte of every run that this one needs; a job. */
  verify: procedure.input(z.object({ run })).output(job),
  verified: procedure.input(job).output(z.object({ run, files: z.int(), bytes: z.int(), problems: z.array(BackupProblem) })),
  /** Records of a run against the open library, those that are missing here first, then the latest. `text` is found in number and title. */
  records: procedure
    .input(z.object({ run, text: z.string().max(200).default(''), offset: z.int().min(0).default(0), limit: z.int().min(1).max(200).default(50) }))
    .output(z.object({ total: z.int(), records: z.array(BackupRecord) })),
  /** Brings records back, all in one transaction. One that differs here becomes a new revision; nothing that is here is lost. */
  restoreRecords: procedure.input(z.object({ run, ids: z.array(Uuid).min(1).max(10_000) })).output(job),
  restored: procedure.input(job).output(z.object({ records: z.array(RestoredRecord) })),
  /** Restores a whole library to a folder that is empty or does not exist yet; a job. It is not opened. */
  restoreAll: procedure.input(z.object({ run, to: z.string().min(1) })).output(job),
  restoredAll: procedure.input(job).output(z.object({ path: z.string(), files: z.int(), bytes: z.int() })),
}
