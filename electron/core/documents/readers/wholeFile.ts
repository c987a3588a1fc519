/** A whole file in memory, and how what goes wrong with one is told. */
import { readFile, stat } from 'node:fs/promises'
import { ReadFailure } from './readDocument'

const maxBytes = 100 * 1024 * 1024

const systemFailures = { EBUSY: 'locked', EPERM: 'unreadable', EACCES: 'unreadable' } as const
const isKnownSystemCode = (code: string): code is keyof typeof systemFailures => Object.hasOwn(systemFailures, code)

/** What the system says of a file as a failure. */
export const systemFailure = (error: unknown): ReadFailure => {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown'
  return new ReadFailure({ code: isKnownSystemCode(code) ? systemFailures[code] : 'unreadable', detail: code }, { cause: error })
}

/** Any error as `damaged`; a ReadFailure as it is. */
export const damaged = (error: unknown): ReadFailure =>
  error instanceof ReadFailure ? error : new ReadFailure({ code: 'damaged', detail: error instanceof Error ? error.message : String(error) }, { cause: error })

/** Rejects with ReadFailure: `too_large`, `locked`, `unreadable`. */
export const readWhole = async (path: string): Promise<Buffer> => {
  try {
    const { size } = await stat(path)
    if (size > maxBytes) throw new ReadFailure({ code: 'too_large', detail: `${size} bytes` })
    return await readFile(path)
  } catch (error) {
    throw error instanceof ReadFailure ? error : systemFailure(error)
  }
}
