import { describe, expect, it, vi } from 'vitest'
import type { Job } from '#shared/contract/jobs'
import { quietLog } from '../../../tests/support/testCore'
import { createChanges } from './changes'
import { createJobService, type JobControl, type JobService } from './jobs'

const service = (): JobService => createJobService({ now: Date.now, log: quietLog }, createChanges())

const ended = async (jobs: JobService, { id }: Job): Promise<Job> => vi.waitFor(() => {
  const job = jobs.get(id)
  expect(job.state).not.toBe('running')
  return job
}, { timeout: 60_000 })

/** Cancels a job while its work waits, then lets the work go on. */
const cancelled = async (then: (control: JobControl) => void): Promise<Job> => {
  const jobs = service()
  let goOn: () => void = () => undefined
  const job = jobs.start('takePackage', async (control) => {
    await new Promise<void>((resolve) => { goOn = resolve })
    then(control)
  })
  jobs.cancel(job.id)
  goOn()
  return ended(jobs, job)
}

describe('a job that is cancelled', () => {
  it('ends as cancelled where its work stops', async () => {
    expect(await cancelled(({ signal }) => { signal.throwIfAborted() })).toMatchObject({ state: 'cancelled', failure: null })
  })

  it('ends as done where its work was past stopping', async () => {
    expect(await cancelled(() => undefined)).toMatchObject({ state: 'done', failure: null })
  })
})
