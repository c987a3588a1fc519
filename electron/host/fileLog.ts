/** The log file of a host: one JSON object a line, the run before last dropped once it has grown large. */
import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import type { Log } from '#core/ports'

export type { Log }

const largestBytes = 5 * 1024 * 1024

/** For the end of a process that dies of a bug: what it died of, and what went wrong unheard before. */
export const logCrashes = (log: Log): void => {
  const details = (error: unknown) => ({ error: String(error), stack: error instanceof Error ? error.stack : undefined })
  process.on('unhandledRejection', (error) => { log.error('unhandled rejection', details(error)) })
  process.on('uncaughtExceptionMonitor', (error) => { log.error('uncaught exception', details(error)) })
}

/** Writes to `logs/<name>.log` in the given folder. Writing is synchronous, so that the last words of a crash are there. */
export const createFileLog = (folder: string, name: string): Log => {
  const logs = join(folder, 'logs')
  mkdirSync(logs, { recursive: true })
  const path = join(logs, `${name}.log`)
  if (existsSync(path) && statSync(path).size > largestBytes) renameSync(path, `${path}.1`)
  const logger = pino({ base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ dest: path, sync: true }))
  return {
    info: (message, data) => { logger.info(data ?? {}, message) },
    warn: (message, data) => { logger.warn(data ?? {}, message) },
    error: (message, data) => { logger.error(data ?? {}, message) },
  }
}
