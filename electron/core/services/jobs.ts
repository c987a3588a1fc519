/** Work that takes long: its progress, at most ten times a second, its cancelling and how it ended. */
import { AppError, toFailure, type Failure } from '#shared/contract/errors'
import type { Job } from '#shared/contract/jobs'
import { newId } from '#shared/model/ids'
import type { Ports } from '../ports'
import type { Changes } from './changes'

/** What a job's work is given: the signal that asks it to stop, and where it says how far it is. */
export interface JobControl {
  id: string
  signal: AbortSignal
  /** Sets what changed; `done` counts whole items. */
  progress: (step: Partial<Pick<Job, 'done' | 'total' | 'current' | 'failedItems'>>) => void
}

export interface JobService {
  list: () => Job[]
  get: (id: string) => Job
  /** Runs `work` in the background and answers at once. Work that stops because it was asked to throws; work that ends was done. */
  start: (kind: Job['kind'], work: (control: JobControl) => Promise<void>) => Job
  cancel: (id: string) => Job
  /** Cancels every job and waits until each has come to a whole item. */
  cancelAll: () => Promise<void>
}

interface RunningJob { job: Job; abort: AbortController; finished: Promise<void> }

const publishEveryMs = 100
const keptJobs = 50

export const createJobService = ({ now, log }: Pick<Ports, 'now' | 'log'>, changes: Changes): JobService => {
  const jobs = new Map<string, RunningJob>()
  const lastPublished = new Map<string, number>()

  const publish = (job: Job): void => {
    lastPublished.set(job.id, performance.now())
    changes.publish({ type: 'job', job })
  }

  const find = (id: string): RunningJob => {
    const found = jobs.get(id)
    if (!found) throw new AppError('not_found', { kind: 'job', id })
    return found
  }

  const pace = (job: Job): Pick<Job, 'perSecond' | 'remainingMs'> => {
    const elapsed = now() - Date.parse(job.startedAt)
    if (job.done === 0 || elapsed <= 0) return { perSecond: null, remainingMs: null }
    const perMs = job.done / elapsed
    return { perSecond: perMs * 1000, remainingMs: job.total === null ? null : Math.round((job.total - job.done) / perMs) }
  }

  const end = (running: RunningJob, state: Job['state'], failure: Failure | null): void => {
    running.job = { ...running.job, state, failure, current: null, remainingMs: null, endedAt: new Date(now()).toISOString() }
    publish(running.job)
    lastPublished.delete(running.job.id)
  }

  const run = async (running: RunningJob, work: (control: JobControl) => Promise<void>): Promise<void> => {
    const { id } = running.job
    try {
      await work({
        id,
        signal: running.abort.signal,
        progress: (step) => {
          const job = { ...running.job, ...step }
          running.job = { ...job, ...pace(job) }
          if (performance.now() - (lastPublished.get(id) ?? 0) >= publishEveryMs) publish(running.job)
        },
      })
      end(running, 'done', null)
    } catch (error) {
      if (running.abort.signal.aborted) { end(running, 'cancelled', null); return }
      log.error('a job failed', { id, error: String(error), stack: error instanceof Error ? error.stack : undefined })
      end(running, 'failed', toFailure(error) ?? { code: 'bug', data: { id } })
    }
  }

  return {
    list: () => [...jobs.values()].map(({ job }) => job).reverse(),
    get: (id) => find(id).job,
    start: (kind, work) => {
      const job: Job = {
        id: newId(), kind, state: 'running', done: 0, total: null, failedItems: 0, current: null,
        startedAt: new Date(now()).toISOString(), endedAt: null, perSecond: null, remainingMs: null, failure: null,
      }
      const running: RunningJob = { job, abort: new AbortController(), finished: Promise.resolve() }
      jobs.set(job.id, running)
      publish(job)
      running.finished = run(running, work)
      const ended = [...jobs.values()].filter(({ job: each }) => each.state !== 'running')
      ended.slice(0, Math.max(0, ended.length - keptJobs)).forEach(({ job: each }) => { jobs.delete(each.id) })
      return job
    },
    cancel: (id) => {
      const running = find(id)
      running.abort.abort()
      return running.job
    },
    cancelAll: async () => {
      const running = [...jobs.values()].filter(({ job }) => job.state === 'running')
      running.forEach(({ abort }) => { abort.abort() })
      await Promise.all(running.map(({ finished }) => finished))
    },
  }
}
