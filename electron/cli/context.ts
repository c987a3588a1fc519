/** What every command needs: the library it is about, the record it names, the end of a job it started. */
import { access } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { AppError, toFailure } from '#shared/contract/errors'
import type { Job } from '#shared/contract/jobs'
import { Uuid } from '#shared/model/ids'
import type { Language } from '#shared/model/language'
import { findLibrary, type CliCore } from './cliCore'
import { showProgress, warnOfDamage } from './output'
import { cliTexts, fill } from './texts.data'

export interface CommandContext { core: CliCore; language: Language; json: boolean; library: string | undefined }

export const pollMs = 100

/** Reading leaves the library to an app that may want to write it meanwhile. */
export const openLibrary = async ({ core, library, language }: CommandContext, write: boolean): Promise<void> => {
  const { damaged } = await core.client.library.open({ path: await findLibrary(core, library), write })
  warnOfDamage(damaged, language)
}

/** The id of a record that is named by its number or id. Throws `not_found` for a number that no record has. */
export const findRecord = async ({ core: { client } }: CommandContext, named: string): Promise<string> => {
  if (Uuid.safeParse(named).success) return named
  const row = await client.records.byNumber({ number: named })
  if (!row) throw new AppError('not_found', { kind: 'number', id: named })
  return row.id
}

/** The path of a file to be made. Throws `store_write_failed` where there is something already that may not be overwritten. */
export const newFile = async (path: string, force: boolean): Promise<string> => {
  const target = resolve(path)
  const isThere = await access(target).then(() => true, () => false)
  if (isThere && !force) throw new AppError('store_write_failed', { path: target, reason: 'EEXIST' })
  return target
}

/** Waits until a job has ended, showing how far it is; Ctrl-C cancels it. Throws what it failed with. */
export const endOfJob = async ({ core: { client }, language }: CommandContext, jobId: string): Promise<Job> => {
  const onInterrupt = (): void => { void client.jobs.cancel({ id: jobId }) }
  process.once('SIGINT', onInterrupt)
  let job = await client.jobs.get({ id: jobId })
  while (job.state === 'running') {
    showProgress(fill(cliTexts[language].progress, { done: job.done, total: job.total ?? '?', current: basename(job.current ?? '') }))
    await wait(pollMs)
    job = await client.jobs.get({ id: jobId })
  }
  process.off('SIGINT', onInterrupt)
  showProgress('')
  if (job.failure) throw Object.assign(new Error(job.failure.code), job.failure)
  return job
}

/** What a job left; undefined where it was cancelled before it was done. One that was cancelled too late is done all the same. */
export const resultOf = async <T>(context: CommandContext, jobId: string, read: (job: { jobId: string }) => Promise<T>): Promise<T | undefined> => {
  const { state } = await endOfJob(context, jobId)
  try {
    return await read({ jobId })
  } catch (error) {
    if (state === 'cancelled' && toFailure(error)?.code === 'not_found') return undefined
    throw error
  }
}
