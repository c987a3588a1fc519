/** What every procedure passes through: expected failures become errors of the contract, anything else a bug with an id that is in the log. */
import { implement, ORPCError } from '@orpc/server'
import { z } from 'zod'
import { contract } from '#shared/contract/contract'
import { isAppError, type AppError } from '#shared/contract/errors'
import { newId } from '#shared/model/ids'
import type { Log } from '../ports'

const InvalidInput = z.object({ issues: z.array(z.object({ message: z.string(), path: z.array(z.unknown()).optional() })) })

const asInvalid = (error: ORPCError<string, unknown>): ORPCError<string, unknown> | undefined => {
  const parsed = error.code === 'BAD_REQUEST' ? InvalidInput.safeParse(error.data) : undefined
  if (!parsed?.success) return undefined
  const issues = parsed.data.issues.map(({ path = [], message }) => ({ path: path.map(String).join('.'), message }))
  return new ORPCError('invalid', { status: 422, message: error.message, data: { issues } })
}

const isOrpcError = (error: unknown): error is ORPCError<string, unknown> => error instanceof ORPCError

/** The error that leaves the core for one that was thrown in it. */
const toContractError = (error: unknown, log: Log, path: readonly string[]): unknown => {
  if (isAppError(error)) return new ORPCError(error.code, { status: statusOf(error), message: error.message, data: error.data, cause: error })
  if (isOrpcError(error)) return asInvalid(error) ?? error
  const id = newId()
  log.error('bug', { id, procedure: path.join('.'), error: String(error), stack: error instanceof Error ? error.stack : undefined })
  return new ORPCError('bug', { status: 500, message: 'bug', data: { id }, cause: error })
}

const statusOf = ({ code }: AppError): number => contract.app.info['~orpc'].errorMap[code].status

/** Domains that answer before a library is open, and open it. */
const needNoLibrary: ReadonlySet<string | undefined> = new Set(['app', 'events', 'library'])

/** The implementer of the contract with that done. Whatever works on the library waits for the one that is opened at the start. */
export const implementer = (log: Log, opened: Promise<void>) => implement(contract).use(async ({ next, path, signal }) => {
  try {
    if (!needNoLibrary.has(path[0])) await opened
    return await next()
  } catch (error) {
    if (signal?.aborted) throw error
    throw toContractError(error, log, path)
  }
})

export type Implementer = ReturnType<typeof implementer>
