/** Waiting for jobs of a core that is called directly. */
import { expect, vi } from 'vitest'
import type { Job } from '#shared/contract/jobs'
import type { TestCore } from './testCore'

type Client = TestCore['client']

/** The job once it has ended, however it did. */
export const ended = async (client: Client, jobId: string): Promise<Job> => vi.waitFor(async () => {
  const job = await client.jobs.get({ id: jobId })
  expect(job.state).not.toBe('running')
  return job
}, { timeout: 60_000, interval: 5 })

/** The id of the job that was started, once it is done. */
export const done = async (client: Client, started: Promise<{ jobId: string }>): Promise<string> => {
  const { jobId } = await started
  expect(await ended(client, jobId)).toMatchObject({ state: 'done', failure: null })
  return jobId
}
