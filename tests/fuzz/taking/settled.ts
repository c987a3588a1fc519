/** Waits for a job, and answers how it ended. */
import { setTimeout as wait } from 'node:timers/promises'
import type { TestCore } from '../../support/testCore'

export type Client = TestCore['client']

export const settled = async (client: Client, id: string) => {
  for (;;) {
    const job = await client.jobs.get({ id })
    if (job.state !== 'running') return job
    await wait(1)
  }
}
