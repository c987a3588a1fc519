/** What every procedure of a shell passes through: expected failures become errors of the contract, anything else a logged bug. */
import { implement, ORPCError } from '@orpc/server'
import type { Log } from '#core/ports'
import { hostContract } from '#shared/contract/host'
import { AppError } from '#shared/contract/errors'
import { newId } from '#shared/model/ids'

export const hostImplementer = (log: Log) => implement(hostContract).use(async ({ next, path }) => {
  try {
    return await next()
  } catch (error) {
    if (error instanceof ORPCError) throw error
    if (error instanceof AppError) throw new ORPCError(error.code, { message: error.message, data: error.data, cause: error })
    const id = newId()
    log.error('bug', { id, procedure: path.join('.'), error: String(error), stack: error instanceof Error ? error.stack : undefined })
    throw new ORPCError('bug', { data: { id }, cause: error })
  }
})

/** A handler for what this shell can't do. */
export const unsupported = (what: string) => (): never => {
  throw new AppError('unsupported_on_host', { what })
}
