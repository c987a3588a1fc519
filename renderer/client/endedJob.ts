/** Waiting for a job that the page started itself and has nothing to show of until it ends. */
import { ORPCError } from '@orpc/client'
import type { Job } from '#shared/contract/jobs'
import { core } from './client'

const askAgainMs = 150

/** The job once it is done, or undefined where it was stopped. Rejects with why it failed. */
export const endedJob = async (jobId: string): Promise<Job | undefined> => {
  for (;;) {
    const job = await core.jobs.get({ id: jobId })
    if (job.failure) throw new ORPCError(job.failure.code, { defined: true, data: job.failure.data })
    if (job.state === 'done') return job
    if (job.state !== 'running') return undefined
    await new Promise((resolve) => { setTimeout(resolve, askAgainMs) })
  }
}
