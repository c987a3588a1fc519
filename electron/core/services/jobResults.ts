/** What jobs leave behind for whoever asks afterwards. */
import { AppError } from '#shared/contract/errors'
import type { JobService } from './jobs'

export interface Results<T> {
  put: (jobId: string, result: T) => void
  /** Throws `not_found` until the job left something. */
  get: (jobId: string) => T
}

/** The results of one kind of job, as long as the jobs themselves are known. */
export const createResults = <T>(jobs: JobService): Results<T> => {
  const results = new Map<string, T>()
  return {
    put: (jobId, result) => {
      const known = new Set(jobs.list().map(({ id }) => id))
      for (const id of results.keys()) if (!known.has(id)) results.delete(id)
      results.set(jobId, result)
    },
    get: (jobId) => {
      const result = results.get(jobId)
      if (result === undefined) throw new AppError('not_found', { kind: 'job', id: jobId })
      return result
    },
  }
}
