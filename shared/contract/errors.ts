/**
 * Expected failures: their codes and the data that lets a screen say what was not done, why, and what to do.
 * Their texts in both languages are in shared/text/messages. Anything else that is thrown is a bug and reaches the user as `bug`.
 */
import { z } from 'zod'
import { Sha256, Timestamp } from '../model/ids'
import { Person } from '../model/record'

const file = { path: z.string() }
/** `reason` is an error code of the operating system such as ENOSPC, or a short English sentence; for details, not for translation. */
const failed = { ...file, reason: z.string() }

export const errorData = {
  not_found: z.object({ kind: z.enum(['record', 'number', 'attachment', 'job', 'file']), id: z.string() }),
  conflict: z.object({ id: z.string(), current: Sha256, at: Timestamp, by: Person }),
  invalid: z.object({ issues: z.array(z.object({ path: z.string(), message: z.string() })) }),
  no_library_open: z.object({}),
  library_not_found: z.object(file),
  not_a_library: z.object(file),
  library_exists: z.object(file),
  folder_not_empty: z.object(file),
  library_locked: z.object({ ...file, host: z.string(), pid: z.int(), since: z.string() }),
  library_read_only: z.object(failed),
  library_newer_format: z.object({ ...file, found: z.int(), supported: z.int() }),
  store_corrupt: z.object(failed),
  store_write_failed: z.object(failed),
  file_unreadable: z.object(failed),
  unsupported_on_host: z.object({ what: z.string() }),
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
