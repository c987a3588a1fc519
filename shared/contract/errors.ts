/**
 * Expected failures: their codes and the data that lets a screen say what was not done, why, and what to do.
 * Their texts in both languages are in shared/text/messages. Anything else that is thrown is a bug and reaches the user as `bug`.
 */
import { z } from 'zod'
import { Sha256, Timestamp } from '../model/ids'
import { MoveCondition } from '../model/life/conditions'
import { MissingPart } from '../model/package'
import { GateCondition } from '../model/product/releaseGate'
import { Person } from '../model/record'

/**
 * What is wrong with a package: it ends too early; its bytes are not those that were sealed; a part has an odd path, is there twice, is
 * missing, is not listed, or has not the hash or size listed; a part is packed in a way that we do not read; the zip around the parts
 * contradicts itself or holds something between them; its manifest says what can't be; its signature is wrong or was taken out; a record, revision or edition in it is not what
 * it claims to be.
 */
export const packageProblems = [
  'truncated', 'changed', 'odd_path', 'duplicate_path', 'part_missing', 'part_unlisted', 'wrong_hash', 'unreadable_part', 'bad_structure', 'bad_manifest', 'bad_signature', 'bad_record',
] as const
export type PackageProblem = (typeof packageProblems)[number]

const file = { path: z.string() }
/** `reason` is an error code of the operating system such as ENOSPC, or a short English sentence; shared/text/messages tells it in words. */
const failed = { ...file, reason: z.string() }

export const errorData = {
  not_found: z.object({ kind: z.enum(['record', 'revision', 'number', 'attachment', 'edition', 'job', 'file', 'trash', 'operation', 'comment', 'copy', 'word', 'template', 'key', 'package', 'preset']), id: z.string() }),
  conflict: z.object({ id: z.string(), current: Sha256, at: Timestamp, by: Person }),
  /** Someone took the operation back already. */
  already_undone: z.object({ id: z.string() }),
  /** A merge can't be taken back: the record that it sent to the trash was removed for good. */
  merged_removed: z.object({ number: z.string(), title: z.string() }),
  /** The vocabulary or the records have a word of this name. */
  word_exists: z.object({ name: z.string() }),
  invalid: z.object({ issues: z.array(z.object({ path: z.string(), message: z.string() })) }),
  no_library_open: z.object({}),
  library_not_found: z.object(file),
  not_a_library: z.object(file),
  library_exists: z.object(file),
  folder_not_empty: z.object(file),
  library_locked: z.object({ ...file, host: z.string(), pid: z.int(), since: z.string() }),
  library_read_only: z.object(failed),
  /** The same library lies in another folder too: moved, or a copy? Nothing is written until that is answered. */
  library_copied: z.object({ ...file, other: z.string() }),
  /** Only one that lies in another folder too becomes a library of its own. */
  library_not_copied: z.object(file),
  library_newer_format: z.object({ ...file, found: z.int(), supported: z.int() }),
  store_corrupt: z.object(failed),
  store_write_failed: z.object(failed),
  file_unreadable: z.object(failed),
  /** Writing it took too long, needed too much memory, or its worker fell; nothing was written. */
  document_not_made: z.object({ title: z.string(), reason: z.string() }),
  /** No program opened it, or none was asked to. */
  file_not_opened: z.object(failed),
  /** A remark that somebody else made is theirs to change; `by` is their name. */
  not_yours: z.object({ id: z.string(), by: z.string() }),
  gate_not_met: z.object({ id: z.string(), conditions: z.array(z.union([GateCondition, MoveCondition])) }),
  /** 受控 records that may not leave this way, or not without a word. */
  restricted_content: z.object({ records: z.array(z.object({ id: z.string(), number: z.string(), title: z.string() })) }),
  package_incomplete: z.object({ missing: z.array(MissingPart) }),
  /** It brings only what changed since an earlier package, made `at`, which was not taken in here. */
  package_needs_base: z.object({ ...file, packageId: z.string(), at: Timestamp }),
  not_a_package: z.object(file),
  package_newer_format: z.object({ ...file, found: z.int(), supported: z.int() }),
  /** Nothing of it was taken. `detail` names the part of the package, or is empty. */
  package_damaged: z.object({ ...file, problem: z.enum(packageProblems), detail: z.string() }),
  /** It is encrypted. `wrong`: a passphrase was given, and it is not the one; a `key` that this library does not have was never asked for. */
  package_locked: z.object({ ...file, needs: z.enum(['passphrase', 'key']), wrong: z.boolean() }),
  /** Nobody vouches for it: it is taken only where that is accepted, and never where the key was revoked. `fingerprint` is empty for an unsigned one. */
  package_untrusted: z.object({ ...file, standing: z.enum(['unsigned', 'unknown', 'revoked']), fingerprint: z.string() }),
  /** A file of keys (`.lfkeys`) or a card (`.lfcard`) that is none, or is not what it claims to be. */
  not_keys: z.object(failed),
  /** A file of keys did not open with this passphrase. */
  keys_locked: z.object(file),
  /** The target could not be written; the library and the runs before are as they were. */
  backup_failed: z.object(failed),
  not_a_backup: z.object(file),
  backup_newer_format: z.object({ ...file, found: z.int(), supported: z.int() }),
  /** A file of a backup is not what its manifest says. `detail` names what, or is empty. */
  backup_damaged: z.object({ ...file, detail: z.string() }),
  unsupported_on_host: z.object({ what: z.string() }),
  search_unavailable: z.object({}),
  bug: z.object({ id: z.string() }),
} as const

export type ErrorCode = keyof typeof errorData
export type ErrorData<C extends ErrorCode> = z.infer<(typeof errorData)[C]>

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errorData, code)

/** An expected failure on its way to the contract. */
export class AppError<C extends ErrorCode = ErrorCode> extends Error {
  readonly code: C
  readonly data: ErrorData<C>

  constructor(code: C, data: ErrorData<C>, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(data)}`, options)
    this.name = 'AppError'
    this.code = code
    this.data = data
  }
}

export const isAppError = (error: unknown): error is AppError => error instanceof AppError

/** A failure as data: what jobs, reports and the screen pass on. */
export const Failure = z.object({ code: z.string().refine(isErrorCode), data: z.looseObject({}) })
export type Failure = z.infer<typeof Failure>

/** Any error, also one that came over a transport, as a failure of the contract; undefined for what is none. */
export const toFailure = (error: unknown): Failure | undefined => {
  if (!(error instanceof Error) || !('code' in error) || !('data' in error)) return undefined
  const parsed = Failure.safeParse({ code: error.code, data: error.data })
  return parsed.success ? parsed.data : undefined
}
